package chat.parley.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Looks at places of a file without reading the rest. What it takes is bounded, whatever a file
 * says of itself: so many looks, each at so many bytes. Used by one thread.
 */
final class Peek {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_LOOKS = 200_000;

  private final SeekableByteChannel file;
  private final long size;
  private int looks;

  Peek(SeekableByteChannel file) throws IOException {
    this.file = file;
    this.size = file.size();
  }

  long size() {
    return size;
  }

  /**
   * @throws EOFException when that lies behind the end
   * @throws BrokenPicture when it is more than any file of its kind needs
   */
  ByteBuffer at(long position, long count) throws IOException {
    if (count > MOST_BYTES || looks++ >= MOST_LOOKS) {
      throw new BrokenPicture("More than is looked at");
    }
    if (position < 0 || position > size - count) {
      throw new EOFException();
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) count);
    file.position(position);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  /** As letters, one a byte. */
  String text(long position, long count) throws IOException {
    return new String(at(position, count).array(), StandardCharsets.ISO_8859_1);
  }
}
