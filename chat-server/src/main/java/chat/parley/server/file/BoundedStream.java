package chat.parley.server.file;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * What a picture is read from: not for longer than a while, and not on and on behind its end. A
 * WebP of 34 bytes that is 8,000 by 5,000 pixels of one colour kept its reader busy for minutes,
 * since that asks for more bytes with each pixel. Used by one thread.
 */
final class BoundedStream extends ImageInputStreamImpl {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More than any reader needs to find out that nothing comes any more. */
  private static final int MOST_BEYOND = 1_000;

  private final ImageInputStream in;
  private final long end = System.nanoTime() + PATIENCE.toNanos();
  private int beyond;

  BoundedStream(ImageInputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    prepare();
    int got = in.read();
    arrived(got < 0 ? -1 : 1);
    return got;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    prepare();
    int got = in.read(into, offset, length);
    arrived(got);
    return got;
  }

  private void prepare() throws IOException {
    bitOffset = 0;
    if (System.nanoTime() - end > 0) {
      throw new IOException("The picture took too long");
    }
    if (in.getStreamPosition() != streamPos) {
      in.seek(streamPos);
    }
  }

  private void arrived(int count) throws IOException {
    if (count >= 0) {
      streamPos += count;
    } else if (++beyond > MOST_BEYOND) {
      // Not an EOFException, at which some readers go on as if there were zeros.
      throw new IOException("The picture is read behind its end");
    }
  }

  @Override
  public long length() {
    try {
      return in.length();
    } catch (IOException e) {
      return -1; // as who does not know says it
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    in.close();
  }
}
