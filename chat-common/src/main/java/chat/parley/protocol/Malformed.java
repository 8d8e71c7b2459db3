package chat.parley.protocol;

/**
 * What arrived is not what the protocol says. The message is one sentence for the other side; there
 * is no stack trace, since bad input is an everyday event and must cost little.
 */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final long re;

  Malformed(ErrorCode code, String sentence) {
    this(code, sentence, 0);
  }

  private Malformed(ErrorCode code, String sentence, long re) {
    super(sentence, null, false, false);
    this.code = code;
    this.re = re;
  }

  Malformed inReplyTo(long id) {
    return new Malformed(code, sentence(), id);
  }

  public ErrorCode code() {
    return code;
  }

  /** The id of the command that could not be read, 0 when not even that could be. */
  public long re() {
    return re;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
