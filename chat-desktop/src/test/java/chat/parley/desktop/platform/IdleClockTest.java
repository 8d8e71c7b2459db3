package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdleClockTest {
  private final FakePrograms programs = new FakePrograms();

  @Test
  void gnomeSaysItInMilliseconds() {
    programs.installed.add("gdbus");
    programs.answers.put("org.gnome.Mutter.IdleMonitor.GetIdletime", "(uint64 301500,)\n");
    assertThat(linux().idle()).contains(Duration.ofMillis(301_500));
    assertThat(programs.calls.getFirst())
        .containsExactly(
            "gdbus",
            "call",
            "--session",
            "--timeout",
            "3",
            "--dest",
            "org.gnome.Mutter.IdleMonitor",
            "--object-path",
            "/org/gnome/Mutter/IdleMonitor/Core",
            "--method",
            "org.gnome.Mutter.IdleMonitor.GetIdletime",
            "--");
  }

  @Test
  void whoKnowsIsAskedFirstTheNextTime() {
    programs.installed.add("gdbus");
    programs.answers.put("org.gnome.Mutter.IdleMonitor.GetIdletime", null);
    programs.answers.put("org.freedesktop.ScreenSaver.GetSessionIdleTime", "(uint32 4000,)");
    IdleClock clock = linux();
    assertThat(clock.idle()).contains(Duration.ofSeconds(4));
    assertThat(clock.idle()).contains(Duration.ofSeconds(4));
    assertThat(programs.calls).hasSize(3);
  }

  @Test
  void aComputerThatDoesNotSayIsNotGuessedAt() {
    assertThat(linux().idle()).isEmpty();
    programs.installed.add("gdbus");
    programs.answers.put(
        "org.gnome.Mutter.IdleMonitor.GetIdletime", "(uint64 99999999999999999999,)");
    assertThat(linux().idle()).isEmpty();
  }

  @Test
  void macSaysItInNanoseconds() {
    programs.answers.put(
        "IOHIDSystem", "    | |   \"HIDIdleTime\" = 300000000000\n    \"HIDIdleTimeDelta\" = 5");
    assertThat(new MacIdle(programs).idle()).contains(Duration.ofMinutes(5));
    programs.answers.put("IOHIDSystem", "nothing of the kind");
    assertThat(new MacIdle(programs).idle()).isEmpty();
    programs.answers.put("IOHIDSystem", null);
    assertThat(new MacIdle(programs).idle()).isEmpty();
  }

  @Test
  void windowsTicksMayBeginAnewBetweenTheTwo() {
    assertThat(WindowsIdle.between(1_000, 301_000)).isEqualTo(Duration.ofMinutes(5));
    assertThat(WindowsIdle.between(-1_000, 2_000)).isEqualTo(Duration.ofSeconds(3));
    assertThat(WindowsIdle.between(Integer.MAX_VALUE, Integer.MIN_VALUE + 9))
        .isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void withoutASystemItSaysNothingAndHarmsNothing() {
    assertThat(IdleClock.firstOf(List.of(IdleClock.UNKNOWN)).idle()).isEqualTo(Optional.empty());
  }

  private IdleClock linux() {
    return Facilities.idle(Os.LINUX, Map.of("WAYLAND_DISPLAY", "wayland-0"), programs);
  }
}
