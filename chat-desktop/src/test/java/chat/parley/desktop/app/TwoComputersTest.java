package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.RoomItem;
import java.nio.file.Path;
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
