package chat.parley.protocol;

import chat.parley.model.Attachment;
import java.util.Optional;

/**
 * Turns what is said into JSON text and back. All methods are pure and may be called from any
 * thread. Decoding answers bad input with {@link Malformed} and nothing else, whatever arrives.
 */
public final class Codec {
  private Codec() {}

  public static String encode(Command command) {
    return CommandJson.write(command);
  }

  public static String encode(Event event) {
    return EventJson.write(event);
  }

  /**
   * @throws Malformed with one sentence for the client; its {@code re} is the command's id when
   *     that could be read
   */
  public static Command decodeCommand(String json) throws Malformed {
    JsonIn in = JsonIn.parse(json);
    long id = in.has("id") ? in.positive("id") : 0;
    try {
      return CommandJson.read(in, id);
    } catch (Malformed e) {
      throw e.inReplyTo(id);
    }
  }

  /**
   * Empty for an event of a type that this build does not know and that has no seq: it is ignored.
   * One with a seq becomes {@link Event.Unrecognized}.
   */
  public static Optional<Event> decodeEvent(String json) throws Malformed {
    return EventJson.read(JsonIn.parse(json));
  }

  public static String encode(FileOffer offer) {
    return FileJson.write(offer);
  }

  public static String encode(FileProgress progress) {
    return FileJson.write(progress);
  }

  /** Its name and type are made clean; see {@link Attachment}. */
  public static FileOffer decodeOffer(String json) throws Malformed {
    return FileJson.offer(JsonIn.parse(json));
  }

  public static FileProgress decodeProgress(String json) throws Malformed {
    return FileJson.progress(JsonIn.parse(json));
  }

  /** The name of an event's type on the wire, which is also the name a store keeps it under. */
  public static String typeOf(Event.RoomEvent event) {
    return RoomEventJson.typeOf(event);
  }
}
