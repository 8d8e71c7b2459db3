package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.Gallery;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.server.ServerProcess;
import chat.parley.server.StillServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, two apps, one real server in a process of its own. */
class TwoAppsTest {
  /** What o'clock it is in a window, and which day. */
  private static final Clock STILL = Clock.fixed(StillServer.NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private ServerProcess server;

  @BeforeEach
  void start() throws Exception {
    server = ServerProcess.startSecure(folder.resolve("server"), "--name", "Floor 2 office");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A server for pictures, with a data folder of its own. */
  private ServerProcess still() throws IOException {
    return ServerProcess.startStill(folder.resolve("still"), "--name", "Floor 2 office");
  }

  /** It is the same minute in the apps as at the server. */
  private static Surroundings still(Surroundings real) {
    return new Surroundings(real.fx(), real.background(), STILL, STILL.getZone());
  }

  @Test
  void twoPeopleChatInTwoRooms() throws IOException {
    try (ServerProcess still = still();
        Desk ann = Desk.open(folder.resolve("ann"), TwoAppsTest::still);
        Desk ben = Desk.open(folder.resolve("ben"), TwoAppsTest::still)) {
      ann.looksAt(STILL);
      ben.looksAt(STILL);
      ann.logIn("Ann Bell", "127.0.0.1:" + still.port());
      ben.logIn("Ben Roth", "127.0.0.1:" + still.port());
      ann.say("Good morning Ben");
      ben.awaitText("Good morning Ben");
      ben.say("Good morning!");
      ann.awaitText("Good morning!");

      ann.openRoom("kitchen");
      ann.say("Coffee is ready");
      ben.openRoom("kitchen");
      ben.awaitText("Coffee is ready");
      ben.say("On my way");
      ann.awaitText("On my way");
      assertThat(ann.count("Coffee is ready")).isEqualTo(1);

      ben.goTo("lobby");
      ben.say("@Ann Bell are you coming to the lobby?");
      Fx.await(() -> ann.server().rooms().items().getFirst().mentionsProperty().get() == 1);
      picture(ann, ben);
      ann.goTo("lobby");
      ann.awaitText("are you coming to the lobby?");
      Fx.await(() -> ann.server().rooms().items().getFirst().unreadProperty().get() == 0);
    }
  }

  @Test
  void textOfEveryKindArrivesAndHarmsNoWindow() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      String odd = "مرحبا \u0301e 🎉 <script> & \"quotes\" " + "x".repeat(2_000);
      Fx.run(() -> ann.server().composer().textProperty().set(odd));
      ann.push(KeyCode.ENTER);
      ben.awaitText("<script>");
      ben.awaitText("مرحبا");
    }
  }

  @Test
  void whatIsWrittenWithoutAServerGoesOutLaterEvenAfterTheAppWasClosed() throws Exception {
    try (Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", address());
      ann.say("Before the power cut");
      // What is answered after it was heard after it: the message's own event is on this disk, too.
      ann.openRoom("kitchen");
      ann.goTo("lobby");
      server.kill();
      ann.say("During the power cut");
      ann.awaitText("Will send when");
    }
    try (Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.awaitText("Before the power cut");
      ann.awaitText("During the power cut");
      server.restart();
      try (Desk ben = Desk.open(folder.resolve("ben"))) {
        ben.logIn("Ben Roth", address());
        ben.awaitText("During the power cut");
        ben.awaitText("Before the power cut");
        assertThat(ben.count("Before the power cut")).isEqualTo(1);
        ann.awaitGone("Will send when");
        assertThat(ann.count("During the power cut")).isEqualTo(1);
      }
    }
  }

  @Test
  void aSecondPersonOfTheSameNameIsToldToChooseAnother() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk other = Desk.open(folder.resolve("other"))) {
      ann.logIn("Ann Bell", address());
      other.tryToLogIn("Ann  bell", address());
      Fx.await(() -> !other.model().login().problemProperty().get().isEmpty());
      other.awaitText(other.model().login().problemProperty().get());
      assertThat(other.model().login().problemProperty().get()).contains("taken");
    }
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }

  private static void picture(Desk ann, Desk ben) {
    Gallery gallery = Gallery.ofTheProject();
    // A note that a message came goes by itself, sooner or later.
    Fx.await(() -> ann.model().toasts().isEmpty() && ben.model().toasts().isEmpty());
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      String suffix = theme == Theme.LIGHT ? "-light" : "-dark";
      gallery.take("two-apps-ann" + suffix, ann.picture(theme));
      gallery.take("two-apps-ben" + suffix, ben.picture(theme));
    }
  }
}
