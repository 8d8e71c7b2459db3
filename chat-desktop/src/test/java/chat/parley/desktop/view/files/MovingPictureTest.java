package chat.parley.desktop.view.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Pictures;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.look.Motion;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingPictureTest {
  private static final Attachment GIF =
      new Attachment(new FileId("f-gif"), "dance.gif", 900, "image/gif", 40, 30, true);

  @TempDir Path folder;

  private Visit visit;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    byte[] gif = Pictures.movingGif(40, 30);
    Path file = Files.write(folder.resolve("dance.gif"), gif);
    visit = Fx.call(() -> new Visit(Say.state("lobby", 0, 0, 0)));
    visit.server.transfers.fetched.put(GIF.id(), file.toString());
    visit.server.transfers.thumbs.put(GIF.id(), Pictures.png(40, 30, 1));
  }

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  @Test
  void aGifMovesInTheMessage() {
    PictureView picture = show(false);
    Set<Integer> seen = new HashSet<>();
    Fx.await(
        () -> {
          visit.fx.settle();
          WritableImage now = picture.snapshot(null, null);
          seen.add(now.getPixelReader().getArgb(20, 15));
          // It fades in over its first picture, which may be gone when it is all there.
          return seen.stream().anyMatch(argb -> red(argb) > blue(argb) + 100)
              && seen.stream().anyMatch(argb -> blue(argb) > red(argb) + 100);
        });
    assertThat(visit.server.transfers.asked).containsExactly("download dance.gif");
  }

  @Test
  void whereNothingMayMoveItIsAStillPictureAndNotEvenFetched() {
    PictureView picture = show(true);
    Fx.await(
        () -> {
          visit.fx.settle();
          return picture.isSettled();
        });
    assertThat(visit.server.transfers.asked).isEmpty();
  }

  private static int red(int argb) {
    return argb >> 16 & 0xff;
  }

  private static int blue(int argb) {
    return argb & 0xff;
  }

  private PictureView show(boolean still) {
    return Fx.call(
        () -> {
          var scene = new Scene(new StackPane(), 200, 200);
          scene.getProperties().put(Motion.class, still);
          stage = new Stage();
          stage.setScene(scene);
          var picture =
              new PictureView(GIF, new FileParts(visit.home().files(), _ -> {}), false, () -> {});
          scene.setRoot(new StackPane(new HBox(picture)));
          stage.show();
          return picture;
        });
  }
}
