package chat.parley.bench;

import chat.parley.client.ServerAddress;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Many members, let in a few at a time and kept alive until the run is over. */
final class Crowd implements AutoCloseable {
  private static final int AT_THE_DOOR = 32;
  private static final long PING_MILLIS = 15_000;

  /** Guests need names that nobody has, over all crowds of a run. */
  private static final AtomicInteger NAMED = new AtomicInteger();

  private static final long RUN = System.currentTimeMillis() % 10_000_000;

  /** A member and the room it is in. */
  record Seat(Member member, RoomId room) {}

  private final ServerAddress server;
  private final Tally tally;

  /** Guarded by itself. */
  private final List<Member> members = new ArrayList<>();

  private final Poller poller = Poller.start();
  private final Thread pinger;

  Crowd(ServerAddress server, Tally tally) {
    this.server = server;
    this.tally = tally;
    this.pinger = Thread.ofVirtual().name("bench pinger").start(this::pingAll);
  }

  /** So many more members, without a room. */
  List<Member> enter(int count) {
    return each(count, _ -> newMember());
  }

  /** So many more members, spread evenly over rooms of that name and a number. */
  List<Seat> enterRooms(int count, String name, int rooms) {
    return each(
        count,
        i -> {
          Member member = newMember();
          return new Seat(member, member.join(name + " " + (i % rooms)));
        });
  }

  void countInto(Tally other) {
    synchronized (members) {
      members.forEach(member -> member.countInto(other));
    }
  }

  @Override
  public void close() {
    pinger.interrupt();
    synchronized (members) {
      members.forEach(Member::leave);
    }
    poller.close();
  }

  private Member newMember() throws Exception {
    var member = new Member(poller, server, "b" + RUN + "-" + NAMED.incrementAndGet(), tally);
    member.enter();
    synchronized (members) {
      members.add(member);
    }
    return member;
  }

  private interface Arrival<T> {
    T arrive(int index) throws Exception;
  }

  private static <T> List<T> each(int count, Arrival<T> arrival) {
    var door = new Semaphore(AT_THE_DOOR);
    var coming = new ArrayList<Future<T>>(count);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int index = i;
        coming.add(
            threads.submit(
                () -> {
                  door.acquire();
                  try {
                    return arrival.arrive(index);
                  } finally {
                    door.release();
                  }
                }));
      }
    }
    var arrived = new ArrayList<T>(count);
    try {
      for (Future<T> one : coming) {
        arrived.add(one.get());
      }
    } catch (ExecutionException e) {
      throw new CannotMeasure("A member could not come in: " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw new CannotMeasure("The run was interrupted.", e);
    }
    return arrived;
  }

  /** A server gives up who says nothing for 45 seconds. */
  private void pingAll() {
    try {
      while (true) {
        Thread.sleep(PING_MILLIS);
        List<Member> now;
        synchronized (members) {
          now = List.copyOf(members);
        }
        now.forEach(Member::ping);
      }
    } catch (InterruptedException e) {
      // The run is over.
    }
  }
}
