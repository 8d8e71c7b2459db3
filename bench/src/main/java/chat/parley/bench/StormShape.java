package chat.parley.bench;

import chat.parley.protocol.Command;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Many make an account at the same moment: whether those who chat notice. */
record StormShape(int clients, int rooms, int rate, int seconds, int size) implements Shape {
  private static final int STORM = 500;

  /** Who came before: a server that has seen nobody yet still learns how while the crowd waits. */
  private static final int EARLIER = 20;

  private static final int WARM_UP_SECONDS = 20;
  private static final int LONGEST_STORM_SECONDS = 120;

  @Override
  public void run(Subject subject, Table table) {
    var talk = new Talk(clients, rooms, rate, size);
    table.title(
        String.format(
            Locale.ROOT,
            "storm: %,d connections, %d rooms, %,d messages a second, and %d log-ins with a password"
                + " at once",
            clients,
            rooms,
            rate,
            STORM));
    try (var crowd = new Crowd(subject.address(), new Tally())) {
      var seats = crowd.enterRooms(clients, "storm", rooms);
      var earlier = new Storm(subject, "e", EARLIER);
      earlier.start();
      talk.run(crowd, seats, WARM_UP_SECONDS);
      Pause.await(LONGEST_STORM_SECONDS, earlier::isOver);
      Tally before = talk.run(crowd, seats, seconds);
      table.millis("send to receive before", before.received);
      var storm = new Storm(subject, "s", STORM);
      storm.start();
      Tally during = talk.run(crowd, seats, seconds);
      table.millis("send to receive during", during.received);
      table.line(
          "p99 during / before",
          String.format(
              Locale.ROOT,
              "%.2f",
              during.received.millis(0.99) / Math.max(1e-3, before.received.millis(0.99))));
      Pause.await(LONGEST_STORM_SECONDS, storm::isOver);
      table.line("log-ins", storm.toString());
      table.line(
          "harm to those who chat",
          String.format(
              "%d out of order, %d lines cut, %d refused",
              during.disorder.sum(), during.cuts.sum(), during.refusals.sum()));
    }
  }

  /** All knock at once; who is told to come again does, after a while. */
  private static final class Storm {
    private static final long RUN = System.currentTimeMillis() % 10_000_000;

    private final Subject subject;
    private final String name;
    private final int size;
    private final CountDownLatch outside;
    private final LongAdder tries = new LongAdder();
    private final ConcurrentMap<String, Integer> reasons = new ConcurrentHashMap<>();
    private final long from = System.nanoTime();
    private volatile long over;

    /**
     * @param name what the names of all begin with
     */
    Storm(Subject subject, String name, int size) {
      this.subject = subject;
      this.name = name;
      this.size = size;
      this.outside = new CountDownLatch(size);
    }

    void start() {
      GivingWay.start("bench storm", this::knock);
    }

    private void knock() {
      Poller poller = Poller.start();
      for (int i = 0; i < size; i++) {
        String who = name + RUN + "-" + i;
        Thread.ofPlatform().name("bench storm").daemon().start(() -> comeIn(poller, who));
      }
    }

    private void comeIn(Poller poller, String name) {
      try {
        for (long wait = waitToComeIn(poller, name); wait > 0; wait = waitToComeIn(poller, name)) {
          Thread.sleep(wait);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      outside.countDown();
      if (outside.getCount() == 0) {
        over = System.nanoTime();
      }
    }

    /** Milliseconds until the next try; 0 for somebody who is in. */
    private long waitToComeIn(Poller poller, String name) {
      tries.increment();
      var auth = new Command.Auth.Register(name, "correct horse " + name, null);
      var member = new Member(poller, subject.address(), name, auth, new Tally());
      try {
        member.enter();
        return 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      } catch (Exception e) {
        reasons.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        long said = e.getCause() instanceof Member.TurnedAway away ? away.retryMs() : 0;
        return Math.max(said, 1_000) + ThreadLocalRandom.current().nextInt(1_000);
      } finally {
        member.leave();
      }
    }

    boolean isOver() {
      return outside.getCount() == 0;
    }

    @Override
    public String toString() {
      double lasted = ((isOver() ? over : System.nanoTime()) - from) / 1e9;
      return String.format(
          Locale.ROOT,
          "%d of %d in after %.1f s, %d tries, turned away: %s",
          size - outside.getCount(),
          size,
          lasted,
          tries.sum(),
          reasons);
    }
  }
}
