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

  /** Longer than any that says what a file is. */
  private static final int END_CHARS = 12;

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
    int[] seen =
        last.codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
            .filter(c -> c != Character.LINE_SEPARATOR && "<>:\"|?*".indexOf(c) < 0)
            .toArray();
    String stripped = shortened(seen).strip();
    return stripped.isEmpty() || stripped.chars().allMatch(c -> c == '.') ? "file" : stripped;
  }

  /** The end says what it is and is kept; what is too much goes before it. */
  private static String shortened(int[] name) {
    int most = NAME_CHARS / 2;
    if (name.length <= most) {
      return new String(name, 0, name.length);
    }
    int end = name.length;
    for (int i = name.length - 1; i >= name.length - END_CHARS; i--) {
      if (name[i] == '.') {
        end = i;
        break;
      }
    }
    int kept = name.length - end;
    return new String(name, 0, most - kept) + new String(name, end, kept);
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
