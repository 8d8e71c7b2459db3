package chat.parley.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that would take gigabytes if somebody opened them. */
final class Bombs {
  private static final int MIB = 1 << 20;
  private static final int FRAMES = 2_000;

  /** One pixel of a GIF, and of a WebP. */
  private static final String GIF_FRAME = ",\0\0\0\0\1\0\1\0\0\2\2D\1\0";

  private static final String WEBP_PIXELS = "\7\u0010\u0011\u0011\u0088\u0088\u00fe\7\0";

  private Bombs() {}

  /** What nobody may open. */
  static List<HostileFiles.Hostile> all() {
    return List.of(
        bomb("many.zip", "application/zip", zip()),
        bomb("wide.png", "image/png", png(30_000, 30_000, "")),
        bomb("header.png", "image/png", header(30_000, 30_000) + chunk("IDAT", "")),
        bomb("moving.png", "image/png", png(4_000, 4_000, frames())),
        bomb("moving.gif", "image/gif", gif()),
        bomb("moving.webp", "image/webp", movingWebp()),
        bomb("wide.webp", "image/webp", webp(16_384, 16_384)),
        bomb("lying.webp", "image/webp", lyingWebp()),
        bomb("lying.gif", "image/gif", lyingGif()),
        bomb(
            "wide.jpg",
            "image/jpeg",
            "\u00ff\u00d8\u00ff\u00c0\0\13\b\u00ff\u00ff\u00ff\u00ff\1\1\21\0\u00ff\u00d9"));
  }

  /** Just as large as may be opened. */
  static HostileFiles.Hostile large() {
    return bomb("large.png", "image/png", png(8_000, 5_000, ""));
  }

  /** Not too large, but its reader asks for bytes behind its end for minutes. */
  static HostileFiles.Hostile slow() {
    return bomb("slow.webp", "image/webp", webp(8_000, 5_000));
  }

  private static HostileFiles.Hostile bomb(String name, String type, String bytes) {
    return new HostileFiles.Hostile(name, type, bytes.getBytes(ISO_8859_1));
  }

  /** A hundred zips in one, each of 64 MiB of nothing: 6 GiB in some 100 KB. */
  private static String zip() {
    byte[] inner = zipped(1, new byte[64 * MIB]);
    return new String(zipped(100, inner), ISO_8859_1);
  }

  private static byte[] zipped(int times, byte[] what) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < times; i++) {
        zip.putNextEntry(new ZipEntry("../../evil-" + i));
        zip.write(what);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Black, one bit a pixel; whole, so that it can be opened by whoever tries. */
  private static String png(int width, int height, String between) {
    byte[] line = new byte[1 + (width + 7) / 8];
    var out = new ByteArrayOutputStream();
    try (var pixels = new DeflaterOutputStream(out)) {
      for (int y = 0; y < height; y++) {
        pixels.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return header(width, height)
        + between
        + chunk("IDAT", out.toString(ISO_8859_1))
        + chunk("IEND", "");
  }

  private static String header(int width, int height) {
    return "\u0089PNG\r\n\u001a\n" + chunk("IHDR", big(width) + big(height) + "\1\0\0\0\0");
  }

  /** Of one pixel each, on a canvas that is drawn for each. */
  private static String frames() {
    var out = new StringBuilder(chunk("acTL", big(FRAMES) + big(0)));
    for (int i = 0; i < FRAMES; i++) {
      out.append(chunk("fcTL", big(i) + big(1) + big(1) + big(0) + big(0) + "\0\1\0\144\0\0"));
    }
    return out.toString();
  }

  private static String gif() {
    return "GIF89a"
        + little(4_000, 2)
        + little(4_000, 2)
        + "\0\0\0"
        + GIF_FRAME.repeat(FRAMES)
        + ";";
  }

  private static String movingWebp() {
    String canvas = "\2\0\0\0" + little(3_999, 3) + little(3_999, 3);
    String frame = "\0".repeat(12) + "\12\0\0\0" + riffChunk("VP8L", pixels(1, 1));
    return riff(
        riffChunk("VP8X", canvas)
            + riffChunk("ANIM", "\0".repeat(6))
            + riffChunk("ANMF", frame).repeat(FRAMES));
  }

  /** Says that it is small, and holds one that is not. */
  private static String lyingWebp() {
    String canvas = "\0\0\0\0" + little(99, 3) + little(99, 3);
    return riff(riffChunk("VP8X", canvas) + riffChunk("VP8L", pixels(16_384, 16_384)));
  }

  private static String lyingGif() {
    return "GIF89a\1\0\1\0\0\0\0" + ",\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0\2\2D\1\0;";
  }

  /** One colour, for which no pixel takes a bit. */
  private static String webp(int width, int height) {
    return riff(riffChunk("VP8L", pixels(width, height)));
  }

  private static String pixels(int width, int height) {
    return "/" + little(width - 1 | height - 1 << 14 | 1 << 28, 4) + WEBP_PIXELS;
  }

  private static String riff(String chunks) {
    return "RIFF" + little(4 + chunks.length(), 4) + "WEBP" + chunks;
  }

  private static String riffChunk(String type, String data) {
    return type + little(data.length(), 4) + data + (data.length() % 2 == 0 ? "" : "\0");
  }

  static String chunk(String type, String data) {
    var sum = new CRC32();
    sum.update((type + data).getBytes(ISO_8859_1));
    return big(data.length()) + type + data + big((int) sum.getValue());
  }

  private static String big(int value) {
    return new StringBuilder(little(value, 4)).reverse().toString();
  }

  private static String little(int value, int bytes) {
    var out = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      out.append((char) (value >> 8 * i & 0xff));
    }
    return out.toString();
  }
}
