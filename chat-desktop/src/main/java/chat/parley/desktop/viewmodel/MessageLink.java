package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one message of one server, or a room, as text that can be sent about: {@code
 * parley://office-pc:7070/r-1/41}.
 *
 * @param server its address as the app writes it
 * @param seq 0 for the room as such
 */
public record MessageLink(String server, RoomId room, long seq) {
  private static final Pattern FORM =
      Pattern.compile("parley://([^/\\s]{1,255})/([!-.0-~]{1,64})(?:/([0-9]{1,15}))?");

  /** Empty when the text is no such link. */
  public static Optional<MessageLink> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    RoomId room = new RoomId(matcher.group(2));
    if (matcher.group(3) == null) {
      return Optional.of(new MessageLink(matcher.group(1), room, 0));
    }
    long seq = Long.parseLong(matcher.group(3));
    return seq == 0 ? Optional.empty() : Optional.of(new MessageLink(matcher.group(1), room, seq));
  }

  @Override
  public String toString() {
    return "parley://" + server + "/" + room + (seq == 0 ? "" : "/" + seq);
  }
}
