package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.RoomId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives messages an address, and goes where one leads. */
public final class MessageLinks {
  private final RoomListModel rooms;
  private final Supplier<String> server;
  private final Supplier<@Nullable TimelineModel> timeline;
  private final Consumer<Toast> toasts;

  /**
   * @param server the address of the server
   * @param timeline the messages of the selected room
   */
  MessageLinks(
      RoomListModel rooms,
      Supplier<String> server,
      Supplier<@Nullable TimelineModel> timeline,
      Consumer<Toast> toasts) {
    this.rooms = rooms;
    this.server = server;
    this.timeline = timeline;
    this.toasts = toasts;
  }

  /** The address of a message of the selected room; empty while there is none. */
  public String of(MessageItem message) {
    TimelineModel shown = timeline.get();
    return shown == null
        ? ""
        : new MessageLink(server.get(), shown.room(), message.seq()).toString();
  }

  /**
   * Goes to the message, or to the room, that a link names. Answers whether the text was such a
   * link.
   */
  public boolean open(String link) {
    Optional<MessageLink> parsed = MessageLink.parse(link);
    parsed.ifPresent(
        to -> {
          if (to.server().equalsIgnoreCase(server.get())) {
            open(to.room(), to.seq());
          } else {
            toasts.accept(Toast.of(Texts.of("messages.link.elsewhere", to.server())));
          }
        });
    return parsed.isPresent();
  }

  /**
   * Shows a message of any room I am in; of seq 0, the room as it is. Where I am not in the room, a
   * toast offers to join it first.
   */
  public void open(RoomId in, long seq) {
    RoomItem there = rooms.find(in);
    if (there == null) {
      toasts.accept(
          new Toast(
              Texts.of("messages.link.no.room"),
              Texts.of("messages.link.join"),
              () -> rooms.join(in, () -> open(in, seq))));
      return;
    }
    rooms.selectedProperty().set(there);
    TimelineModel shown = timeline.get();
    if (shown != null && seq != 0) {
      shown.jumpTo(seq);
    }
  }
}
