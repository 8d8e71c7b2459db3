package chat.parley.desktop.view.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A view of 100 pixels; row {@code i} is {@code 30 + i % 3 * 10} high. */
class PlacementTest {
  private static final double VIEW = 100;

  private final List<Integer> asked = new ArrayList<>();

  @ParameterizedTest(name = "{0} of {1} rows: rows {2} to {3}, the first at {4}")
  @CsvSource({
    "end,      10, 7, 9, -20", // 40 + 50 + 30, 20 too many
    "end,       1, 0, 0,  70", // too few: at the lower edge
    "end,       2, 0, 1,  30",
    "0 at 0,   10, 0, 2,   0",
    "0 at 40,  10, 0, 2,   0", // no gap at the start
    "0 at 40,   2, 0, 1,  30", // unless there are too few
    "5 at 0,   10, 5, 7,   0",
    "5 at -20, 10, 5, 7, -20",
    "5 at -60, 10, 6, 8, -10", // the anchor itself went out of sight
    "5 at 35,  10, 4, 6,  -5",
    "9 at 0,   10, 7, 9, -20", // no gap at the end
    "9 at -50, 10, 7, 9, -20",
    "99 at 0,  10, 7, 9, -20", // the list became shorter
    "2 at 90,  10, 0, 2,   0",
  })
  void rowsAreLaidOutFromTheAnchor(String anchor, int count, int first, int last, double top) {
    Placement placement = place(anchor, count);
    assertThat(placement.first()).isEqualTo(first);
    assertThat(placement.last()).isEqualTo(last);
    assertThat(placement.top()).isEqualTo(top);
  }

  @Test
  void nothingIsAskedOfAnEmptyListOrInAViewWithoutHeight() {
    assertThat(place("end", 0).isEmpty()).isTrue();
    assertThat(Placement.of(new Anchor.AtEnd(), 10, 0, this::height).isEmpty()).isTrue();
    assertThat(asked).isEmpty();
  }

  @Test
  void onlyRowsInSightAreAskedForTheirHeightAndEachOnce() {
    place("end", 100_000);
    assertThat(asked).containsExactlyInAnyOrder(99_999, 99_998, 99_997);
  }

  @Test
  void theEndIsInSightWhenTheLastRowIsWhollySo() {
    assertThat(place("end", 10).endInSight()).isTrue();
    assertThat(place("8 at 20", 10).toEnd()).hasValue(0);
    assertThat(place("7 at 0", 10).toEnd()).hasValue(20);
    assertThat(place("0 at 0", 10).toEnd()).isEmpty();
  }

  @Test
  void wholeRowsAreToldFromRowsThatAreCutOff() {
    Placement placement = place("5 at -20", 10);
    assertThat(placement.firstWhole()).isEqualTo(6);
    assertThat(placement.lastWhole()).isEqualTo(7);
    assertThat(place("5 at -10", 10).lastWhole()).isEqualTo(6);
    assertThat(place("end", 1).lastWhole()).isEqualTo(0);
  }

  @Test
  void aRowHigherThanTheViewIsBothFirstAndLast() {
    Placement placement = Placement.of(new Anchor.AtRow(0, -150), 3, VIEW, i -> 400);
    assertThat(placement.first()).isEqualTo(0);
    assertThat(placement.firstWhole()).isEqualTo(0);
    assertThat(placement.lastWhole()).isEqualTo(-1);
  }

  private Placement place(String anchor, int count) {
    if (anchor.equals("end")) {
      return Placement.of(new Anchor.AtEnd(), count, VIEW, this::height);
    }
    String[] parts = anchor.split(" at ");
    return Placement.of(
        new Anchor.AtRow(Integer.parseInt(parts[0]), Double.parseDouble(parts[1])),
        count,
        VIEW,
        this::height);
  }

  private double height(int index) {
    asked.add(index);
    return 30 + index % 3 * 10;
  }
}
