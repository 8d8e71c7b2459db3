package chat.parley.client;

/** What somebody typed is not the address of a server. Carries one sentence for that person. */
public final class BadAddress extends Exception {
  private static final long serialVersionUID = 1L;

  BadAddress(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
