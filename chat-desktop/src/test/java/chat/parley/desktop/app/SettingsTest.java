package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void theFirstStartHasTheNameOfTheAccount() {
    Settings first = read();
    assertThat(first.name()).isEqualTo("account");
    assertThat(first.addresses()).isEmpty();
    assertThat(first.stayLoggedIn()).isFalse();
    assertThat(first.theme()).isEqualTo(Theme.SYSTEM);
    assertThat(first.window()).isEqualTo(WindowPlace.USUAL);
  }

  @Test
  void whatWasChosenIsThereNextTime() {
    Settings before = read();
    before.loggedIn("office-pc:7070", "Ann");
    before.loggedIn("b\u00fcro:7070", "Ann");
    before.lastRoom("office-pc:7070", new RoomId("r1"));
    before.theme(Theme.DARK);
    before.window(new WindowPlace(10, 20, 900, 600, true));
    Settings after = read();
    assertThat(after.addresses()).containsExactly("b\u00fcro:7070", "office-pc:7070");
    assertThat(after.name()).isEqualTo("Ann");
    assertThat(after.stayLoggedIn()).isTrue();
    assertThat(after.lastRoom("office-pc:7070")).contains(new RoomId("r1"));
    assertThat(after.theme()).isEqualTo(Theme.DARK);
    assertThat(after.window()).isEqualTo(new WindowPlace(10, 20, 900, 600, true));
  }

  @Test
  void theLastEightAddressesAreRemembered() {
    Settings settings = read();
    for (int i = 1; i <= 10; i++) {
      settings.loggedIn("pc-" + i, "Ann");
    }
    settings.loggedIn("pc-5", "Ann");
    assertThat(settings.addresses())
        .containsExactly("pc-5", "pc-10", "pc-9", "pc-8", "pc-7", "pc-6", "pc-4", "pc-3");
  }

  @Test
  void nonsenseInTheFileKeepsNobodyOut() throws IOException {
    Files.writeString(
        folder.resolve("settings"), "theme=purple\nwindow=1 2 3\nroom.x=\\u12\n\u0000");
    assertThat(read().theme()).isEqualTo(Theme.SYSTEM);
    Files.writeString(folder.resolve("settings"), "theme=purple\nwindow=0 0 1 1 false\n");
    assertThat(read().window()).isEqualTo(WindowPlace.USUAL);
  }

  private Settings read() {
    return Settings.read(folder.resolve("settings"), Runnable::run, "account");
  }
}
