package chat.parley.desktop.view.hosting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A text as a picture that cameras read. */
final class QrCode {
  /** Quiet modules around it, as the standard asks for. */
  private static final int MARGIN = 4;

  private static final int PIXELS_PER_MODULE = 5;
  private static final int MASKS = 8;

  /** Dark on light in every theme: many cameras read nothing else. */
  private static final int DARK = 0xff000000;

  private static final int LIGHT = 0xffffffff;

  private QrCode() {}

  /**
   * The eight masks of the standard give eight pictures of the same text. About one picture in a
   * hundred looks so much like the marks in the corners that a reader does not find those, so one
   * is taken that was read.
   */
  static WritableImage of(String text) {
    int[] argb = pixels(modules(text, Map.of()));
    for (int mask = 0; mask < MASKS && !isRead(argb, text); mask++) {
      argb = pixels(modules(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask)));
    }
    int side = side(argb);
    var image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
    return image;
  }

  /** Whether a reader finds the code in the picture, and this text in the code. */
  static boolean isRead(int[] argb, String text) {
    int side = side(argb);
    var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, argb)));
    try {
      return new QRCodeReader().decode(picture).getText().equals(text);
    } catch (ReaderException e) {
      return false;
    }
  }

  private static int side(int[] argb) {
    return (int) Math.round(Math.sqrt(argb.length));
  }

  private static int[] pixels(BitMatrix modules) {
    int side = modules.getWidth() * PIXELS_PER_MODULE;
    int[] argb = new int[side * side];
    for (int i = 0; i < argb.length; i++) {
      boolean dark = modules.get(i % side / PIXELS_PER_MODULE, i / side / PIXELS_PER_MODULE);
      argb[i] = dark ? DARK : LIGHT;
    }
    return argb;
  }

  private static BitMatrix modules(String text, Map<EncodeHintType, Object> more) {
    var hints = new HashMap<>(more);
    hints.put(EncodeHintType.MARGIN, MARGIN);
    hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalStateException("An invitation is short enough for a QR code", e);
    }
  }
}
