package chat.parley.desktop.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.files.FileParts;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.search.Pointed;
import chat.parley.desktop.viewmodel.settings.Density;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/**
 * A hundred thousand messages of mixed length in a real window. A frame is what JavaFX does for
 * styles and layout between two pictures; it is judged by the processor time of the FX thread, so
 * that other work on the computer does not count.
 */
class ManyMessagesTest {
  private static final int COUNT = 100_000;
  private static final int WARM_UP = 40;
  private static final double LONGEST_FRAME_MS = 32;
  private static final double OPEN_MS = 200;

  private final Stage stage = Fx.call(Stage::new);

  @AfterEach
  void close() {
    Fx.run(stage::hide);
  }

  @Test
  void theyOpenAtOnceScrollSmoothlyAndTakeNoMoreMemoryForIt() throws Exception {
    ObservableList<TimelineItem> items = FXCollections.observableArrayList(messages());
    VirtualList<TimelineItem> list = show();
    double first = open(list, items);
    double again = open(list, FXCollections.observableArrayList(messages()));
    open(list, items);
    List<Double> slow = frames(list, 120, -40);
    frames(list, 60, -900);
    long before = heapAfterGc();
    List<Double> fast = frames(list, 120, -900);
    long grown = heapAfterGc() - before;
    System.out.printf(
        "100,000 messages: first opened in %.0f ms, another in %.0f ms%n", first, again);
    System.out.printf("frames at 40 px:  %s%n", summary(slow));
    System.out.printf("frames at 900 px: %s%n", summary(fast));
    System.out.printf("heap after 160 more screens: %+d KB%n", grown / 1024);
    assertThat(again).isLessThan(OPEN_MS);
    assertThat(slow).allSatisfy(ms -> assertThat(ms).isLessThan(LONGEST_FRAME_MS));
    assertThat(fast).allSatisfy(ms -> assertThat(ms).isLessThan(LONGEST_FRAME_MS));
    assertThat(grown).isLessThan(4 << 20); // what other tests left to be done is in it
  }

  private VirtualList<TimelineItem> show() {
    return Fx.call(
        () -> {
          RowContext context =
              new RowContext(
                  new Times(Clock.systemUTC()),
                  () -> Density.COMFORTABLE,
                  () -> new RoomStart(Feather.HASH, "general", "", false),
                  () -> "office-pc",
                  _ -> MentionNames.NONE,
                  () -> Pointed.NOTHING,
                  new BodyContext(texts(), _ -> {}, _ -> {}),
                  new FileParts(new FilesModel(new KeepModel(), text -> text, _ -> {}), _ -> {}),
                  new NoActions());
          VirtualList<TimelineItem> list = new VirtualList<>(new TimelineRows(context));
          Scene scene = new Scene(list, 856, 620);
          var settings = new SettingsModel(new FakePreferences());
          settings.themeProperty().set(Theme.LIGHT);
          Look.follow(scene, settings);
          stage.setScene(scene);
          stage.show();
          return list;
        });
  }

  private static RichTexts texts() {
    return new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));
  }

  private static double open(VirtualList<TimelineItem> list, ObservableList<TimelineItem> items) {
    return Fx.call(
        () -> {
          long start = cpuNanos();
          list.setItems(items);
          list.applyCss();
          list.layout();
          return (cpuNanos() - start) / 1e6;
        });
  }

  /**
   * Scrolls by so many pixels a frame; answers the milliseconds each frame took after a warm-up.
   */
  private List<Double> frames(VirtualList<TimelineItem> list, int count, double pixels)
      throws InterruptedException {
    List<Double> frames = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    long[] start = {0};
    Runnable before = () -> start[0] = cpuNanos();
    Runnable after = () -> frames.add((cpuNanos() - start[0]) / 1e6);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (frames.size() >= WARM_UP + count) {
              done.countDown();
            } else {
              list.scrollBy(pixels);
            }
          }
        };
    Fx.run(
        () -> {
          stage.getScene().addPreLayoutPulseListener(before);
          stage.getScene().addPostLayoutPulseListener(after);
          timer.start();
        });
    done.await();
    Fx.run(
        () -> {
          timer.stop();
          stage.getScene().removePreLayoutPulseListener(before);
          stage.getScene().removePostLayoutPulseListener(after);
        });
    return List.copyOf(frames.subList(WARM_UP, WARM_UP + count));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heapAfterGc() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String summary(List<Double> frames) {
    List<Double> sorted = frames.stream().sorted().toList();
    return "p50 %.1f ms, p95 %.1f ms, longest %.1f ms"
        .formatted(
            sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
  }

  private static List<TimelineItem> messages() {
    Random random = new Random(7);
    List<TimelineItem> items = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      boolean grouped = random.nextInt(3) > 0 && i > 0;
      boolean mine = random.nextInt(50) == 0;
      String words = "some words of a message ".repeat(1 + random.nextInt(random.nextInt(12) + 1));
      String name = "Person " + i / 3 % 9;
      items.add(
          new MessageItem(
              i + 1,
              null,
              new UserId("u" + i / 3 % 9),
              name,
              1_760_000_000_000L + i * 30_000L,
              i + " " + words,
              grouped,
              mine,
              false,
              Outgoing.State.SENT,
              null));
    }
    return items;
  }

  private static final class NoActions implements RowActions {
    @Override
    public Set<MessageAction> allowed(MessageItem message) {
      return Set.of();
    }

    @Override
    public void act(MessageAction action, MessageItem message, Node at, boolean sure) {}

    @Override
    public void react(MessageItem message, String emoji) {}

    @Override
    public String lastEmoji() {
      return "";
    }

    @Override
    public void profile(MessageItem message, Node beside) {}

    @Override
    public void retry(MessageItem message) {}

    @Override
    public void discard(MessageItem message) {}

    @Override
    public void undo(MessageItem message) {}

    @Override
    public void jumpTo(long seq) {}

    @Override
    public void showEditions(MessageItem message) {}

    @Override
    public void reveal(long seq) {}

    @Override
    public void invite() {}

    @Override
    public String nameOf(UserId user) {
      return "";
    }
  }
}
