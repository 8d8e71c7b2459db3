package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Presence;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads and begins to write at one computer is so at the other. */
@Tag("fault")
class TwoComputersTest {
  @TempDir Path folder;

  private Trio trio;

  @BeforeEach
  void open() throws Exception {
    trio = new Trio(folder);
  }

  @AfterEach
  void close() {
    trio.close();
  }

  @Test
  void aDraftGoesAlongAndIsGoneWhenItIsSent() {
    trio.ann.click("#composer");
    Sight.soon(
        "draft",
        () -> trio.ann.type("half a sentence"),
        () -> words(trio.annToo).equals("half a sentence"));
    Sight.soon(
        "draft taken back",
        () -> trio.ann.fill("#composer", ""),
        () -> words(trio.annToo).isEmpty());
    trio.said(trio.ann, "A whole sentence");
    assertThat(Fx.call(() -> words(trio.annToo))).isEmpty();
  }

  @Test
  void whatIsReadAtOneIsReadAtTheOther() {
    trio.ann.openRoom("kitchen");
    trio.ann.goTo("lobby");
    trio.annToo.awaitText("kitchen");
    trio.ben.openRoom("kitchen");
    trio.ben.tells("Is there tea?");
    Fx.await(() -> unread(trio.ann) == 1 && unread(trio.annToo) == 1);
    Sight.soon("read", () -> trio.ann.goTo("kitchen"), () -> unread(trio.annToo) == 0);
  }

  @Test
  void doNotDisturbHoldsAtBothUntilItEndsWhereItBegan() {
    List<String> toasts = trio.annToo.toasts();
    trio.annToo.openRoom("kitchen");
    trio.ann.openRoom("kitchen");
    Sight.soon("busy", () -> presence(trio.ann, Presence.BUSY), () -> shows(Presence.BUSY));
    trio.ben.tells("@Ann Bell are you there?");
    Fx.await(() -> naming(trio.annToo) == 1);
    trio.annToo.click("#me");
    String chosen = Texts.of("view.presence.chosen", PresenceWords.of(Presence.BUSY));
    Fx.await(() -> trio.annToo.named(".line-button", chosen) != null);
    trio.annToo.push(KeyCode.ESCAPE);
    Sight.soon("back", () -> presence(trio.ann, Presence.ONLINE), () -> shows(Presence.ONLINE));
    assertThat(Fx.call(() -> trio.annToo.server().presenceProperty().get()))
        .isEqualTo(Presence.ONLINE);
    trio.annToo.inFront();
    trio.ben.tells("@Ann Bell and now?");
    Fx.await(() -> !toasts.isEmpty());
    assertThat(toasts).containsExactly("Ben Roth in #lobby. @Ann Bell and now?");
  }

  private static void presence(Desk desk, Presence now) {
    Fx.run(() -> desk.server().presenceProperty().set(now));
  }

  private boolean shows(Presence wanted) {
    return trio.annToo.named("#me", "Ann Bell, " + PresenceWords.of(wanted)) != null;
  }

  private static long naming(Desk desk) {
    return desk.server().rooms().namingProperty().get();
  }

  private static String words(Desk desk) {
    return desk.server().composer().textProperty().get();
  }

  private static long unread(Desk desk) {
    return desk.server().rooms().items().stream()
        .filter(room -> room.name().equals("kitchen"))
        .findFirst()
        .map(RoomItem::unreadProperty)
        .orElseThrow()
        .get();
  }
}
