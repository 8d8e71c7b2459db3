package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Copies a picture without what it tells besides being a picture: where and when it was made, by
 * whom and with what, and whatever hangs behind its end. Pixels and colours stay as they are, bit
 * by bit, and so does the way it is turned.
 */
final class Scrub {
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

  /** PNG chunks with words, times and Exif in them. */
  private static final Set<String> TALK = Set.of("tEXt", "zTXt", "iTXt", PngLook.EXIF, "tIME");

  private static final Set<String> WEBP_TALK = Set.of("EXIF", "XMP ");
  private static final int WEBP_TALK_FLAGS = 0x0c;

  private Scrub() {}

  /**
   * How a copy came out.
   *
   * @param changed whether it differs; if not it may be thrown away
   * @param whole false for what is not the picture that it began as, or breaks off: the copy has
   *     what is there, but for what was to be taken out
   */
  record Outcome(boolean changed, boolean whole) {}

  /**
   * @param orientation how the picture is turned, which the copy says too
   */
  static Outcome copy(Picture.Type type, int orientation, Path from, Path to) throws IOException {
    boolean whole = true;
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
        var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      try {
        switch (type) {
          case JPEG -> jpeg(in, out, orientation);
          case PNG -> png(in, out, orientation);
          case WEBP -> webp(in, out);
          case GIF -> GifScrub.copy(in, out);
        }
      } catch (BrokenPicture e) {
        whole = false;
        in.transferTo(out);
      }
    } catch (EOFException e) {
      whole = false;
    }
    if (type == Picture.Type.WEBP) {
      sayLength(to);
    }
    return new Outcome(differ(from, to, orientation), whole);
  }

  /** By their sizes where something can only have been taken out. */
  private static boolean differ(Path from, Path to, int orientation) throws IOException {
    return orientation == 1 ? Files.size(from) != Files.size(to) : Files.mismatch(from, to) != -1;
  }

  private static void jpeg(DataInputStream in, DataOutputStream out, int orientation)
      throws IOException {
    out.writeShort(in.readUnsignedShort());
    if (orientation != 1) {
      byte[] exif = Exif.turned(orientation);
      writeHead(out, JpegLook.APP1, JpegLook.EXIF.length + exif.length + 2);
      out.write(JpegLook.EXIF);
      out.write(exif);
    }
    int marker = nextMarker(in, out);
    while (marker != EOI) {
      int length = in.readUnsignedShort();
      if (length < 2) {
        writeHead(out, marker, length);
        throw new BrokenPicture("Not a JPEG after all");
      }
      byte[] segment = in.readNBytes(length - 2);
      if (isPicture(marker, segment)) {
        writeHead(out, marker, segment.length + 2);
        out.write(segment);
      }
      marker = marker == SOS ? copyScan(in, out) : nextMarker(in, out);
    }
    out.writeByte(0xff);
    out.writeByte(EOI);
  }

  private static void writeHead(DataOutputStream out, int marker, int length) throws IOException {
    out.writeByte(0xff);
    out.writeByte(marker);
    out.writeShort(length);
  }

  private static int nextMarker(DataInputStream in, DataOutputStream out) throws IOException {
    var stray = new ByteArrayOutputStream();
    try {
      return JpegLook.nextMarker(in, stray);
    } catch (EOFException | BrokenPicture e) {
      stray.writeTo(out); // of no picture nothing is lost
      throw e;
    }
  }

  /** Copies compressed pixels up to the next marker that is not part of them. */
  private static int copyScan(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int b = in.readUnsignedByte();
      if (b != 0xff) {
        out.writeByte(b);
        continue;
      }
      int next = in.readUnsignedByte();
      while (next == 0xff) {
        next = in.readUnsignedByte();
      }
      if (next != 0 && (next < 0xd0 || next > 0xd7)) {
        return next;
      }
      out.writeByte(0xff);
      out.writeByte(next);
    }
  }

  /** Not application data (but for JFIF, colour profiles and Adobe's colours), and no comment. */
  private static boolean isPicture(int marker, byte[] segment) {
    if (marker == 0xe2) {
      return segment.length > ICC.length
          && Arrays.equals(segment, 0, ICC.length, ICC, 0, ICC.length);
    }
    return marker == 0xe0 || marker == 0xee || marker < 0xe0 || marker > 0xef && marker != 0xfe;
  }

  private static void png(DataInputStream in, DataOutputStream out, int orientation)
      throws IOException {
    out.writeLong(in.readLong());
    String type = "";
    while (!type.equals("IEND")) {
      int length = in.readInt();
      if (length < 0) {
        out.writeInt(length);
        throw new BrokenPicture("Not a PNG after all");
      }
      type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      boolean stays = !TALK.contains(type);
      if (stays) {
        out.writeInt(length);
        out.writeBytes(type);
      }
      pass(in, stays ? out : null, length + 4L);
      if (type.equals("IHDR") && orientation != 1) {
        writeTurned(out, orientation);
      }
    }
  }

  /** Before the pixels, where those look that do not read on behind them. */
  private static void writeTurned(DataOutputStream out, int orientation) throws IOException {
    byte[] exif = Exif.turned(orientation);
    byte[] type = PngLook.EXIF.getBytes(StandardCharsets.ISO_8859_1);
    var sum = new CRC32();
    sum.update(type);
    sum.update(exif);
    out.writeInt(exif.length);
    out.write(type);
    out.write(exif);
    out.writeInt((int) sum.getValue());
  }

  private static void webp(DataInputStream in, DataOutputStream out) throws IOException {
    out.writeInt(in.readInt());
    long left = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())) - 4;
    out.writeInt(0); // its length is said when it is known
    out.writeInt(in.readInt());
    while (left >= 8) {
      String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      int little = in.readInt();
      long length = Integer.toUnsignedLong(Integer.reverseBytes(little));
      long padded = length + (length & 1);
      boolean stays = !WEBP_TALK.contains(type);
      if (stays) {
        out.writeBytes(type);
        out.writeInt(little);
      }
      if (type.equals("VP8X") && length >= 1) {
        out.writeByte(in.readUnsignedByte() & ~WEBP_TALK_FLAGS);
        pass(in, out, padded - 1);
      } else {
        pass(in, stays ? out : null, padded);
      }
      left -= 8 + padded;
    }
  }

  private static void sayLength(Path webp) throws IOException {
    try (var file = FileChannel.open(webp, StandardOpenOption.WRITE)) {
      ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      length.putInt((int) (file.size() - 8)).flip();
      file.write(length, 4);
    }
  }

  private static void pass(DataInputStream in, @Nullable DataOutputStream out, long count)
      throws IOException {
    byte[] piece = new byte[8 * 1024];
    for (long left = count; left > 0; ) {
      int got = in.read(piece, 0, (int) Math.min(left, piece.length));
      if (got < 0) {
        throw new EOFException("The picture ends too early");
      }
      if (out != null) {
        out.write(piece, 0, got);
      }
      left -= got;
    }
  }
}
