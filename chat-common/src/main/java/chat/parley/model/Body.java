package chat.parley.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the text of a message may look like. Both ends use the same rule, so that a text is refused
 * before it is queued and again by the server; nothing is ever taken out of it silently.
 */
public final class Body {
  private Body() {}

  /**
   * A sentence about what is wrong with a text, or empty when it may be said. One of which nothing
   * can be seen is empty. How long it may be is the server's to say, see {@code Limits.bodyChars}.
   */
  public static Optional<String> problem(String body) {
    if (!Names.shows(body)) {
      return Optional.of("The text is empty.");
    }
    OptionalInt control = controlIn(body);
    return control.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The text has the control character U+%04X; take it out."
                .formatted(control.getAsInt()));
  }

  /** The first character in a text that it may not have; empty when there is none. */
  public static OptionalInt controlIn(String body) {
    // Control characters show nothing, and JSON writes each as six bytes: a text that is short
    // enough would no longer fit a frame.
    return body.chars()
        .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
        .findFirst();
  }
}
