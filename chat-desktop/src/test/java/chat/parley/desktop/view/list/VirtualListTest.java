package chat.parley.desktop.view.list;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Rows of 20, 30 or 40 pixels by number, in a view of 200. */
class VirtualListTest {
  /**
   * @param version another one is another item in the same row
   */
  private record Item(int number, int version) {
    Item changed() {
      return new Item(number, version + 1);
    }
  }

  private final Map<Integer, Double> extra = new HashMap<>();
  private final List<NumberRow> made = new ArrayList<>();
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final VirtualList<Item> list = Fx.call(() -> new VirtualList<>(new Numbers()));
  private final Scene scene = Fx.call(() -> new Scene(list, 100, 200));
  private int shown;

  @Test
  void itOpensAtTheEndWithTheRowsThatFitAndNoMore() {
    open(100_000);
    assertThat(numbers()).endsWith(99_999).hasSizeLessThan(10);
    assertThat(made).hasSize(numbers().size());
    assertThat(bottomOf(99_999)).isEqualTo(200);
  }

  @Test
  void fewRowsStandAtTheLowerEdge() {
    open(2);
    assertThat(bottomOf(1)).isEqualTo(200);
  }

  @Test
  void aNewRowIsOneRowMoreAndNothingElseIsTouched() {
    open(1000);
    List<NumberRow> before = List.copyOf(rows());
    int madeBefore = made.size();
    shown = 0;
    change(() -> items.add(new Item(1000, 0)));
    assertThat(made.size() - madeBefore).isLessThanOrEqualTo(1);
    assertThat(shown).isEqualTo(1);
    assertThat(bottomOf(1000)).isEqualTo(200);
    assertThat(rows()).containsAll(before.subList(2, before.size()));
  }

  @Test
  void aHundredRowsInFrontLeaveTheVisibleOnesAlone() {
    open(1000);
    scroll(-5000);
    List<NumberRow> before = rows();
    Map<Integer, Double> places = places();
    int madeBefore = made.size();
    shown = 0;
    change(() -> items.addAll(0, items(-100, 0)));
    assertThat(places()).isEqualTo(places);
    assertThat(rows()).containsExactlyElementsOf(before);
    assertThat(made).hasSize(madeBefore);
    assertThat(shown).isZero();
  }

  @Test
  void rowsTakenAwayInFrontLeaveTheVisibleOnesAlone() {
    open(1000);
    scroll(-5000);
    Map<Integer, Double> places = places();
    change(() -> items.remove(0, 100));
    assertThat(places()).isEqualTo(places);
  }

  @Test
  void whatComesAtTheEndDoesNotMoveAReaderElsewhere() {
    open(1000);
    scroll(-100);
    Map<Integer, Double> places = places();
    change(() -> items.addAll(items(1000, 1050)));
    assertThat(places()).isEqualTo(places);
  }

  @Test
  void aReaderWithin48PixelsOfTheEndFollowsAndOneFurtherUpDoesNot() {
    open(1000);
    scroll(-48);
    change(() -> items.add(new Item(1000, 0)));
    assertThat(bottomOf(1000)).isEqualTo(200);
    scroll(-49);
    change(() -> items.add(new Item(1001, 0)));
    assertThat(numbers()).doesNotContain(1001);
  }

  @Test
  void scrollingMakesOnlyWhatComesIntoViewAndLittleOfThat() {
    open(10_000);
    shown = 0;
    int madeBefore = made.size();
    for (int i = 0; i < 100; i++) {
      scroll(-10);
    }
    assertThat(shown).isBetween(1000 / 40, 1000 / 20);
    assertThat(made.size() - madeBefore).isLessThanOrEqualTo(2);
  }

  @Test
  void aRowThatGrowsLateAboveWhatIsReadDoesNotMoveIt() {
    open(1000);
    scroll(-5000 - 5);
    int cutOff = numbers().getFirst();
    Map<Integer, Double> places = places();
    change(() -> grow(cutOff, 60));
    Map<Integer, Double> now = places();
    assertThat(now.get(cutOff)).isEqualTo(places.get(cutOff) - 60);
    places.remove(cutOff);
    assertThat(now).containsAllEntriesOf(places);
  }

  @Test
  void aRowThatGrowsLateAtTheEndKeepsTheEndInSight() {
    open(1000);
    change(() -> grow(999, 60));
    assertThat(bottomOf(999)).isEqualTo(200);
  }

  @Test
  void aChangedItemKeepsItsRow() {
    open(100);
    NumberRow row = rowOf(99);
    shown = 0;
    change(() -> items.set(99, items.get(99).changed()));
    assertThat(rowOf(99)).isSameAs(row);
    assertThat(shown).isEqualTo(1);
  }

  @Test
  void thereIsNoGapAtEitherEnd() {
    open(1000);
    scroll(-1_000_000);
    assertThat(topOf(0)).isEqualTo(0);
    scroll(1_000_000);
    assertThat(bottomOf(999)).isEqualTo(200);
  }

  @Test
  void aHigherViewShowsMoreAtItsUpperEdgeWhileTheEndIsInSight() {
    open(100);
    Fx.run(() -> list.resize(100, 320));
    Fx.run(list::layout);
    assertThat(bottomOf(99)).isEqualTo(320);
  }

  @Test
  void aRowIsFoundByItsKey() {
    open(1000);
    change(() -> list.scrollTo(500));
    assertThat(topOf(500)).isEqualTo(66);
  }

