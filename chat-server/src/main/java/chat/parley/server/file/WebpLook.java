package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks over the chunks of a WebP (RFC 9649 section 2) and counts its pictures. It is as large as
 * the largest of what it says of itself and what each of these says: a small one may hold a huge
 * one, and who opens it finds out too late.
 */
final class WebpLook {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int HEAD = 10;
  private static final int FRAME_HEADER = 16;

  private final DataInputStream in;
  private int width;
  private int height;
  private long frames;

  private WebpLook(DataInputStream in) {
    this.in = in;
  }

  static Picture at(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(RIFF_HEADER);
      return new WebpLook(in).look();
    }
  }

  private Picture look() throws IOException {
    try {
      walk(Long.MAX_VALUE, true);
    } catch (EOFException e) {
      // every one ends so
    }
    return new Picture(Picture.Type.WEBP, width, height, 1, Math.max(1, frames));
  }

  /** Over as many bytes, but for some at the end that are too few for a chunk. */
  private long walk(long most, boolean top) throws IOException {
    long left = most;
    while (left >= CHUNK_HEADER) {
      String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      long said = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      long length = Math.min(said + (said & 1), left - CHUNK_HEADER);
      chunk(type, length, top);
      left -= CHUNK_HEADER + length;
    }
    return left;
  }

  private void chunk(String type, long length, boolean top) throws IOException {
    long rest = length;
    if (top && type.equals("ANMF") && length >= FRAME_HEADER) {
      frames++;
      in.skipNBytes(FRAME_HEADER);
      rest = walk(length - FRAME_HEADER, false);
    } else if (length >= HEAD) {
      size(type, in.readNBytes(HEAD));
      rest -= HEAD;
    }
    in.skipNBytes(rest);
  }

  private void size(String type, byte[] head) throws EOFException {
    if (head.length < HEAD) {
      throw new EOFException();
    }
    switch (type) {
      case "VP8X" -> atLeast(1 + Picture.little(head, 4, 3), 1 + Picture.little(head, 7, 3));
      case "VP8 " ->
          atLeast(Picture.little(head, 6, 2) & 0x3fff, Picture.little(head, 8, 2) & 0x3fff);
      case "VP8L" -> {
        int bits = Picture.little(head, 1, 4);
        atLeast(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
      }
      default -> {
        // colours, words, transparency
      }
    }
  }

  private void atLeast(int wide, int high) {
    width = Math.max(width, wide);
    height = Math.max(height, high);
  }
}
