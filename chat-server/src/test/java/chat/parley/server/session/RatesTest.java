package chat.parley.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.MessageLimits;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Rates rates = new Rates(true, now::get);

  @Test
  void eachOwnerHasABucketOfItsOwn() {
    emptySendBucketOf("ann");
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isPositive();
    assertThat(rates.take(Rates.Kind.SEND, "ben")).isZero();
  }

  @Test
  void eachKindHasABucketOfItsOwn() {
    emptySendBucketOf("ann");
    assertThat(rates.take(Rates.Kind.TYPING, "ann")).isZero();
  }

  @Test
  void theToldWaitIsEnough() {
    emptySendBucketOf("ann");
    long wait = rates.take(Rates.Kind.SEND, "ann");
    now.addAndGet(wait * 1_000_000);
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isZero();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgainAndABucketHoldsNoMoreThanItHolds() {
    emptySendBucketOf("ann");
    rates.giveBack(Rates.Kind.SEND, "ann");
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isZero();
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isPositive();
    now.addAndGet(60 * SECOND);
    rates.giveBack(Rates.Kind.SEND, "ann");
    for (int i = 0; i < 10; i++) {
      assertThat(rates.take(Rates.Kind.SEND, "ann")).isZero();
    }
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isPositive();
  }

  @Test
  void rateThatIsDecidedCountsAtOnceForEverybodyAndForNothingElse() {
    emptySendBucketOf("ann");
    rates.decide(Rates.Kind.SEND, 2, 1);
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isZero();
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isZero();
    assertThat(rates.take(Rates.Kind.SEND, "ann")).isEqualTo(1_000);
    for (int i = 0; i < 5; i++) {
      assertThat(rates.take(Rates.Kind.TYPING, "ann")).isZero();
    }
  }

  @Test
  void usualRatesOfMessagesAreThoseThatAreSaidBeforeAnybodyDecides() {
    var decided = new Rates(true, now::get);
    decided.decide(
        Rates.Kind.ROOM,
        MessageLimits.burst(MessageLimits.USUAL.roomPerSecond()),
        MessageLimits.USUAL.roomPerSecond());
    for (int i = 0; i < 100; i++) {
      assertThat(decided.take(Rates.Kind.ROOM, "hall"))
          .isEqualTo(rates.take(Rates.Kind.ROOM, "hall"));
    }
  }

  @Test
  void liftedRatesNeverSayNo() {
    var lifted = new Rates(false, now::get);
    lifted.decide(Rates.Kind.SEND, 2, 1);
    for (int i = 0; i < 100_000; i++) {
      assertThat(lifted.take(Rates.Kind.SEND, "ann")).isZero();
    }
  }

  @Test
  void bucketsThatAreFullAgainAreNotKept() {
    for (int i = 0; i < 4_000; i++) {
      rates.take(Rates.Kind.TYPING, "guest " + i);
    }
    assertThat(rates.size()).isEqualTo(4_000);
    now.addAndGet(60 * SECOND);
    for (int i = 0; i < 200; i++) {
      rates.take(Rates.Kind.TYPING, "somebody");
    }
    assertThat(rates.size()).isLessThan(10);
  }

  private void emptySendBucketOf(String owner) {
    while (rates.take(Rates.Kind.SEND, owner) == 0) {
      assertThat(rates.size()).isPositive();
    }
  }
}
