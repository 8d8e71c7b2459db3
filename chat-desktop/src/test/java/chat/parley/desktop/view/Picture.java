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

  /** By how much red, green or blue (0 to 255) may differ before a person sees it. */
  private static final int SAME_TO_THE_EYE = 24;

  /** Pixels of a block at each side: so many that the noise of letters in it evens out. */
  private static final int BLOCK = 16;

  /** By how much a block may be lighter or darker as a whole: two ways of rounding. */
  private static final double SAME_SHADE = 3;

  private static final int MARK = 0xFFFF00FF;

  /**
   * What differs between two pictures of one size.
   *
   * @param share how many pixels of all, 0 to 1
   * @param shade by how much a surface is lighter or darker that differs in no pixel, of 255; 0
   *     when it is too little to count
   * @param marked where
   */
  public record Difference(double share, double shade, Picture marked) {}

  public static Picture of(Scene scene) {
    return Fx.call(() -> taken(scene));
  }

  /** On the FX thread. */
  static Picture taken(Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Picture(width, height, pixels);
  }

  public static Picture read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      int width = image.getWidth();
      int height = image.getHeight();
      return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException e) {
      throw new AssertionError("The picture could not be read.", e);
    }
  }

  /** This one with the other laid on it, its corner there; what is clear of it shows through. */
  Picture under(Picture other, int left, int top) {
    int[] both = pixels.clone();
    for (int y = Math.max(0, -top); y < other.height && y + top < height; y++) {
      for (int x = Math.max(0, -left); x < other.width && x + left < width; x++) {
        int at = (y + top) * width + x + left;
        both[at] = blended(both[at], other.at(x, y));
      }
    }
    return new Picture(width, height, both);
  }

  private static int blended(int below, int above) {
    int share = above >>> 24;
    int mixed = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int one = below >> shift & 0xFF;
      int other = above >> shift & 0xFF;
      mixed = mixed << 8 | (one * (255 - share) + other * share) / 255;
    }
    return mixed;
  }

  public int at(int x, int y) {
    return pixels[y * width + x];
  }

  /** How many different colours there are: few in a picture of nothing. */
  public long colours() {
    return Arrays.stream(pixels).distinct().count();
  }

  public boolean isAsLargeAs(Picture other) {
    return width == other.width && height == other.height;
  }

  /**
   * Compares pixel by pixel, as an eye does: what differs by a shade is equal. Then compares blocks
   * of pixels, since of a surface an eye sees a shade that it does not see of a pixel.
   *
   * @param other of the same size
   */
  public Difference differenceTo(Picture other) {
    int[] marked = new int[pixels.length];
    int differing = 0;
    for (int i = 0; i < pixels.length; i++) {
      boolean same = looksLike(pixels[i], other.pixels[i]);
      marked[i] = same ? faded(pixels[i]) : MARK;
      differing += same ? 0 : 1;
    }
    double shade = 0;
    for (int top = 0; top < height; top += BLOCK) {
      for (int left = 0; left < width; left += BLOCK) {
        double here = shadeOf(other, left, top);
        if (here > SAME_SHADE) {
          shade = Math.max(shade, here);
          mark(marked, left, top);
        }
      }
    }
    return new Difference(
        (double) differing / pixels.length, shade, new Picture(width, height, marked));
  }

  /**
   * By how much the pixels of a block that look alike are lighter or darker together, in the colour
   * in which that is most. What does not look alike was counted already.
   */
  private double shadeOf(Picture other, int left, int top) {
    long[] sums = new long[3];
    int alike = 0;
    int all = 0;
    for (int y = top; y < Math.min(height, top + BLOCK); y++) {
      for (int x = left; x < Math.min(width, left + BLOCK); x++) {
        int one = at(x, y);
        int two = other.at(x, y);
        all++;
        if (looksLike(one, two)) {
          alike++;
          for (int i = 0; i < sums.length; i++) {
            sums[i] += (one >> 8 * i & 0xFF) - (two >> 8 * i & 0xFF);
          }
        }
      }
    }
    long most = Arrays.stream(sums).map(Math::abs).max().orElse(0);
    return alike * 2 < all ? 0 : (double) most / alike;
  }

  private void mark(int[] marked, int left, int top) {
    for (int y = top; y < Math.min(height, top + BLOCK); y++) {
      Arrays.fill(marked, y * width + left, y * width + Math.min(width, left + BLOCK), MARK);
    }
  }

  private static boolean looksLike(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > SAME_TO_THE_EYE) {
        return false;
      }
    }
    return true;
  }

  /** A quarter of the colour on white, so that marks stand out. */
  private static int faded(int pixel) {
    return 0xFF000000 | (0xC0C0C0 + (pixel >> 2 & 0x3F3F3F));
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

  /** A picture that may be there is gone. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new AssertionError("The picture could not be deleted.", e);
    }
  }
}
