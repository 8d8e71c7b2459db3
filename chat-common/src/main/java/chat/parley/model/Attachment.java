package chat.parley.model;

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
