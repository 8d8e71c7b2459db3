package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.FileStamp;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A file that was attached and is not sent yet. Kept on this computer's disk, so that its upload
 * goes on after the app was closed.
 *
 * @param key names it on this computer
 * @param thread the seq of the message under which it is to be said; 0 for the room itself
 * @param from where it lies on this computer
 * @param id what the server calls it; null until it said so
 * @param whole what it has become on the server; null until it is there
 * @param stamp what the file was when its upload began; null when nobody knows
 */
public record Parcel(
    String key,
    RoomId room,
    long thread,
    LocalFile from,
    @Nullable FileId id,
    @Nullable Attachment whole,
    @Nullable FileStamp stamp) {

  /** One whose upload has not begun, or of which it is all the same by now what it was. */
  public Parcel(
      String key,
      RoomId room,
      long thread,
      LocalFile from,
      @Nullable FileId id,
      @Nullable Attachment whole) {
    this(key, room, thread, from, id, whole, null);
  }

  /** The server calls it so. */
  public Parcel begun(FileId now, FileStamp of) {
    return new Parcel(key, room, thread, from, now, whole, of);
  }

  /** It is there. */
  public Parcel arrived(Attachment now) {
    return new Parcel(key, room, thread, from, now.id(), now);
  }
}