  @Test
  void itAsksForMoreWithinAViewOfEitherEnd() {
    int[] older = {0};
    int[] newer = {0};
    Fx.run(
        () -> {
          list.setOnNearStart(() -> older[0]++);
          list.setOnNearEnd(() -> newer[0]++);
        });
    open(1000);
    assertThat(newer[0]).isPositive();
    assertThat(older[0]).isZero();
    change(() -> list.scrollTo(500));
    newer[0] = 0;
    change(() -> list.scrollTo(505));
    assertThat(newer[0]).isZero();
    assertThat(older[0]).isZero();
    change(() -> list.scrollTo(8));
    assertThat(older[0]).isPositive();
  }

  @Test
  void itTellsWhatCanBeRead() {
    open(1000);
    assertThat(inSight()).isEqualTo(new InSight(999, true, true));
    scroll(-30);
    assertThat(inSight()).isEqualTo(new InSight(997, false, true));
    scroll(-30);
    assertThat(inSight().nearEnd()).isFalse();
  }

  @Test
  void keysMoveARowAtATimeAndBringItIntoSight() {
    open(1000);
    press(KeyCode.UP);
    assertThat(current()).isEqualTo(999);
    for (int i = 0; i < 12; i++) {
      press(KeyCode.UP);
    }
    assertThat(current()).isEqualTo(987);
    assertThat(topOf(987)).isEqualTo(0);
    press(KeyCode.HOME);
    assertThat(current()).isEqualTo(0);
    assertThat(topOf(0)).isEqualTo(0);
    press(KeyCode.DOWN);
    assertThat(current()).isEqualTo(1);
    press(KeyCode.END);
    assertThat(current()).isEqualTo(999);
    assertThat(bottomOf(999)).isEqualTo(200);
  }

  @Test
  void theCurrentRowStaysTheSameWhenOthersCome() {
    open(1000);
    press(KeyCode.UP);
    press(KeyCode.UP);
    change(() -> items.addAll(0, items(-10, 0)));
    assertThat(current()).isEqualTo(998);
  }

  @Test
  void screenReadersFindTheRows() {
    open(1000);
    press(KeyCode.UP);
    assertThat(ask(AccessibleAttribute.ITEM_COUNT)).isEqualTo(1000);
    assertThat(ask(AccessibleAttribute.ITEM_AT_INDEX, 999)).isSameAs(rowOf(999));
    assertThat(ask(AccessibleAttribute.ITEM_AT_INDEX, 1)).isNull();
    assertThat(ask(AccessibleAttribute.FOCUS_ITEM)).isSameAs(rowOf(999));
    assertThat(Fx.call(() -> rowOf(999).queryAccessibleAttribute(AccessibleAttribute.INDEX)))
        .isEqualTo(999);
  }

  @Test
  void anotherListStartsAtItsEnd() {
    open(1000);
    scroll(-5000);
    ObservableList<Item> other = FXCollections.observableArrayList(items(0, 50));
    change(() -> list.setItems(other));
    assertThat(bottomOf(49)).isEqualTo(200);
    change(() -> items.add(new Item(1000, 0)));
    assertThat(numbers()).doesNotContain(1000);
  }

  private void open(int count) {
    Fx.run(
        () -> {
          items.setAll(items(0, count));
          list.setItems(items);
        });
    settle();
  }

  private void change(Runnable change) {
    Fx.run(change);
    settle();
  }

  private void scroll(double pixels) {
    change(() -> list.scrollBy(pixels));
  }

  private void press(KeyCode code) {
    change(
        () ->
            list.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private void settle() {
    Fx.settle(scene);
  }

  private void grow(int number, double by) {
    extra.put(number, by);
    rowOf(number).refresh();
  }

  private Object ask(AccessibleAttribute attribute, Object... parameters) {
    return Fx.call(() -> list.queryAccessibleAttribute(attribute, parameters));
  }

  private InSight inSight() {
    return Fx.call(() -> list.inSightProperty().get());
  }

  private int current() {
    return Fx.call(() -> list.current().number());
  }

  private List<NumberRow> rows() {
    return made.stream()
        .filter(NumberRow::isVisible)
        .sorted(Comparator.comparingDouble(NumberRow::getLayoutY))
        .toList();
  }

  private List<Integer> numbers() {
    return rows().stream().map(row -> row.item.number()).toList();
  }

  private Map<Integer, Double> places() {
    Map<Integer, Double> places = new HashMap<>();
    rows().forEach(row -> places.put(row.item.number(), row.getLayoutY()));
    return places;
  }

  private NumberRow rowOf(int number) {
    return rows().stream().filter(row -> row.item.number() == number).findFirst().orElseThrow();
  }

  private double topOf(int number) {
    return rowOf(number).getLayoutY();
  }

  private double bottomOf(int number) {
    return topOf(number) + rowOf(number).getHeight();
  }

  private static List<Item> items(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> new Item(number, 0)).toList();
  }

  private final class Numbers implements RowSource<Item> {
    @Override
    public Object keyOf(Item item) {
      return item.number();
    }

    @Override
    public Object kindOf(Item item) {
      return "number";
    }

    @Override
    public Row<Item> create(Object kind) {
      NumberRow row = new NumberRow();
      made.add(row);
      return row;
    }
  }

  private final class NumberRow extends Row<Item> {
    private final Region content = new Region();
    private Item item;

    NumberRow() {
      getChildren().add(content);
    }

    @Override
    protected void show(Item now) {
      item = now;
      shown++;
      refresh();
    }

    void refresh() {
      double height =
          20 + Math.floorMod(item.number(), 3) * 10 + extra.getOrDefault(item.number(), 0d);
      content.setMinHeight(height);
      content.setMaxHeight(height);
    }
  }
}
