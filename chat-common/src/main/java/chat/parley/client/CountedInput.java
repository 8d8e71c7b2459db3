package chat.parley.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much was read. */
final class CountedInput extends FilterInputStream {
  private final LongConsumer read;

  /**
   * @param read is given the count of each read
   */
  CountedInput(InputStream in, LongConsumer read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      read.accept(count);
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      read.accept(1);
    }
    return b;
  }
}
