package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** macOS: what the driver of keyboard and mouse says of itself. */
record MacIdle(Programs programs) implements IdleClock {
  static final List<String> COMMAND = List.of("ioreg", "-c", "IOHIDSystem", "-d", "4", "-r");

  private static final Pattern NANOS = Pattern.compile("\"HIDIdleTime\" = (\\d{1,18})\\b");

  @Override
  public Optional<Duration> idle() {
    try {
      Matcher nanos = NANOS.matcher(programs.run(COMMAND));
      return nanos.find()
          ? Optional.of(Duration.ofNanos(Long.parseLong(nanos.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Then the window's own clock has to do.
    }
  }
}
