package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.UserId;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BookmarksTest {
  private static final long MOST = (1L << 52) - 1;
  private static final UserId ANN = new UserId("u_ann");
  private static final UserId BEN = new UserId("u_ben");

  private final Bookmarks bookmarks = new Bookmarks(new byte[32]);

  @Property
  void whatIsSealedComesOutAgain(@ForAll @LongRange(min = 1, max = MOST) long place) {
    long bookmark = bookmarks.seal(ANN, place);
    assertThat(bookmark).isBetween(1L, MOST + 1);
    assertThat(bookmarks.open(ANN, bookmark)).isEqualTo(place);
    assertThat(new Bookmarks(new byte[32]).open(ANN, bookmark)).isEqualTo(place);
  }

  @Test
  void noneStaysNone() {
    assertThat(bookmarks.seal(ANN, 0)).isZero();
    assertThat(bookmarks.open(ANN, 0)).isZero();
  }

  @Test
  void placesBesideEachOtherDoNotLookLikeIt() {
    long[] sealed = LongStream.rangeClosed(1, 1_000).map(n -> bookmarks.seal(ANN, n)).toArray();
    assertThat(LongStream.of(sealed).distinct().count()).isEqualTo(1_000);
    long rising =
        LongStream.range(1, 1_000).filter(i -> sealed[(int) i] > sealed[(int) i - 1]).count();
    assertThat(rising).isBetween(400L, 600L);
    assertThat(LongStream.of(sealed).max().orElseThrow()).isGreaterThan(MOST / 2);
  }

  @Test
  void readersCannotCompareTheirs() {
    assertThat(bookmarks.seal(ANN, 7)).isNotEqualTo(bookmarks.seal(BEN, 7));
  }

  @Test
  void anyNumberMayBeTriedAndLeadsNowhereElse() {
    LongStream.of(-1, Long.MIN_VALUE, MOST + 2, Long.MAX_VALUE)
        .forEach(number -> assertThat(bookmarks.open(ANN, number)).isZero());
    assertThat(bookmarks.open(ANN, MOST + 1)).isBetween(0L, MOST);
    assertThatThrownBy(() -> bookmarks.seal(ANN, MOST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
