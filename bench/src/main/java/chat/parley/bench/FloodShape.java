package chat.parley.bench;

import chat.parley.protocol.Limits;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everybody in one room sends as fast as the acks come: how much the server takes. */
record FloodShape(int clients, int seconds, int size) implements Shape {
  private static final int WARM_UP_SECONDS = 5;
  private static final int DRAIN_SECONDS = 10;

  /** After a refusal a member waits a little, as the protocol asks. */
  private static final long REFUSED_MILLIS = 20;

  private static final int IN_FLIGHT = Limits.DEFAULT.inFlight();

  @Override
  public void run(Subject subject, Table table) {
    table.title(
        String.format(
            "flood: %d clients in one room, %d messages in flight each, %d characters, %d s",
            clients, IN_FLIGHT, size, seconds));
    var going = new AtomicBoolean(true);
    try (var crowd = new Crowd(subject.address(), new Tally())) {
      List<Crowd.Seat> seats = crowd.enterRooms(clients, "flood", 1);
      seats.forEach(seat -> keepSending(seat, going));
      Pause.millis(WARM_UP_SECONDS * 1_000L);
      var tally = new Tally();
      crowd.countInto(tally);
      long start = System.nanoTime();
      Pause.millis(seconds * 1_000L);
      long acks = tally.acks.sum();
      long deliveries = tally.deliveries.sum();
      double took = (System.nanoTime() - start) / 1e9;
      going.set(false);
      boolean level = Pause.await(DRAIN_SECONDS, () -> isLevel(seats));
      table.perSecond("acknowledged", acks, took);
      table.perSecond("deliveries", deliveries, took);
      table.millis("send to ack", tally.acked);
      table.line(
          "lost, doubled or out of order",
          String.format(
              "%s, %d out of order, %d lines cut, %d refused",
              level ? "all heard the same" : "not all heard the same",
              tally.disorder.sum(),
              tally.cuts.sum(),
              tally.refusals.sum()));
    }
  }

  private void keepSending(Crowd.Seat seat, AtomicBoolean going) {
    String padding = Shape.padding(size);
    Runnable next =
        () -> {
          if (going.get()) {
            seat.member().say(seat.room(), padding);
          }
        };
    seat.member().afterAck(next);
    seat.member().afterRefusal(() -> Thread.startVirtualThread(() -> later(next)));
    for (int i = 0; i < IN_FLIGHT; i++) {
      next.run();
    }
  }

  private static void later(Runnable next) {
    Pause.millis(REFUSED_MILLIS);
    next.run();
  }

  /** Everything is answered, and everybody has heard as many messages as the others since then. */
  private static boolean isLevel(List<Crowd.Seat> seats) {
    boolean answered = seats.stream().allMatch(seat -> seat.member().waitingForAck() == 0);
    return answered
        && seats.stream().mapToLong(seat -> seat.member().lastSeq()).distinct().count() == 1;
  }
}
