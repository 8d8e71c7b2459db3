package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread that reads all lines of a crowd, so that what a delivery costs the generator is less
 * than what it costs the server: otherwise the generator is what is measured.
 */
final class Poller implements AutoCloseable {
  private static final int READ_BYTES = 64 * 1024;

  private final Selector selector;
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();

  /** The thread's only; with an array, which the engine asks for. */
  private final ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);

  private volatile boolean closed;

  private Poller() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new CannotMeasure("This computer lets nobody wait for sockets.", e);
    }
  }

  static Poller start() {
    var poller = new Poller();
    Thread.ofPlatform().name("bench poller").daemon().start(poller::run);
    return poller;
  }

  /** From now on the line is told what arrives. */
  void watch(SocketChannel channel, PolledLine line) {
    onPoller(
        () -> {
          try {
            channel.register(selector, SelectionKey.OP_READ, line);
          } catch (IOException e) {
            line.broken(e);
          }
        });
  }

  /** What is read and what is written is changed on the thread that reads. */
  void onPoller(Runnable task) {
    asked.add(task);
    selector.wakeup();
  }

  SelectionKey keyOf(SocketChannel channel) {
    return channel.keyFor(selector);
  }

  private void run() {
    try {
      while (!closed) {
        for (Runnable task = asked.poll(); task != null; task = asked.poll()) {
          task.run();
        }
        selector.select(this::ready);
      }
      selector.close();
    } catch (IOException e) {
      throw new CannotMeasure("The sockets could not be read.", e);
    }
  }

  private void ready(SelectionKey key) {
    var line = (PolledLine) key.attachment();
    try {
      if (key.isWritable() && line.flush()) {
        key.interestOps(SelectionKey.OP_READ);
      }
      if (key.isReadable()) {
        int count = ((SocketChannel) key.channel()).read(bytes.clear());
        line.arrived(count, bytes.flip());
      }
    } catch (IOException | RuntimeException e) {
      line.broken(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
