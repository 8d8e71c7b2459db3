package chat.parley.desktop.app;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Two apps of Ann and one of Ben, in the lobby of a real server. */
final class Trio implements AutoCloseable {
  final ServerProcess server;
  final Path folder;
  Desk ann;
  Desk annToo;
  Desk ben;

  private final UnaryOperator<Surroundings> time;

  Trio(Path folder) throws Exception {
    this(folder, UnaryOperator.identity());
  }

  /** All three in that time. */
  Trio(Path folder, UnaryOperator<Surroundings> time) throws Exception {
    this.folder = folder;
    this.time = time;
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
    try {
      openApps();
    } catch (Throwable e) {
      server.close();
      throw e;
    }
  }

  private void openApps() {
    String address = "127.0.0.1:" + server.port();
    try (Desk first = Desk.open(folder.resolve("ann"))) {
      first.logIn("Ann Bell", address);
    }
    copy(folder.resolve("ann"), folder.resolve("ann-too"));
    ann = Desk.open(folder.resolve("ann"), time);
    annToo = Desk.open(folder.resolve("ann-too"), time);
    ben = Desk.open(folder.resolve("ben"), time);
    ben.logIn("Ben Roth", address);
    awaitAll(desk -> desk.server().link().liveProperty().get());
    awaitAll(desk -> desk.title().equals("lobby"));
  }

  /** A second computer of the same person. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Desk> desks() {
    return List.of(ann, annToo, ben);
  }

  void awaitAll(Predicate<Desk> condition) {
    Fx.await(() -> desks().stream().allMatch(condition));
  }

  /** Does it and waits until it is so in all three apps, which must be within a second. */
  void soon(String what, Runnable deed, Predicate<Desk> condition) {
    Sight.soon(what, deed, () -> desks().stream().allMatch(condition));
  }

  /** The message of that text in an app; on the FX thread. Null when there is none. */
  static MessageItem message(Desk desk, String text) {
    return items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.body().equals(text))
        .findFirst()
        .orElse(null);
  }

  /** What the open room shows; on the FX thread. Empty while no room is open yet. */
  static List<TimelineItem> items(Desk desk) {
    TimelineModel open = desk.server().timelineProperty().get();
    return open == null ? List.of() : List.copyOf(open.items());
  }

  /** Says something and waits until all have it. */
  void said(Desk desk, String text) {
    desk.say(text);
    awaitAll(other -> message(other, text) != null && message(other, text).seq() > 0);
  }

  /** Opens the menu of a message by the right button and clicks what it offers. */
  void choose(Desk desk, String message, String offer) {
    desk.chooseAt(message, offer);
  }

  /** The row that says that. */
  Node row(Desk desk, String text) {
    return desk.row(text);
  }

  /** Clicks the first control of that class in the row that says that. */
  void clickIn(Desk desk, String rowText, String selector) {
    desk.clickIn(rowText, selector);
  }

  void click(Desk desk, String selector) {
    desk.click(selector);
  }

  void write(String text) {
    Fx.type(text);
  }

  boolean is(Desk desk, Predicate<Desk> condition) {
    return Fx.call(() -> condition.test(desk));
  }

  @Override
  public void close() {
    desks().forEach(Desk::close);
    server.close();
  }
}
