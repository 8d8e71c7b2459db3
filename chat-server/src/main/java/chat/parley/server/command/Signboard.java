package chat.parley.server.command;

import chat.parley.model.Door;
import chat.parley.model.MessageLimits;
import chat.parley.model.Names;
import chat.parley.model.ServerSettings;
import chat.parley.protocol.Event;
import chat.parley.server.store.Ruling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every welcome says about this server, and what is announced. Starts with what the operator
 * said and follows what is decided while it runs. Safe for any thread.
 */
public final class Signboard {
  private final Event.ServerInfo usual;
  private volatile Event.ServerInfo now;
  private volatile MessageLimits messages = MessageLimits.USUAL;
  private volatile Event.@Nullable Announced announced;

  /**
   * @param usual as the server was started
   */
  public Signboard(Event.ServerInfo usual) {
    this.usual = usual;
    this.now = usual;
  }

  public Event.ServerInfo server() {
    return now;
  }

  public ServerSettings settings() {
    Event.ServerInfo info = now;
    return new ServerSettings(
        info.name(), info.door(), info.motd(), info.retentionDays(), messages);
  }

  /** From now on; what was never decided is as the server was started. */
  public synchronized void decide(Ruling.Chosen chosen) {
    Door door = chosen.door();
    String name = chosen.name();
    String motd = chosen.motd();
    Integer days = chosen.retentionDays();
    MessageLimits decided = chosen.messages();
    messages = decided == null ? MessageLimits.USUAL : decided;
    now =
        new Event.ServerInfo(
            // One of an older database may be what no longer is allowed.
            name == null || Names.problemWithServer(name).isPresent() ? usual.name() : name,
            usual.version(),
            usual.limits().withMessages(messages),
            door == null ? usual.door() : door,
            motd == null ? usual.motd() : motd,
            days == null ? usual.retentionDays() : days,
            now.app());
  }

  /**
   * There is a package of the app to take.
   *
   * @param app the newest version; empty when there is none
   */
  public synchronized void offer(String app) {
    Event.ServerInfo info = now;
    if (!app.equals(info.app())) {
      now =
          new Event.ServerInfo(
              info.name(),
              info.version(),
              info.limits(),
              info.door(),
              info.motd(),
              info.retentionDays(),
              app);
    }
  }

  public void announce(Event.Announced said) {
    announced = said;
  }

  /**
   * What is announced and not over.
   *
   * @param nowMillis epoch milliseconds
   */
  Optional<Event.Announced> announced(long nowMillis) {
    Event.Announced said = announced;
    return said == null || said.text().isEmpty() || said.until() <= nowMillis
        ? Optional.empty()
        : Optional.of(said);
  }
}
