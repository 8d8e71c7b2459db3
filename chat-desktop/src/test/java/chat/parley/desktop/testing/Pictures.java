package chat.parley.desktop.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures for tests, drawn anew and always the same. */
public final class Pictures {
  private Pictures() {}

  /** Hills under a sky; another number, another evening. */
  public static byte[] png(int width, int height, int evening) {
    return written(hills(width, height, evening), "png");
  }

  public static byte[] jpeg(int width, int height, int evening) {
    return written(hills(width, height, evening), "jpeg");
  }

  /** Two frames in turn, one red and one blue, a tenth of a second each. */
  public static byte[] movingGif(int width, int height) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Color colour : new Color[] {Color.RED, Color.BLUE}) {
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        writer.writeToSequence(new IIOImage(frame, null, timing(writer, frame)), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata timing(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata data =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(frame), writer.getDefaultWriteParam());
    String format = data.getNativeMetadataFormatName();
    var root = (IIOMetadataNode) data.getAsTree(format);
    var control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("delayTime", "10");
    data.setFromTree(format, root);
    return data;
  }

  private static BufferedImage hills(int width, int height, int evening) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = (0.55f + evening * 0.13f) % 1;
    pen.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.55f, 0.75f),
            0,
            height,
            Color.getHSBColor((hue + 0.45f) % 1, 0.35f, 1f)));
    pen.fillRect(0, 0, width, height);
    pen.setColor(new Color(255, 244, 214));
    double sun = Math.min(width, height) / 6.0;
    pen.fillOval((int) (width * 0.68), (int) (height * 0.2), (int) sun, (int) sun);
    for (int row = 0; row < 3; row++) {
      pen.setColor(Color.getHSBColor((hue + 0.06f * row) % 1, 0.5f, 0.55f - 0.14f * row));
      var ridge = new Path2D.Double();
      ridge.moveTo(0, height);
      for (int x = 0; x <= width; x += 4) {
        double wave =
            Math.sin(x * 6.0 / width + row * 2 + evening)
                + 0.4 * Math.sin(x * 17.0 / width + row + evening * 2);
        ridge.lineTo(x, height * (0.55 + 0.13 * row) + wave * height * 0.06);
      }
      ridge.lineTo(width, height);
      ridge.closePath();
      pen.fill(ridge);
    }
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalStateException("Nobody writes " + format + " here.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
