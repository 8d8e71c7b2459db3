package chat.parley.desktop.view.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes images of bytes, on threads of its own and a few at a time. */
final class Decoder {
  private static final Logger log = LoggerFactory.getLogger(Decoder.class);

  /** Pixels a side. No screen shows more, and memory has an end. */
  static final int MOST = 4096;

  /** Pixels a side: so much is drawn for the first time within a part of a frame. */
  private static final int TILE = 512;

  private static final Semaphore AT_ONCE = new Semaphore(2);

  private Decoder() {}

  /**
   * @param done is told on the FX thread; null when these bytes are no picture that can be shown
   */
  static void decode(byte[] bytes, Consumer<@Nullable Image> done) {
    apart(() -> image(bytes, MOST), done);
  }

  /**
   * The same for a file of this computer.
   *
   * @param most pixels of its longer side, to which a larger one is made smaller; up to {@link
   *     #MOST}
   */
  static void decode(File file, int most, Consumer<@Nullable Image> done) {
    apart(() -> image(Files.readAllBytes(file.toPath()), most), done);
  }

  /** A picture as sharp as it can be, in tiles: all of a large one cannot be drawn in a moment. */
  static void tiles(File file, Consumer<@Nullable List<Tile>> done) {
    apart(
        () -> {
          Image whole = image(Files.readAllBytes(file.toPath()), MOST);
          return whole == null ? null : Tile.of(whole, TILE);
        },
        done);
  }

  private interface Work<T> {
    @Nullable T make() throws IOException;
  }

  private static <T> void apart(Work<T> work, Consumer<@Nullable T> done) {
    Thread.ofVirtual()
        .name("parley picture")
        .start(
            () -> {
              T made = quietly(work);
              Platform.runLater(() -> done.accept(made));
            });
  }

  private static <T> @Nullable T quietly(Work<T> work) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return work.make();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      log.debug("A picture cannot be shown: {}", e.toString());
      return null;
    } finally {
      AT_ONCE.release();
    }
  }

  private static @Nullable Image image(byte[] bytes, int most) throws IOException {
    Image shown =
        isLarger(bytes, most)
            ? new Image(new ByteArrayInputStream(bytes), most, most, true, true)
            : new Image(new ByteArrayInputStream(bytes));
    if (shown.isError() || shown.getWidth() < 1) {
      return other(bytes);
    }
    return Turned.upright(shown, Turned.orientation(bytes));
  }

  /** By its head, before a pixel is decoded. */
  private static boolean isLarger(byte[] bytes, int most) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return Math.max(reader.getWidth(0), reader.getHeight(0)) > most;
      } finally {
        reader.dispose();
      }
    }
  }

  /** What JavaFX does not know, such as WebP. */
  private static @Nullable Image other(byte[] bytes) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
    if (read == null) {
      return null;
    }
    int width = read.getWidth();
    int height = read.getHeight();
    int[] line = new int[width];
    var made = new WritableImage(width, height);
    for (int y = 0; y < height; y++) {
      read.getRGB(0, y, width, 1, line, 0, width);
      made.getPixelWriter()
          .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
    }
    return made;
  }

  /** All of a picture, row by row. */
  static int[] pixels(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    PixelReader reader = image.getPixelReader();
    reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return argb;
  }
}
