package chat.parley.desktop.view.files;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

/**
 * A part of a picture, and where it is: shares of the picture's width and height, 0 to 1.
 *
 * @param image the pixels of that part
 */
record Tile(Image image, double x, double y, double width, double height) {
  /**
   * Cuts a picture, from its top to its bottom. On any thread.
   *
   * @param side of a tile at most, in pixels
   */
  static List<Tile> of(Image whole, int side) {
    int width = (int) whole.getWidth();
    int height = (int) whole.getHeight();
    var tiles = new ArrayList<Tile>();
    for (int y = 0; y < height; y += side) {
      for (int x = 0; x < width; x += side) {
        int wide = Math.min(side, width - x);
        int high = Math.min(side, height - y);
        var part = new WritableImage(whole.getPixelReader(), x, y, wide, high);
        tiles.add(
            new Tile(
                part,
                (double) x / width,
                (double) y / height,
                (double) wide / width,
                (double) high / height));
      }
    }
    return tiles;
  }
}
