package chat.parley.desktop.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** What a scene looks like. */
public record Picture(int width, int height, int[] pixels) {

  public static Picture of(Scene scene) {
    return Fx.call(
        () -> {
          WritableImage image = scene.snapshot(null);
          int width = (int) image.getWidth();
          int height = (int) image.getHeight();
          int[] pixels = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          return new Picture(width, height, pixels);
        });
  }

  public int at(int x, int y) {
    return pixels[y * width + x];
  }

  /** How many different colours there are: few in a picture of nothing. */
  public long colours() {
    return Arrays.stream(pixels).distinct().count();
  }

  public void save(Path file) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new AssertionError("The picture could not be written.", e);
    }
  }
}
