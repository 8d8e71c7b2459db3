package chat.parley.server.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks over the blocks of a GIF (GIF89a sections 18 to 27) and counts its pictures. */
final class GifLook {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  private GifLook() {}

  static Picture at(Path path) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      in.skipNBytes(6);
      byte[] screen = in.readNBytes(7);
      if (screen.length < 7) {
        return new Picture(Picture.Type.GIF, 0, 0, 1, 1);
      }
      skipColors(in, screen[4]);
      return new Picture(
          Picture.Type.GIF,
          Picture.little(screen, 0, 2),
          Picture.little(screen, 2, 2),
          1,
          Math.max(1, frames(in)));
    }
  }

  private static long frames(DataInputStream in) throws IOException {
    long frames = 0;
    for (int block = in.read(); block == EXTENSION || block == IMAGE; block = in.read()) {
      if (block == EXTENSION) {
        in.skipNBytes(1);
      } else {
        frames++;
        byte[] descriptor = in.readNBytes(9);
        if (descriptor.length < 9) {
          return frames;
        }
        skipColors(in, descriptor[8]);
        in.skipNBytes(1);
      }
      for (int size = in.read(); size > 0; size = in.read()) {
        in.skipNBytes(size);
      }
    }
    return frames;
  }

  private static void skipColors(DataInputStream in, byte flags) throws IOException {
    if ((flags & 0x80) != 0) {
      in.skipNBytes(3L << (flags & 7) + 1);
    }
  }
}
