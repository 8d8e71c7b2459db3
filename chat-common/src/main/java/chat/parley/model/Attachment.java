package chat.parley.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file that belongs to a message.
 *
 * @param name as its sender called it, 1 to {@link #NAME_CHARS} characters, never a path
 * @param size in bytes
 * @param type its media type: of a picture that was looked at, what it is; else what its sender
 *     called it
 * @param width of a picture, in pixels as it is shown; 0 when it is none
 * @param height of a picture, in pixels as it is shown; 0 when it is none
 * @param thumb whether the server has a small picture of it
 */
public record Attachment(
    FileId id, String name, long size, String type, int width, int height, boolean thumb) {
  public static final int NAME_CHARS = 200;
  public static final int TYPE_CHARS = 100;

  private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*");

  /** What nobody knows more of. */
  public static final String ANY_TYPE = "application/octet-stream";

  /**
   * A name that is safe to show and to keep a file under: without folders, and without characters
   * that cannot be seen or turn the direction of others.
   */
  public static String cleanName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    last.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .filter(c -> c != Character.LINE_SEPARATOR && "<>:\"|?*".indexOf(c) < 0)
        .limit(NAME_CHARS / 2)
        .forEach(clean::appendCodePoint);
    String stripped = clean.toString().strip();
    return stripped.isEmpty() || stripped.chars().allMatch(c -> c == '.') ? "file" : stripped;
  }

  /** The media type if it is one, in lower case; else {@link #ANY_TYPE}. */
  public static String cleanType(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.length() <= TYPE_CHARS && TYPE.matcher(lower).matches() ? lower : ANY_TYPE;
  }

  /** Whether it is shown in the message itself, by {@link #width} and {@link #height}. */
  public boolean isPicture() {
    return width > 0 && height > 0;
  }

  public boolean isSound() {
    return type.startsWith("audio/");
  }

  public boolean isVideo() {
    return type.startsWith("video/");
  }
}
