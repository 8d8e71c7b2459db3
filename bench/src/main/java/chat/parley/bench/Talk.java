package chat.parley.bench;

import java.util.List;

/**
 * What people say beside whatever else is measured.
 *
 * @param clients connections in all rooms together
 * @param rate messages a second
 * @param size characters a message
 */
record Talk(int clients, int rooms, int rate, int size) {
  private static final int DRAIN_SECONDS = 10;

  /** Talks for so long, and waits until all has come that was said. */
  Tally run(Crowd crowd, List<Crowd.Seat> seats, int forSeconds) {
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
