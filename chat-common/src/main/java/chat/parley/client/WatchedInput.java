package chat.parley.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Ends a stream on which nothing arrives for too long, so that whoever reads it is not held. */
final class WatchedInput extends FilterInputStream {
  private final Thread watch;
  private final long stallNanos;

  /** By {@link System#nanoTime}; written by the reader, read by the watch. */
  private volatile long last = System.nanoTime();

  WatchedInput(InputStream in, Duration stall) {
    super(in);
    this.stallNanos = stall.toNanos();
    this.watch = Thread.ofVirtual().name("parley download watch").start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(Duration.ofMillis(500));
        if (System.nanoTime() - last > stallNanos) {
          in.close();
          return;
        }
      }
    } catch (InterruptedException e) {
      // All was read.
    } catch (IOException e) {
      throw new IllegalStateException("A stream could not be closed", e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    last = System.nanoTime();
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    last = System.nanoTime();
    return b;
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }
}
