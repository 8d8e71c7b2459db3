package chat.parley.client;

import chat.parley.protocol.Command;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a client needs to know to take part.
 *
 * @param agent the client software, for the server's operator
 * @param firstVisit who to say we are when the journal holds no token yet
 * @param clock for times that people see
 * @param nanos for measuring, as {@link System#nanoTime}
 * @param random spreads reconnects
 */
public record ClientConfig(
    ServerAddress server,
    String agent,
    Command.Auth firstVisit,
    InstantSource clock,
    LongSupplier nanos,
    RandomGenerator random,
    Timings timings) {

  /** A guest of that name, with the computer's own clock and the usual timings. */
  public static ClientConfig guest(ServerAddress server, String agent, String name) {
    return new ClientConfig(
        server,
        agent,
        new Command.Auth.Guest(name),
        Clock.systemUTC(),
        System::nanoTime,
        RandomGenerator.getDefault(),
        Timings.DEFAULT);
  }
}
