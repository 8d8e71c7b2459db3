package chat.parley.bench;

import java.util.List;
import java.util.Locale;

/** Some never read what they are sent: whether the others notice, and what the server holds. */
record SlowShape(int clients, int rooms, int rate, int seconds, int size) implements Shape {
  private static final int SLOW = 50;
  private static final int WARM_UP_SECONDS = 5;

  @Override
  public void run(Subject subject, Table table) {
    var talk = new Talk(clients, rooms, rate, size);
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
      talk.run(crowd, seats, WARM_UP_SECONDS);
      Tally baseline = talk.run(crowd, seats, seconds);
      table.millis("send to receive before", baseline.received);
      table.mebibytes("live heap before", subject.liveHeapBytes());

      sleepers.enterRooms(SLOW, "slow", rooms).forEach(seat -> seat.member().stopReading());
      Tally beside = talk.run(crowd, seats, seconds);
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
}
