package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;

import chat.parley.desktop.view.Fx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/**
 * Somebody with an empty profile in front of the app, on a computer of their own. Says on the
 * output what they had to do.
 */
public final class Newcomer {
  /** Told as a way: runs a server, and answers the first who says something. */
  static final String HOST = "host";

  /** Told as a way: goes to the server in the list. Any other way is an address to type. */
  static final String FIND = "find";

  /** Said when somebody who hosts has nothing left to do. */
  static final String WAITS = "waits for others";

  /** Said by who came and was answered. */
  static final String ANSWERED = "was answered";

  private static final String GREETING = "Hello";
  private static final String ANSWER = "Welcome";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private Newcomer() {}

  /** What Java is told to start one. */
  static List<String> program(Path profile, String way) {
    var all =
        new ArrayList<>(
            List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dtestfx.robot.write_sleep=0",
                "-Dtestfx.robot.move_max_count=1"));
    all.addAll(List.of(Newcomer.class.getName(), profile.toString(), way));
    return all;
  }

  /**
   * @param args the folder of the profile, and a way
   */
  public static void main(String[] args) {
    try (Desk desk = Desk.onNetwork(Path.of(args[0]))) {
      Hands hands = Hands.at(desk.stage());
      if (args[1].equals(HOST)) {
        host(desk);
        System.out.println(WAITS);
        awaitMessage(desk, GREETING);
        System.out.println(hands.deeds());
        say(desk, ANSWER);
      } else {
        goIn(desk, args[1]);
        say(desk, GREETING);
        System.out.println(hands.deeds());
        awaitMessage(desk, ANSWER);
        System.out.println(ANSWERED);
      }
    } finally {
      Platform.exit();
    }
  }

  private static void host(Desk desk) {
    // Until then what there is to do may still move.
    await(() -> desk.model().finding().noneProperty().get());
    nameMyself(desk, "Ann");
    desk.click("#host-start");
    await(() -> desk.model().hosting().hostedProperty().get() != null);
    desk.awaitNode(".join-card");
    desk.push(KeyCode.ESCAPE);
    await(() -> desk.scene().lookup(".join-card") == null);
    desk.awaitNode("#composer");
  }

  private static void goIn(Desk desk, String way) {
    if (way.equals(FIND)) {
      await(() -> desk.node(".found-row", "Ann's server") != null);
      desk.click(".found-row", "Ann's server");
    } else {
      desk.click("#login-address .text-field");
      desk.push(KeyCode.SHORTCUT, KeyCode.A);
      desk.type(way);
    }
    nameMyself(desk, "Ben");
    desk.push(KeyCode.ENTER);
    awaitComposer(desk);
  }

  /** The name of this computer's user stands there already. */
  private static void nameMyself(Desk desk, String name) {
    desk.click("#login-name");
    desk.push(KeyCode.SHORTCUT, KeyCode.A);
    desk.type(name);
  }

  /** Until what is typed goes into the room without another click. */
  private static void awaitComposer(Desk desk) {
    await(() -> isThere(desk.scene().lookup("#composer")) && !desk.title().isEmpty());
  }

  private static boolean isThere(Node composer) {
    return composer != null && composer.isFocused();
  }

  private static void say(Desk desk, String words) {
    desk.type(words);
    desk.push(KeyCode.ENTER);
    await(() -> message(desk, words) != null && message(desk, words).seq() > 0);
  }

  private static void awaitMessage(Desk desk, String words) {
    await(() -> desk.rowNow(words) != null);
  }

  /** Longer than for anything else, and without taking the processor from the other person. */
  private static void await(BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Fx.<Boolean>call(so::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not become true in time.");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
