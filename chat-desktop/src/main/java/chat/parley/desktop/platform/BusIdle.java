package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Desktops of Linux that say it over D-Bus, both in milliseconds. */
record BusIdle(Programs programs, List<String> command) implements IdleClock {
  static BusIdle mutter(Programs programs) {
    var bus = new Bus("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core");
    return new BusIdle(programs, bus.call("org.gnome.Mutter.IdleMonitor.GetIdletime"));
  }

  static BusIdle screenSaver(Programs programs) {
    var bus = new Bus("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver");
    return new BusIdle(programs, bus.call("org.freedesktop.ScreenSaver.GetSessionIdleTime"));
  }

  @Override
  public Optional<Duration> idle() {
    if (!programs.has(Bus.GDBUS)) {
      return Optional.empty();
    }
    try {
      var millis = Bus.number(programs.run(command));
      return millis.isPresent()
          ? Optional.of(Duration.ofMillis(millis.getAsLong()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // Another desktop: the next clock is asked.
    }
  }
}
