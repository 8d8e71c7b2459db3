package chat.parley.desktop.view.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of 40 pixels in a view of 100; the items are their own keys. */
class ReadingPlaceTest {
  private final List<String> items = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
  private final ReadingPlace place = new ReadingPlace();

  @Test
  void aNewReaderIsAtTheEndAndStaysThere() {
    layOut();
    change(6, 0, "g");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtEnd());
  }

  @Test
  void whatIsPutInFrontDoesNotMoveWhatIsRead() {
    readFrom(2, -10);
    change(0, 0, "x", "y", "z");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(6, 30)); // "d", the first whole row
    assertThat(items.get(6)).isEqualTo("d");
  }

  @Test
  void whatIsTakenAwayInFrontDoesNotMoveWhatIsRead() {
    readFrom(2, -10);
    change(0, 2);
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(1, 30));
  }

  @Test
  void whatIsAddedAtTheEndDoesNotMoveAReaderWhoIsElsewhere() {
    readFrom(1, 0);
    change(6, 0, "g");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(1, 0));
  }

  @Test
  void aReaderNearTheEndFollows() {
    place.toRow(3, -10);
    place.placed(placement(), items::get, this::stays, true);
    change(6, 0, "g");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtEnd());
  }

  @Test
  void aReaderAtTheEndOfWhatIsLoadedDoesNotFollowWhenMoreIsLoaded() {
    layOut();
    place.placed(placement(), items::get, this::stays, false);
    change(6, 0, "g", "h");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(4, 20));
  }

  @Test
  void aHeadingThatGoesUpWithWhatComesBeforeItTakesNobodyAlong() {
    items.addFirst("A");
    place.toRow(0, 0);
    layOut();
    items.addAll(1, List.of("x", "y", "z"));
    place.changed(1, 0, 3, items.size(), items::get);
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(4, 40));
  }

  @Test
  void whenTheRowBeingReadGoesItsNeighbourIsHeld() {
    readFrom(2, 0);
    change(2, 1);
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(2, 40)); // "d" stays at 40
  }

  @Test
  void aListThatIsReplacedKeepsTheRowThatIsInBoth() {
    readFrom(2, 0);
    change(0, 6, "w", "x", "c", "d");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(2, 0));
  }

  @Test
  void aListWithNothingInCommonShowsSomethingAnyway() {
    readFrom(2, 0);
    change(0, 6, "w");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(0, 0));
  }

  @Test
  void stepsBeforeTheNextLayoutAddUp() {
    readFrom(2, 0);
    place.scrollBy(15);
    place.scrollBy(-5);
    change(0, 0, "x");
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(3, -10));
  }

  @Test
  void aReaderAtTheEndScrollsUpFromThere() {
    layOut();
    place.scrollBy(-30);
    assertThat(place.anchor()).isEqualTo(new Anchor.AtRow(4, 50));
  }

  private void readFrom(int index, double top) {
    place.toRow(index, top);
    layOut();
  }

  private void layOut() {
    Placement placement = placement();
    place.placed(placement, items::get, this::stays, true);
  }

  /** Capital letters are headings. */
  private boolean stays(int index) {
    return !Character.isUpperCase(items.get(index).charAt(0));
  }

  private Placement placement() {
    return Placement.of(place.anchor(), items.size(), 100, i -> 40);
  }

  private void change(int from, int removed, String... added) {
    items.subList(from, from + removed).clear();
    items.addAll(from, List.of(added));
    place.changed(from, removed, added.length, items.size(), items::get);
  }
}
