package chat.parley.server.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * So many who never read, all the time: for whoever is cut the next one comes. They come one after
 * the other, so that they are not all cut in one moment, too: what fifty log-ins at once cost is
 * another question.
 */
final class DeafCrowd implements AutoCloseable {
  private static final long LOOK_EVERY_NANOS = 50_000_000;

  private static final int LOOKS_FOR_THE_NEXT = 4;

  private final int port;
  private final String name;
  private final String room;
  private final int size;
  private final List<DeafReader> deaf = new ArrayList<>(); // only the keeper's until it has ended
  private final Thread keeper;
  private volatile boolean ended;
  private volatile int came;

  /**
   * @param name of all of them, each with a number behind it
   */
  DeafCrowd(int port, String name, String room, int size) {
    this.port = port;
    this.name = name;
    this.room = room;
    this.size = size;
    keeper = Thread.ofPlatform().name("deaf-crowd").start(this::keep);
  }

  /** How long it takes until all are there. */
  Duration gathering() {
    return Duration.ofNanos(LOOK_EVERY_NANOS * LOOKS_FOR_THE_NEXT * size);
  }

  /** How many have come for one who was cut. */
  int replaced() {
    return Math.max(0, came - size);
  }

  private DeafReader next() throws IOException {
    return new DeafReader(port, name + " " + came++, room);
  }

  private void keep() {
    for (int look = 0; !ended; look++) {
      for (int i = 0; i < deaf.size() && !ended; i++) {
        try {
          if (deaf.get(i).isCut()) {
            deaf.get(i).close();
            deaf.set(i, next());
          }
        } catch (IOException e) {
          // Nobody came this time; the one who was cut is found again in the next round.
        }
      }
      if (deaf.size() < size && look % LOOKS_FOR_THE_NEXT == 0) {
        try {
          deaf.add(next());
        } catch (IOException e) {
          // The next look finds the crowd as small as it is, and asks one more again.
        }
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (DeafReader reader : deaf) {
      reader.close();
    }
  }
}
