package chat.parley.desktop.app;

import static chat.parley.desktop.testing.Say.outgoing;

import chat.parley.client.Outgoing.State;
import java.nio.file.Path;

/** Keeps a message and is gone at once, without closing anything. */
final class DyingApp {
  static final int HALTED = 42;

  private DyingApp() {}

  public static void main(String[] args) {
    Cache.open(Path.of(args[0])).put(outgoing("a", "written just before the end", State.QUEUED));
    Runtime.getRuntime().halt(HALTED);
  }
}
