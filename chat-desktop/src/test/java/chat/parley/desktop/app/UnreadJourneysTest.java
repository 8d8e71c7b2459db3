package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ann writes where Ben does not look just now: two apps and a real server. */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadJourneysTest {
  private final FakeComputer computer = new FakeComputer();
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    duo = new Duo(folder, computer.facilities());
    ann = duo.ann;
    ben = duo.ben;
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @Test
  void whoReadsFarAboveIsToldHowMuchIsNewBelowAndLedThere() {
    duo.openRoom("kitchen");
    for (int i = 1; i <= 50; i++) {
      ann.tells("Line " + i);
    }
    ben.inFront();
    duo.awaitBoth("Line 50");
    ben.click("#composer");
    ben.push(KeyCode.ESCAPE); // Wherever he was led when he came: all is read now.
    Fx.await(() -> unread("kitchen") == 0);
    ben.push(KeyCode.PAGE_UP);
    ben.push(KeyCode.PAGE_UP);
    Fx.await(() -> pill(ben) != null);

    ann.tells("New one");
    ann.tells("@Ben Roth new two");
    Fx.await(() -> pill(ben) != null && pill(ben).equals("2 new, 1 mentions you"));
    assertThat(Fx.call(() -> unread("kitchen"))).as("nobody has read that").isEqualTo(2);
    ben.click(".jump-pill");
    ben.awaitText("new two");
    Fx.await(() -> pill(ben) == null && unread("kitchen") == 0);
  }

  @Test
  void whatComesToAWindowThatIsNotInFrontStaysUnreadAndIsTold() {
    duo.openRoom("garden");
    ann.say("@Ben Roth the window is open");
    Fx.await(() -> unread("garden") == 1 && message(ben, "@Ben Roth the window is open") != null);
    Fx.await(() -> computer.notes.contains("Ann Bell in #garden: @Ben Roth the window is open"));
    assertThat(Fx.call(() -> unread("garden"))).isEqualTo(1);
    assertThat(Fx.call(() -> ben.stage().getTitle())).isEqualTo("(1) Parley");

    ben.inFront();
    Fx.await(() -> unread("garden") == 0 && ben.stage().getTitle().equals("Parley"));
  }

  @Test
  void whoComesBackIsWhereTheyLeftAndOnlyWhatTheySeeIsRead() {
    duo.openRoom("quiet");
    ben.inFront();
    Fx.await(() -> unread("quiet") == 0);
    duo.said(ann, "Before he goes");
    ben.inFront();
    Fx.await(() -> unread("quiet") == 0);
    ann.inFront();
    for (int i = 1; i <= 60; i++) {
      ann.tells("While elsewhere %02d".formatted(i));
    }
    Fx.await(() -> unread("quiet") == 60);

    ben.inFront();
    Fx.await(() -> isInSight("While elsewhere 01") && unread("quiet") < 60);
    assertThat(Fx.call(() -> isInSight("While elsewhere 60"))).isFalse();
    assertThat(Fx.call(() -> belowTheLine())).isEqualTo("While elsewhere 01");
    assertThat(Fx.call(() -> unread("quiet"))).as("what is not on the screen").isPositive();
    ben.click("#composer");
    ben.push(KeyCode.ESCAPE);
    Fx.await(() -> unread("quiet") == 0);

    ann.inFront();
    ann.tells("And again");
    Fx.await(() -> unread("quiet") == 1);
    ben.inFront();
    Fx.await(() -> isInSight("And again") && unread("quiet") == 0);
    assertThat(Fx.call(() -> belowTheLine())).isEqualTo("And again");
  }

  /** What Ben sees under the line; on the FX thread, as the next. */
  private String belowTheLine() {
    List<TimelineItem> items = Trio.items(ben);
    for (int i = 0; i + 1 < items.size(); i++) {
      if (items.get(i) instanceof UnreadMark && items.get(i + 1) instanceof MessageItem message) {
        return message.body();
      }
    }
    return "";
  }

  private boolean isInSight(String text) {
    Node row = ben.rowNow(text);
    Node list = ben.scene().getRoot().lookup(".message-pane .virtual-list");
    return row != null
        && list.localToScene(list.getLayoutBounds())
            .contains(row.localToScene(row.getLayoutBounds()));
  }

  private long unread(String room) {
    return Duo.room(ben, room).unreadProperty().get();
  }

  /** What is said over the end of the messages; null for nothing. On the FX thread. */
  private static String pill(Desk desk) {
    Node pill = desk.scene().getRoot().lookup(".jump-pill");
    return pill instanceof Labeled label && label.isVisible() ? label.getText() : null;
  }
}
