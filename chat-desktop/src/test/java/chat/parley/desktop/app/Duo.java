package chat.parley.desktop.app;

import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;

/** Ann and Ben, each in front of an app of their own, in the lobby of a real server. */
final class Duo implements AutoCloseable {
  final ServerProcess server;
  final Desk ann;
  final Desk ben;

  Duo(Path folder) throws Exception {
    this(folder, Facilities.none());
  }

  /**
   * @param ofBen what Ben's computer has
   */
  Duo(Path folder, Facilities ofBen) throws Exception {
    server =
        ServerProcess.start(
            folder.resolve("server"), "--name", "Floor 2 office", "--no-rate-limits");
    ann = Desk.open(folder.resolve("ann"));
    ben = Desk.open(folder.resolve("ben"), ofBen);
    try {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      Fx.await(() -> ann.title().equals("lobby") && ben.title().equals("lobby"));
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  String address() {
    return "127.0.0.1:" + server.port();
  }

  /** Somebody types it and sends it, and it is with both. */
  void said(Desk desk, String text) {
    desk.say(text);
    awaitBoth(text);
  }

  /** Waits until a message is in the open room of both, with its place in the log. */
  void awaitBoth(String text) {
    Fx.await(() -> has(ann, text) && has(ben, text));
  }

  private static boolean has(Desk desk, String text) {
    return Trio.message(desk, text) != null && Trio.message(desk, text).seq() > 0;
  }

  /** Both are in that room then; Ann makes it if there is none. */
  void openRoom(String name) {
    ann.openRoom(name);
    ben.openRoom(name);
  }

  /** Opens the conversation with somebody by keys alone. */
  static void talkTo(Desk desk, String name) {
    desk.push(KeyCode.SHORTCUT, KeyCode.K);
    desk.awaitNode("#switcher-field");
    desk.type("@" + name);
    Fx.await(() -> desk.node(".choice-list", name) != null);
    desk.push(KeyCode.ENTER);
    Fx.await(() -> desk.title().equals(name));
  }

  /** On the FX thread. */
  static RoomItem room(Desk desk, String name) {
    return desk.server().rooms().items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    ann.close();
    ben.close();
    server.close();
  }
}
