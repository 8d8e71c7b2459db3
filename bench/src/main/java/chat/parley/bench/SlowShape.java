package chat.parley.bench;

import java.util.List;
import java.util.Locale;

/** Some never read what they are sent: whether the others notice, and what the server holds. */
record SlowShape(int clients, int rooms, int rate, int seconds, int size) implements Shape {
  private static final int SLOW = 50;
  private static final int WARM_UP_SECONDS = 5;
  private static final int DRAIN_SECONDS = 10;

  @Override
  public void run(Subject subject, Table table) {
    table.title(
        String.format(
            Locale.ROOT,
            "slow: %d readers and %d that never read, %d rooms, %,d messages a second of %,d"
                + " characters",
            clients,
            SLOW,
            rooms,
            rate,
            size));
    try (var crowd = new Crowd(subject.address(), new Tally());
        var sleepers = new Crowd(subject.address(), new Tally())) {
      List<Crowd.Seat> seats = crowd.enterRooms(clients, "slow", rooms);
      talk(crowd, seats, WARM_UP_SECONDS);
      Tally baseline = talk(crowd, seats, seconds);
      table.millis("send to receive before", baseline.received);
      table.mebibytes("live heap before", subject.liveHeapBytes());

      sleepers.enterRooms(SLOW, "slow", rooms).forEach(seat -> seat.member().stopReading());
      Tally beside = talk(crowd, seats, seconds);
      table.millis("send to receive beside the slow", beside.received);
      table.line(
          "p99 beside / before",
          String.format(
              Locale.ROOT,
              "%.2f",
              beside.received.millis(0.99) / Math.max(1e-3, baseline.received.millis(0.99))));
      table.mebibytes("live heap after", subject.liveHeapBytes());
      table.mebibytes("resident after", subject.residentBytes());
      table.line(
          "harm to the readers",
          String.format(
              "%d out of order, %d lines cut, %d refused",
              beside.disorder.sum(), beside.cuts.sum(), beside.refusals.sum()));
    }
  }

  private Tally talk(Crowd crowd, List<Crowd.Seat> seats, int forSeconds) {
    var tally = new Tally();
    crowd.countInto(tally);
    String padding = Shape.padding(size);
    int said =
        new Metronome(rate)
            .run(
                forSeconds,
                i -> {
                  Crowd.Seat seat = seats.get(i % seats.size());
                  seat.member().say(seat.room(), padding);
                });
    long expected = (long) said * clients / rooms;
    Pause.await(
        DRAIN_SECONDS, () -> tally.acks.sum() >= said && tally.deliveries.sum() >= expected);
    return tally;
  }
}
