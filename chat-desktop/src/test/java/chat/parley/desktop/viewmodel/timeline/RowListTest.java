package chat.parley.desktop.viewmodel.timeline;

import static chat.parley.desktop.testing.Say.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing.State;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class RowListTest {
  private final RowList list = new RowList();
  private final List<String> told = new ArrayList<>();
  private int notifications;

  @Test
  void anArrivalIsAnAppend() {
    start(1, 100);
    list.become(rows(1, 103));
    assertThat(told).containsExactly("added 100-103");
    assertThat(notifications).isEqualTo(1);
  }

  @Test
  void olderMessagesAreAnInsert() {
    start(101, 200);
    list.become(rows(1, 200));
    assertThat(told).containsExactly("added 0-100");
  }

  @Test
  void aRowWhoseStateMovedIsReplacedInPlace() {
    start(1, 10);
    var wanted = new ArrayList<>(rows(1, 10));
    wanted.set(4, row(5, "changed"));
    list.become(wanted);
    assertThat(told).containsExactly("replaced 4-5");
  }

  @Test
  void equalRowsTellNothing() {
    start(1, 10);
    list.become(rows(1, 10));
    assertThat(notifications).isZero();
  }

  @Test
  void whatFallsOutAtTheTopAndComesInAtTheBottomIsToldOnce() {
    start(1, 100);
    list.become(rows(51, 150));
    assertThat(notifications).isEqualTo(1);
    assertThat(told).containsExactly("removed 50", "added 50-100");
  }

  @Test
  void whoeverFollowsTheChangesHasTheSameRows() {
    var random = new Random(7);
    ObservableList<TimelineItem> copy = FXCollections.observableArrayList();
    list.addListener(
        (ListChangeListener<TimelineItem>)
            c -> {
              while (c.next()) {
                copy.subList(c.getFrom(), c.getFrom() + c.getRemovedSize()).clear();
                copy.addAll(c.getFrom(), c.getAddedSubList());
              }
            });
    for (int round = 0; round < 2_000; round++) {
      List<TimelineItem> wanted = shuffled(random);
      list.become(wanted);
      assertThat(list).isEqualTo(wanted);
      assertThat(copy).isEqualTo(wanted);
    }
  }

  private static List<TimelineItem> shuffled(Random random) {
    var seqs = new HashSet<Integer>();
    IntStream.range(0, random.nextInt(20)).forEach(_ -> seqs.add(random.nextInt(25)));
    var order = new ArrayList<>(seqs);
    Collections.sort(order);
    if (random.nextInt(3) == 0) {
      Collections.shuffle(order, random);
    }
    return order.stream()
        .map(seq -> row(seq, random.nextInt(4) == 0 ? "changed" : "m"))
        .map(TimelineItem.class::cast)
        .toList();
  }

  private void start(int from, int to) {
    list.become(rows(from, to));
    list.addListener(
        (ListChangeListener<TimelineItem>)
            c -> {
              notifications++;
              while (c.next()) {
                if (c.wasReplaced()) {
                  told.add("replaced " + c.getFrom() + "-" + c.getTo());
                } else if (c.wasAdded()) {
                  told.add("added " + c.getFrom() + "-" + c.getTo());
                } else {
                  told.add("removed " + c.getRemovedSize());
                }
              }
            });
  }

  private static List<TimelineItem> rows(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(seq -> (TimelineItem) row(seq, "message " + seq))
        .toList();
  }

  private static MessageItem row(long seq, String body) {
    return new MessageItem(
        seq, null, Say.ME.id(), "Ann", MORNING, body, false, false, false, State.SENT, null);
  }
}
