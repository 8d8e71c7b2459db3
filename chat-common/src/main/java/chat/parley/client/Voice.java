package chat.parley.client;

import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What this client says, whichever line carries it just now. Loop only. */
final class Voice {
  private final LongSupplier nanos;
  private @Nullable WebSocketLine line;
  private long lastId;
  private long saidAt;

  Voice(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void use(WebSocketLine open) {
    line = open;
    saidAt = nanos.getAsLong();
  }

  void silence() {
    line = null;
  }

  /** A number that no other command of this client has had. */
  long nextId() {
    return ++lastId;
  }

  /** Says it now; on a line that is just going down it is lost, as on any wire. */
  void say(Command command) {
    say(Codec.encode(command));
  }

  /** The same for a command that is encoded already. */
  void say(String json) {
    if (line != null) {
      line.send(json);
      saidAt = nanos.getAsLong();
    }
  }

  long saidAt() {
    return saidAt;
  }
}
