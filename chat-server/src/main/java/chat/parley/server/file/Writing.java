package chat.parley.server.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** One who writes to the part of an upload, until somebody ends it. Guarded by itself. */
final class Writing {
  private @Nullable FileRefused over;

  /** The disk does not take what came. */
  static final class NoSpace extends IOException {
    private static final long serialVersionUID = 1L;

    NoSpace(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param room how many bytes the disk may still take
   * @throws FileRefused when somebody has ended it; nothing is written then
   */
  synchronized void write(FileChannel channel, ByteBuffer piece, long room)
      throws FileRefused, IOException {
    if (over != null) {
      throw over;
    }
    if (room < piece.remaining()) {
      throw new NoSpace(new IOException("Nothing would be left to the database"));
    }
    try {
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    } catch (IOException e) {
      throw new NoSpace(e);
    }
  }

  synchronized void end(FileRefused why) {
    over = why;
  }
}
