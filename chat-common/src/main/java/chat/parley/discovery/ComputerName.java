package chat.parley.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this computer calls itself. Where the system says so itself, nobody else is asked: Java's
 * own way asks name servers, which may be far away.
 */
public final class ComputerName {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private ComputerName() {}

  /** Empty where it has none. */
  public static Optional<String> get() {
    return ofSystem().or(ComputerName::ofNetwork).map(String::strip).filter(n -> !n.isEmpty());
  }

  private static Optional<String> ofSystem() {
    String windows = System.getenv("COMPUTERNAME");
    if (windows != null && !windows.isBlank()) {
      return Optional.of(windows);
    }
    try {
      return Files.exists(LINUX) ? Optional.of(Files.readString(LINUX)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // It may be hidden from this program.
    }
  }

  private static Optional<String> ofNetwork() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
