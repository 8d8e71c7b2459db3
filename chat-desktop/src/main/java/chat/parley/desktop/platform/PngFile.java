package chat.parley.desktop.platform;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes pictures that a person keeps. Waits for the disk. */
public final class PngFile {
  private PngFile() {}

  /**
   * Never writes over what is there: a number is added to the name.
   *
   * @param argb the pixels, line by line
   * @return where it is
   */
  public static Path write(Path folder, String name, int width, int[] argb) throws IOException {
    int height = argb.length / width;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    Path file = NewFile.in(folder, name, ".png");
    try (var out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
    return file;
  }
}
