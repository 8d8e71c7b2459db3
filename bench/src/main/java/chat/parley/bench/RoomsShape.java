package chat.parley.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** People chat in rooms at a steady rate: how long a message takes, and what it costs. */
record RoomsShape(int clients, int rooms, int rate, int seconds, int size) implements Shape {
  private static final int WARM_UP_SECONDS = 20;
  private static final int DRAIN_SECONDS = 10;

  @Override
  public void run(Subject subject, Table table) {
    table.title(
        String.format(
            "rooms: %,d connections, %d rooms, %,d messages a second of %d characters, %d s",
            clients, rooms, rate, size, seconds));
    var warm = new Tally();
    try (var crowd = new Crowd(subject.address(), warm)) {
      List<Crowd.Seat> seats = crowd.enterRooms(clients, "bench", rooms);
      talk(seats, warm, WARM_UP_SECONDS);
      var tally = new Tally();
      crowd.countInto(tally);
      OptionalLong before = subject.cpuNanos();
      int said = talk(seats, tally, seconds);
      OptionalLong after = subject.cpuNanos();
      report(table, tally, said, before, after);
    }
  }

  /** Says so many messages, one member after the other, and waits until all have heard them. */
  private int talk(List<Crowd.Seat> seats, Tally tally, int forSeconds) {
    String padding = Shape.padding(size);
    int said =
        new Metronome(rate)
            .run(
                forSeconds,
                i -> {
                  Crowd.Seat seat = seats.get(i % seats.size());
                  seat.member().say(seat.room(), padding);
                });
    Pause.await(
        DRAIN_SECONDS, () -> tally.acks.sum() >= said && tally.deliveries.sum() >= expected(said));
    return said;
  }

  /** Every member of a room hears every message, its own too. */
  private long expected(int said) {
    long all = 0;
    for (int i = 0; i < said; i++) {
      int room = i % clients % rooms;
      all += clients / rooms + (room < clients % rooms ? 1 : 0);
    }
    return all;
  }

  private void report(Table table, Tally tally, int said, OptionalLong before, OptionalLong after) {
    long deliveries = tally.deliveries.sum();
    table.millis("send to receive", tally.received);
    table.millis("send to ack", tally.acked);
    table.perSecond("deliveries", deliveries, seconds);
    table.micros("server CPU per delivery", perDelivery(before, after, deliveries));
    table.line(
        "lost, doubled or out of order",
        String.format(
            "%d messages not acknowledged, %d deliveries missing, %d out of order, %d lines cut",
            said - tally.acks.sum(),
            expected(said) - deliveries,
            tally.disorder.sum(),
            tally.cuts.sum()));
  }

  private static OptionalDouble perDelivery(
      OptionalLong before, OptionalLong after, long deliveries) {
    if (before.isEmpty() || after.isEmpty() || deliveries == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((after.getAsLong() - before.getAsLong()) / 1_000.0 / deliveries);
  }
}
