package chat.parley.desktop.viewmodel;

import chat.parley.client.BadAddress;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.RoomId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives messages an address, and goes where one leads. */
public final class MessageLinks {
  private final RoomListModel rooms;
  private final Supplier<String> server;
  private final Supplier<@Nullable TimelineModel> timeline;
  private final Predicate<MessageLink> servers;
  private final Consumer<Toast> toasts;

  /**
   * @param server the address of the server
   * @param timeline the messages of the selected room
   * @param servers goes where a link leads, if that is a server I am on
   */
  MessageLinks(
      RoomListModel rooms,
      Supplier<String> server,
      Supplier<@Nullable TimelineModel> timeline,
      Predicate<MessageLink> servers,
      Consumer<Toast> toasts) {
    this.rooms = rooms;
    this.server = server;
    this.timeline = timeline;
    this.servers = servers;
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
          if (!servers.test(to)) {
            toasts.accept(Toast.of(Texts.of("messages.link.elsewhere", to.server())));
          }
        });
    return parsed.isPresent();
  }

  /** Whether it calls this server as I do. */
  boolean names(MessageLink to) {
    return to.server().equalsIgnoreCase(server.get());
  }

  /**
   * Whether it is of this server, whatever whoever copied it calls it: a computer has several
   * names, and a room of mine is on no other server.
   */
  boolean leadsHere(MessageLink to) {
    try {
      ServerAddress here = ServerAddress.parse(server.get());
      ServerAddress there = ServerAddress.parse(to.server());
      boolean sameComputer = isLoopback(here.host()) && isLoopback(there.host());
      return here.port() == there.port() && (sameComputer || rooms.find(to.room()) != null);
    } catch (BadAddress e) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
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
