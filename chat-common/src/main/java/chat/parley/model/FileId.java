package chat.parley.model;

/**
 * The opaque name of a file on the wire, which nobody can guess: 1 to 64 visible ASCII characters.
 * To know it is not enough to see the file: who asks must be allowed to read its message.
 */
public record FileId(String value) {
  public FileId {
    Ids.check("file id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
