package chat.parley.bench;

/** The run cannot go on. The message is one sentence for the person who started it. */
final class CannotMeasure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotMeasure(String sentence) {
    super(sentence);
  }

  CannotMeasure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
