package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsTest {
  private static final Note NOTE = new Note("lobby", "Ann in #lobby", "<b>1 & 2</b> 'x' \\ \"y\"");

  private final FakePrograms programs = new FakePrograms();
  private int clicks;

  @Test
  void notifySendShowsANoteAndWaitsForItsClick() throws IOException {
    programs.firstLine = "7";
    var notifications = new NotifySend(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    assertThat(programs.calls.getFirst())
        .containsExactly(
            "stdbuf",
            "-oL",
            "notify-send",
            "--app-name=Parley",
            "--icon=/icon.png",
            "--category=im.received",
            "--print-id",
            "--replace-id=0",
            "--action=default=Open",
            "--",
            "Ann in #lobby",
            "&lt;b&gt;1 &amp; 2&lt;/b&gt; 'x' \\ \"y\"");
    programs.ears.getFirst().line("default");
    assertThat(clicks).isEqualTo(1);
  }

  @Test
  void ofOneRoomThereIsOneNote() throws IOException {
    programs.firstLine = "7";
    var notifications = new NotifySend(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    notifications.show(NOTE, () -> clicks++);
    assertThat(programs.calls.get(1)).contains("--replace-id=7");
    assertThat(programs.ended).isEqualTo(1);
  }

  @Test
  void aNoteIsTakenBackByItsNumber() throws IOException {
    programs.installed.add("gdbus");
    programs.firstLine = "7";
    var notifications = new NotifySend(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    notifications.withdraw("another room");
    notifications.withdraw("lobby");
    assertThat(programs.calls).hasSize(2);
    assertThat(programs.calls.get(1))
        .contains("org.freedesktop.Notifications.CloseNotification")
        .endsWith("7");
  }

  @Test
  void withoutANotificationServiceTheFailureIsTold() {
    var notifications = new NotifySend(programs, "/icon.png");
    assertThatThrownBy(() -> notifications.show(NOTE, () -> clicks++))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("notify-send");
  }

  @Test
  void manyRoomsDoNotKeepManyProcesses() throws IOException {
    programs.firstLine = "7";
    var notifications = new NotifySend(programs, "/icon.png");
    for (int i = 0; i < 50; i++) {
      notifications.show(new Note("room " + i, "t", "x"), () -> clicks++);
    }
    assertThat(programs.ended).isEqualTo(30);
    notifications.close();
    assertThat(programs.ended).isEqualTo(50);
  }

  @Test
  void gdbusGetsTextThatItReadsBackUnchanged() throws IOException {
    programs.answers.put("org.freedesktop.Notifications.Notify", "(uint32 12,)\n");
    programs.firstLine = "Monitoring signals";
    var notifications = new GdbusNotifications(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    assertThat(programs.calls.getFirst()).startsWith("gdbus", "monitor", "--session");
    assertThat(programs.calls.get(1))
        .startsWith("gdbus", "call", "--session")
        .containsSubsequence("--", "'Parley'", "0", "'Ann in #lobby'", "['default', 'Open']", "-1")
        .contains("'&lt;b&gt;1 &amp; 2&lt;/b&gt; \\'x\\' \\\\ \"y\"'");
  }

  @Test
  void gdbusHearsClicksOfItsOwnNotesOnly() throws IOException {
    programs.answers.put("org.freedesktop.Notifications.Notify", "(uint32 12,)\n");
    programs.firstLine = "Monitoring signals";
    var notifications = new GdbusNotifications(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    String said = "/org/freedesktop/Notifications: org.freedesktop.Notifications.ActionInvoked ";
    programs.ears.getFirst().line(said + "(uint32 11, 'default')");
    assertThat(clicks).isZero();
    programs.ears.getFirst().line(said + "(uint32 12, 'default')");
    assertThat(clicks).isEqualTo(1);
  }

  @Test
  void gdbusPutsANoteInTheOldOnesPlaceAndTakesItBack() throws IOException {
    programs.answers.put("org.freedesktop.Notifications.Notify", "(uint32 12,)\n");
    programs.firstLine = "Monitoring signals";
    var notifications = new GdbusNotifications(programs, "/icon.png");
    notifications.show(NOTE, () -> clicks++);
    notifications.show(NOTE, () -> clicks++);
    assertThat(programs.calls.get(2)).contains("'Parley'", "12");
    notifications.withdraw("another room");
    assertThat(programs.calls).hasSize(3);
    notifications.withdraw("lobby");
    assertThat(programs.calls.getLast())
        .contains("org.freedesktop.Notifications.CloseNotification")
        .endsWith("12");
    notifications.close();
    assertThat(programs.ended).isEqualTo(1);
  }

  @Test
  void gdbusTellsWhenNobodyShowsNotes() {
    programs.answers.put("org.freedesktop.Notifications.Notify", null);
    programs.firstLine = "Monitoring signals";
    var notifications = new GdbusNotifications(programs, "/icon.png");
    assertThatThrownBy(() -> notifications.show(NOTE, () -> clicks++))
        .isInstanceOf(IOException.class);
  }

  @Test
  void onMacTheWordsAreArgumentsAndNoScript() {
    var note = new Note("x", "\" & do shell script \"x", "-e beep");
    assertThat(AppleScriptNotifications.command(note))
        .containsExactly(
            "osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run",
            "--",
            "\" & do shell script \"x",
            "-e beep");
  }

  @Test
  void eachSystemHasItsWay() {
    assertThat(chosen(Os.WINDOWS)).isInstanceOf(BalloonNotifications.class);
    assertThat(chosen(Os.MAC)).isInstanceOf(AppleScriptNotifications.class);
    assertThat(chosen(Os.LINUX)).isInstanceOf(NoNotifications.class);
    programs.installed.add("gdbus");
    assertThat(chosen(Os.LINUX)).isInstanceOf(GdbusNotifications.class);
    programs.installed.addAll(List.of("notify-send", "stdbuf"));
    programs.answers.put("--help", "  -u, --urgency=LEVEL");
    assertThat(chosen(Os.LINUX)).as("too old").isInstanceOf(GdbusNotifications.class);
    programs.answers.put("--help", "  -A, --action=[NAME=]Text...");
    assertThat(chosen(Os.LINUX)).isInstanceOf(NotifySend.class);
  }

  private Notifications chosen(Os os) {
    return Facilities.notifications(os, programs, "/icon.png", Tray.NONE);
  }
}
