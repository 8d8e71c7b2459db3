package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Walks over the blocks of a GIF (GIF89a sections 18 to 27) and counts its pictures. It is as large
 * as its screen or the largest of these, since those who open it make it so.
 */
final class GifLook {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  private final DataInputStream in;
  private int width;
  private int height;
  private long frames;

  private GifLook(DataInputStream in) {
    this.in = in;
  }

  static Picture at(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(6);
      return new GifLook(in).look();
    }
  }

  private Picture look() throws IOException {
    byte[] screen = in.readNBytes(7);
    if (screen.length == 7) {
      atLeast(screen, 0);
      skipColors(screen[4]);
      blocks();
    }
    return new Picture(Picture.Type.GIF, width, height, 1, Math.max(1, frames));
  }

  private void blocks() throws IOException {
    for (int block = in.read(); block == EXTENSION || block == IMAGE; block = in.read()) {
      if (block == EXTENSION) {
        in.skipNBytes(1);
      } else {
        frames++;
        byte[] descriptor = in.readNBytes(9);
        if (descriptor.length < 9) {
          return;
        }
        atLeast(descriptor, 4);
        skipColors(descriptor[8]);
        in.skipNBytes(1);
      }
      for (int size = in.read(); size > 0; size = in.read()) {
        in.skipNBytes(size);
      }
    }
  }

  private void atLeast(byte[] size, int at) {
    width = Math.max(width, Picture.little(size, at, 2));
    height = Math.max(height, Picture.little(size, at + 2, 2));
  }

  private void skipColors(byte flags) throws IOException {
    if ((flags & 0x80) != 0) {
      in.skipNBytes(3L << (flags & 7) + 1);
    }
  }
}
