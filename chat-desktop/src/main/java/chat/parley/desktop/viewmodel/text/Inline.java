package chat.parley.desktop.viewmodel.text;

/** A piece of a paragraph. */
public sealed interface Inline {
  Style style();

  /** Text; a line break in it is shown as one. */
  record Words(String text, Style style) implements Inline {}

  /** One emoji. */
  record Sign(String emoji, Style style) implements Inline {}

  /** Code within a sentence. */
  record Code(String text, Style style) implements Inline {}
}
