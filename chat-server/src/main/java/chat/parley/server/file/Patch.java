package chat.parley.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What is written over a stretch of a file, so that everything else stays where it is.
 *
 * @param at where the stretch begins
 * @param start what it begins with, in ASCII
 * @param zeros how many follow
 */
record Patch(long at, String start, long zeros) {
  private static final int PIECE = 64 * 1024;

  static Patch zeros(long at, long count) {
    return new Patch(at, "", count);
  }

  /** Makes of a box one that nobody reads. */
  static Patch free(Box box) {
    return box.body() - box.at() == 8
        ? new Patch(box.at() + 4, "free", box.end() - box.body())
        : zeros(box.body(), box.end() - box.body());
  }

  /**
   * Copies a file with patches on it. What a patch has behind the file's end is left out, and so
   * are patches that come to more than the file: only who wants to keep a server busy has such.
   */
  static void copy(Path from, Path to, List<Patch> patches) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
    try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
      long end = file.size();
      long left = end;
      for (Patch patch : patches) {
        left -= Math.max(0, Math.min(patch.zeros, end));
        if (left >= 0 && patch.at >= 0) {
          patch.write(file, end);
        }
      }
    }
  }

  private void write(FileChannel file, long end) throws IOException {
    long position = at;
    ByteBuffer piece = ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII));
    long stop = Math.min(end, at + piece.remaining() + zeros);
    while (position < stop) {
      piece.limit((int) Math.min(piece.limit(), stop - position));
      while (piece.hasRemaining()) {
        position += file.write(piece, position);
      }
      piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(0, stop - position)));
    }
  }
}
