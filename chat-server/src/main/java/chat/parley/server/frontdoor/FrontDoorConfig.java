package chat.parley.server.frontdoor;

import chat.parley.protocol.Limits;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the front door stands and how much it lets in.
 *
 * @param bind host name or address to listen on; 0.0.0.0 for all
 * @param port 0 for any free one
 * @param connections most connections at a time, 1 or more
 * @param perAddress most connections from one address; 0 for no such cap
 * @param messageBytes largest message a client may send, in bytes
 * @param tls what the port speaks; null for plain
 */
public record FrontDoorConfig(
    String bind,
    int port,
    int connections,
    int perAddress,
    int messageBytes,
    Deadlines deadlines,
    @Nullable SSLContext tls) {
  private static final int PER_ADDRESS = 64;
  private static final int CONNECTIONS = 10_000;

  /** The usual caps and deadlines, plain. */
  public static FrontDoorConfig of(String bind, int port) {
    return new FrontDoorConfig(
        bind,
        port,
        usualConnections(),
        PER_ADDRESS,
        Limits.DEFAULT.frameBytes(),
        Deadlines.DEFAULT,
        null);
  }

  /** The same without the cap of connections from one address, for benchmarks. */
  public FrontDoorConfig withoutAddressCap() {
    return withPerAddress(0);
  }

  public FrontDoorConfig withPerAddress(int most) {
    return new FrontDoorConfig(bind, port, connections, most, messageBytes, deadlines, tls);
  }

  public FrontDoorConfig withConnections(int most) {
    return new FrontDoorConfig(bind, port, most, perAddress, messageBytes, deadlines, tls);
  }

  public FrontDoorConfig withDeadlines(Deadlines other) {
    return new FrontDoorConfig(bind, port, connections, perAddress, messageBytes, other, tls);
  }

  public FrontDoorConfig withTls(SSLContext context) {
    return new FrontDoorConfig(
        bind, port, connections, perAddress, messageBytes, deadlines, context);
  }

  /** Leaves a fifth of the file descriptors to the database, logs and classes. */
  private static int usualConnections() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        && system.getMaxFileDescriptorCount() > 0) {
      return (int) Math.min(system.getMaxFileDescriptorCount() / 5 * 4, Integer.MAX_VALUE);
    }
    return CONNECTIONS;
  }
}
