package chat.parley.server.store;

import chat.parley.model.RoomKind;
import chat.parley.model.Ties;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds what a new message is to hang on. Committer's thread only. */
final class Hooks {
  private final RoomCache rooms;
  private final StoredMessages messages;

  Hooks(RoomCache rooms, StoredMessages messages) {
    this.rooms = rooms;
    this.messages = messages;
  }

  Ties resolve(RoomEntry room, Membership sender, Write.Append write) throws SQLException, Refused {
    Command.Hook hook = write.hook();
    if (hook.equals(Command.Hook.NONE)) {
      return Ties.NONE;
    }
    if (hook.reply() != 0) {
      messages.get(room, hook.reply());
    }
    return new Ties(
        hook.reply(), root(room, hook.thread()), forward(sender, write), Ties.Call.NOBODY);
  }

  /** There are no threads in threads: what is said under a reply belongs to the reply's root. */
  private long root(RoomEntry room, long seq) throws SQLException, Refused {
    if (seq == 0) {
      return 0;
    }
    long above = messages.get(room, seq).ties().thread();
    return above == 0 ? seq : above;
  }

  private Ties.@Nullable Forward forward(Membership sender, Write.Append write)
      throws SQLException, Refused {
    Command.Source source = write.hook().forward();
    if (source == null) {
      return null;
    }
    RoomEntry from = rooms.get(source.room());
    from.get(sender.user.id());
    Event.Message message = messages.getAlive(from, source.seq());
    if (!message.body().equals(write.body())) {
      throw new Refused(Refusals.notThatText());
    }
    boolean open = from.room().kind() == RoomKind.PUBLIC;
    return new Ties.Forward(message.name(), open ? from.room().name() : "", message.at());
  }
}
