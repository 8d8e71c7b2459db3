import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws Parley's icon, two bubbles in talk, in all sizes: {@code java build/Icon.java FOLDER}. The
 * pictures are committed, 192 and 512 beside the web client, the others and 512 in the desktop app;
 * this is for whoever wants to change them.
 */
public final class Icon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 192, 256, 512};

  /** All lengths are of a square of this side. */
  private static final double GRID = 512;

  /** The accent of both themes' light side: -parley-accent in tokens-light.css. */
  private static final Color ACCENT = new Color(0x4054D6);

  private static final Color BEHIND = new Color(0xB8C2FF);

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    for (int size : SIZES) {
      ImageIO.write(draw(size), "png", folder.resolve("parley-" + size + ".png").toFile());
    }
  }

  private static BufferedImage draw(int size) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(size / GRID, size / GRID);
    g.setColor(ACCENT);
    g.fill(new RoundRectangle2D.Double(12, 12, 488, 488, 224, 224));
    g.setColor(BEHIND);
    g.fill(bubble(80, 84, 112, 318, 200));
    Area front = bubble(180, 182, 384, 418, 312);
    g.setColor(ACCENT);
    g.setStroke(
        new BasicStroke(size < 32 ? 64 : 44, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(front);
    g.setColor(Color.WHITE);
    g.fill(front);
    if (size >= 32) {
      g.setColor(ACCENT);
      for (int i = -1; i <= 1; i++) {
        g.fill(dot(306 + i * 62, 274));
      }
    }
    g.dispose();
    return image;
  }

  /** A bubble with its corner at {@code x, y} and a tail that leaves its lower edge. */
  private static Area bubble(double x, double y, double tailX, double tipY, double backX) {
    var area = new Area(new RoundRectangle2D.Double(x, y, 252, 184, 116, 116));
    var tail = new Path2D.Double();
    tail.moveTo(tailX, y + 120);
    tail.lineTo(tailX, tipY + 12);
    tail.lineTo(backX, y + 168);
    tail.closePath();
    area.add(new Area(tail));
    return area;
  }

  private static Shape dot(double x, double y) {
    return new Ellipse2D.Double(x - 19, y - 19, 38, 38);
  }
}
