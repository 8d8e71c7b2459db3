package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key costs in the field where messages are written, with much in it already. */
@Tag("fault")
class TypingTest {
  private static final int KEYS = 60;

  /** Work of one key, in milliseconds, that would be felt by the one who types. */
  private static final double FELT = 50;

  @TempDir Path folder;

  @Test
  void aKeyIsNotFeltWhateverStandsInTheFieldAlready() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("server"));
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      ann.awaitText("lobby");
      typeOn(ann, "a sentence", "The kettle is on. ");
      typeOn(ann, "1,000 characters", "The kettle is on. ".repeat(56));
      typeOn(ann, "1,000 characters from right to left", "הקומקום רותח עכשיו. ".repeat(50));
      typeOn(ann, "16,000 characters in 800 lines", "The kettle is on \n".repeat(890));
    }
  }

  private static void typeOn(Desk ann, String what, String text) {
    TextArea field = Fx.call(() -> (TextArea) ann.scene().getRoot().lookup("#composer"));
    Fx.run(() -> field.setText(text));
    try (FrameWatch frames = FrameWatch.of(ann.scene(), () -> {})) {
      frames.await(KEYS);
      int from = frames.rounds().size();
      for (int key = 0; key < KEYS; key++) {
        Fx.run(() -> field.insertText(field.getLength(), text.substring(0, 1)));
        frames.await(frames.frames().size() + 2);
      }
      List<Double> work = frames.rounds().subList(from, frames.rounds().size());
      // Every other frame has nothing to do with the key.
      List<Double> keys = work.stream().sorted(Collections.reverseOrder()).limit(KEYS).toList();
      System.out.printf("a key after %s: work of a frame %s%n", what, FrameWatch.summary(keys));
      assertThat(keys.get(KEYS / 2)).as(what).isLessThan(FELT);
    }
    Fx.run(field::clear);
  }
}
