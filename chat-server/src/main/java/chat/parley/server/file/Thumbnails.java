package chat.parley.server.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes small pictures. One at a time, and each is made coarse while it is read, so that a large
 * one takes little memory. Blocks; safe for any thread.
 */
final class Thumbnails {
  /** Most pixels on its longer side. */
  static final int SIDE = 480;

  private final Semaphore one = new Semaphore(1);

  /**
   * @return false when nothing on this server can read such pictures, or what can takes it for
   *     larger than it was found to be
   */
  boolean make(Picture picture, Path from, Path to) throws IOException {
    one.acquireUninterruptibly();
    try {
      // Its temporary files would lie outside the data folder. Said here, since a server that has
      // no picture to make starts sooner without all that this brings along.
      ImageIO.setUseCache(false);
      BufferedImage coarse = read(picture, from);
      if (coarse == null) {
        return false;
      }
      BufferedImage small = small(coarse, picture.orientation());
      boolean clear = small.getColorModel().hasAlpha();
      try (OutputStream out = Files.newOutputStream(to)) {
        return ImageIO.write(small, clear ? "png" : "jpeg", out);
      }
    } finally {
      one.release();
    }
  }

  private static @Nullable BufferedImage read(Picture picture, Path path) throws IOException {
    try (var in = new BoundedStream(ImageIO.createImageInputStream(path.toFile()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > picture.storedWidth() || height > picture.storedHeight()) {
          return null;
        }
        int longer = Math.max(width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        // Twice as fine as needed, so that the rest can be done smoothly.
        int step = Math.max(1, longer / (2 * SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage small(BufferedImage from, int orientation) {
    boolean lies = orientation >= 5;
    double scale = Math.min(1, SIDE / (double) Math.max(from.getWidth(), from.getHeight()));
    int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
    boolean clear = from.getColorModel().hasAlpha();
    var to =
        new BufferedImage(
            lies ? height : width,
            lies ? width : height,
            clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (!clear) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, to.getWidth(), to.getHeight());
    }
    pen.transform(turn(orientation, width, height));
    pen.drawImage(from, 0, 0, width, height, null);
    pen.dispose();
    return to;
  }

  /** Exif 2.32 section 4.6.4, figure 9: how what is stored is turned to be seen. */
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
