package chat.parley.server.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** So many who never read, all the time: for whoever is cut the next one comes. */
final class DeafCrowd implements AutoCloseable {
  private static final long LOOK_EVERY_NANOS = 50_000_000;

  private final int port;
  private final String name;
  private final String room;
  private final int size;
  private final List<DeafReader> deaf = new ArrayList<>();
  private final Thread keeper;
  private volatile boolean ended;
  private volatile int came;

  /**
   * @param name of all of them, each with a number behind it
   */
  DeafCrowd(int port, String name, String room, int size) throws IOException {
    this.port = port;
    this.name = name;
    this.room = room;
    this.size = size;
    for (int i = 0; i < size; i++) {
      deaf.add(next());
    }
    keeper = Thread.ofPlatform().name("deaf-crowd").start(this::keep);
  }

  /** How many have come for one who was cut. */
  int replaced() {
    return came - size;
  }

  private DeafReader next() throws IOException {
    return new DeafReader(port, name + " " + came++, room);
  }

  private void keep() {
    while (!ended) {
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
