package chat.parley.client;

import chat.parley.protocol.Command;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to know to take part.
 *
 * @param agent the client software, for the server's operator
 * @param servers what servers are known by; null to speak without TLS, as tests do
 * @param firstVisit who to say we are when the journal holds no token yet; other than a guest also
 *     when it does, until that has worked once
 * @param clock for times that people see
 * @param nanos for measuring, as {@link System#nanoTime}
 * @param random spreads reconnects
 */
public record ClientConfig(
    ServerAddress server,
    @Nullable KnownServers servers,
    String agent,
    Command.Auth firstVisit,
    InstantSource clock,
    LongSupplier nanos,
    RandomGenerator random,
    Timings timings) {

  /** Somebody, with the computer's own clock and the usual timings. */
  public static ClientConfig of(
      ServerAddress server, KnownServers servers, String agent, Command.Auth firstVisit) {
    return new ClientConfig(
        server,
        servers,
        agent,
        firstVisit,
        Clock.systemUTC(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        Timings.DEFAULT);
  }

  /**
   * A guest of that name, with the computer's own clock and the usual timings, who remembers the
   * server's key as long as the process lives.
   */
  public static ClientConfig guest(ServerAddress server, String agent, String name) {
    return of(server, KnownServers.inMemory(), agent, new Command.Auth.Guest(name));
  }
}
