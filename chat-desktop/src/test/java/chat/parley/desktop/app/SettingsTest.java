package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Account;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.QuietHours;
import chat.parley.model.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whoIsCalledOtherwiseIsRememberedSoAndKeepsWhatIsKept() {
    Settings before = read();
    Account ann = new Account("office-pc:7070", "Ann");
    before.loggedIn(ann);
    before.lastAccount(ann);
    before.renamed(ann, ann.named("Anna"));
    Settings after = read();
    Account anna = new Account("office-pc:7070", "Anna", "Ann");
    assertThat(after.accounts()).containsExactly(anna);
    assertThat(after.lastAccount()).isEqualTo(anna);
    assertThat(after.name()).isEqualTo("Anna");
    after.loggedOut(anna);
    assertThat(read().account("office-pc:7070", "anna")).as("the log-in page").isEqualTo(anna);
    assertThat(read().account("lab:7070", "Anna")).isEqualTo(new Account("lab:7070", "Anna"));

    Account another = read().account("office-pc:7070", "Ann");
    assertThat(another.name()).isEqualTo("Ann");
    assertThat(another.keptAs()).as("not what Anna left").isEqualTo("Ann~2");
    after.loggedIn(another);
    after.loggedOut(another);
    assertThat(read().account("office-pc:7070", "Ann")).isEqualTo(another);
  }

  @Test
  void theFirstStartHasTheNameOfTheAccount() {
    Settings first = read();
    assertThat(first.name()).isEqualTo("account");
    assertThat(first.addresses()).isEmpty();
    assertThat(first.accounts()).isEmpty();
    assertThat(first.lastAccount()).isNull();
    assertThat(first.choice("theme")).isEmpty();
    assertThat(first.window()).isEqualTo(WindowPlace.USUAL);
  }

  @Test
  void whatWasChosenIsThereNextTime() {
    Settings before = read();
    before.loggedIn(new Account("office-pc:7070", "Ann"));
    before.loggedIn(new Account("b\u00fcro:7070", "Ann"));
    before.lastRoom("office-pc:7070", new RoomId("r1"));
    before.lastAccount(new Account("office-pc:7070", "Ann"));
    before.choose("theme", "dark");
    before.window(new WindowPlace(10, 20, 900, 600, true));
    Settings after = read();
    assertThat(after.addresses()).containsExactly("b\u00fcro:7070", "office-pc:7070");
    assertThat(after.name()).isEqualTo("Ann");
    assertThat(after.accounts())
        .containsExactly(
            new Account("office-pc:7070", "Ann"), new Account("b\u00fcro:7070", "Ann"));
    assertThat(after.lastAccount()).isEqualTo(new Account("office-pc:7070", "Ann"));
    assertThat(after.lastRoom("office-pc:7070")).contains(new RoomId("r1"));
    assertThat(after.choice("theme")).contains("dark");
    assertThat(after.window()).isEqualTo(new WindowPlace(10, 20, 900, 600, true));
  }

  @Test
  void whoLeftAServerIsNotConnectedWithItNextTime() {
    Settings before = read();
    for (String address : List.of("a:1", "b:2", "c:3")) {
      before.loggedIn(new Account(address, "Ann"));
    }
    before.loggedIn(new Account("b:2", "ann"));
    before.loggedOut(new Account("b:2", "Ann"));
    assertThat(read().accounts())
        .containsExactly(new Account("a:1", "Ann"), new Account("c:3", "Ann"));
  }

  @Test
  void howAPersonWantsToBeToldIsThereNextTime() {
    Settings before = read();
    assertThat(before.alerts()).isEqualTo(AlertPreferences.USUAL);
    assertThat(before.closesToTray()).isFalse();
    var quiet =
        new QuietHours(true, LocalTime.of(21, 30), LocalTime.of(6, 15), Set.of(DayOfWeek.FRIDAY));
    var chosen =
        new AlertPreferences(
            false, true, true, List.of("server room", "a=b", "\u0434\u043e\u043c"), quiet, false);
    before.alerts(AlertPreferences.USUAL.withKeywords(List.of("a", "b", "c", "d")));
    before.alerts(chosen);
    before.closesToTray(true);
    Settings after = read();
    assertThat(after.alerts()).isEqualTo(chosen);
    assertThat(after.closesToTray()).isTrue();
  }

  @Test
  void nonsenseAboutAlertsIsAsIfItWereNotThere() throws IOException {
    Files.writeString(
        folder.resolve("settings"),
        "alerts.system=maybe\nalerts.quiet.from=25:61\nalerts.quiet.days=someday\n");
    AlertPreferences alerts = read().alerts();
    assertThat(alerts.systemNotifications()).isTrue();
    assertThat(alerts.quietHours().from()).isEqualTo(QuietHours.OFF.from());
    assertThat(alerts.quietHours().days()).isEmpty();
  }

  @Test
  void theLastEightAddressesAreRemembered() {
    Settings settings = read();
    for (int i = 1; i <= 10; i++) {
      settings.loggedIn(new Account("pc-" + i, "Ann"));
    }
    settings.loggedIn(new Account("pc-5", "Ann"));
    assertThat(settings.addresses())
        .containsExactly("pc-5", "pc-10", "pc-9", "pc-8", "pc-7", "pc-6", "pc-4", "pc-3");
  }

  @Test
  void nonsenseInTheFileKeepsNobodyOut() throws IOException {
    Files.writeString(
        folder.resolve("settings"), "theme=purple\nwindow=1 2 3\nroom.x=\\u12\n\u0000");
    assertThat(read().window()).isEqualTo(WindowPlace.USUAL);
    Files.writeString(folder.resolve("settings"), "theme=purple\nwindow=0 0 1 1 false\n");
    assertThat(read().window()).isEqualTo(WindowPlace.USUAL);
  }

  private Settings read() {
    return Settings.read(folder.resolve("settings"), Runnable::run, "account");
  }
}
