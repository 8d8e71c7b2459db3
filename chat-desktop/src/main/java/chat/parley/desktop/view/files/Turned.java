package chat.parley.desktop.view.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Cameras store pictures as they were held, and say how to turn them: Exif 2.32, section 4.6.4. */
final class Turned {
  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int EXIF = 0x45786966;
  private static final long START_OF_PNG = 0x89504E470D0A1A0AL;
  private static final int PNG_EXIF = 0x65584966;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private Turned() {}

  /** How a JPEG or a PNG is to be turned, 1 to 8; 1 for all others. */
  static int orientation(byte[] bytes) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.getLong(0) == START_OF_PNG) {
        return ofPng(in.position(Long.BYTES));
      }
      return next(in) == START_OF_IMAGE ? ofJpeg(in) : 1;
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return 1; // Cut off or bent; it is shown as it lies there.
    }
  }

  private static int ofJpeg(ByteBuffer in) {
    while (true) {
      int marker = next(in);
      if (marker == START_OF_SCAN || marker >> 8 != 0xFF) {
        return 1;
      }
      int length = next(in) - 2;
      if (marker == APP1 && length > 14 && in.getInt(in.position()) == EXIF) {
        return fromExif(in.slice(in.position() + 6, length - 6));
      }
      in.position(in.position() + length);
    }
  }

  private static int ofPng(ByteBuffer in) {
    while (true) {
      int length = in.getInt();
      int type = in.getInt();
      if (length < 0) {
        return 1;
      }
      if (type == PNG_EXIF) {
        return fromExif(in.slice(in.position(), length));
      }
      in.position(in.position() + length + Integer.BYTES);
    }
  }

  private static int fromExif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = tiff.getInt(4);
    int entries = tiff.getShort(at) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        int found = tiff.getShort(entry + 8) & 0xFFFF;
        return found >= 1 && found <= 8 ? found : 1;
      }
    }
    return 1;
  }

  private static int next(ByteBuffer in) {
    return in.getShort() & 0xFFFF;
  }

  /** The picture as it is meant to be seen. */
  static Image upright(Image lying, int orientation) {
    if (orientation == 1) {
      return lying;
    }
    int width = (int) lying.getWidth();
    int height = (int) lying.getHeight();
    int[] from = Decoder.pixels(lying);
    boolean swaps = orientation >= 5;
    int[] to = new int[from.length];
    int toWidth = swaps ? height : width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = width - 1 - x;
        int below = height - 1 - y;
        int toX =
            switch (orientation) {
              case 2, 3 -> right;
              case 5, 8 -> y;
              case 6, 7 -> below;
              default -> x;
            };
        int toY =
            switch (orientation) {
              case 3, 4 -> below;
              case 5, 6 -> x;
              case 7, 8 -> right;
              default -> y;
            };
        to[toY * toWidth + toX] = from[y * width + x];
      }
    }
    var made = new WritableImage(toWidth, swaps ? width : height);
    made.getPixelWriter()
        .setPixels(
            0,
            0,
            toWidth,
            swaps ? width : height,
            PixelFormat.getIntArgbInstance(),
            to,
            0,
            toWidth);
    return made;
  }
}
