package chat.parley.desktop.viewmodel.text.code;

/** A piece of a line of code. */
public record Token(Kind kind, String text) {
  public enum Kind {
    PLAIN,
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    /** A tag, or the key of a value. */
    NAME
  }
}
