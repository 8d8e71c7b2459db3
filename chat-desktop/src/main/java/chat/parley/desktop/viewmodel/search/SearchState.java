package chat.parley.desktop.viewmodel.search;

/**
 * How a search goes.
 *
 * @param count how many messages are in the list
 * @param busy whether an answer is waited for
 * @param here whether only what is kept on this computer is looked through
 * @param more whether not all was looked at
 * @param tired whether it goes on only when it is told to, after long stretches without anything
 * @param problem one sentence; may be there beside what was found before. Empty when nothing is
 *     wrong
 */
public record SearchState(
    Kind kind, int count, boolean busy, boolean here, boolean more, boolean tired, String problem) {
  /** What stands in the place of the list. */
  public enum Kind {
    /** Nothing is typed that could be looked for. */
    IDLE,
    /** There is nothing yet. */
    SEARCHING,
    FOUND,
    NOTHING,
    /** A filter says nothing. */
    UNCLEAR,
    FAILED
  }

  static final SearchState IDLE = new SearchState(Kind.IDLE, 0, false, false, false, false, "");

  static SearchState unclear(String problem) {
    return new SearchState(Kind.UNCLEAR, 0, false, false, false, false, problem);
  }

  static SearchState searching(int count) {
    Kind kind = count == 0 ? Kind.SEARCHING : Kind.FOUND;
    return new SearchState(kind, count, true, false, false, false, "");
  }

  static SearchState of(int count, Hunt hunt, String problem) {
    Kind kind =
        count > 0
            ? Kind.FOUND
            : !problem.isEmpty() ? Kind.FAILED : hunt.isBusy() ? Kind.SEARCHING : Kind.NOTHING;
    return new SearchState(
        kind, count, hunt.isBusy(), hunt.isHere(), hunt.hasMore(), hunt.isTired(), problem);
  }
}
