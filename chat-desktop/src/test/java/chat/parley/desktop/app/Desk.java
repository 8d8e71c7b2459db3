package chat.parley.desktop.app;

import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.view.AppView;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.Picture;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/** Somebody in front of a real app: looks at its window, clicks and types. */
final class Desk implements AutoCloseable {
  /** All that are open; on the FX thread only. */
  private static final List<Desk> DESKS = new ArrayList<>();

  private static final double WIDTH = 960;
  private static final double HEIGHT = 700;
  private static final int DRAG_STEPS = 6;
  private static final double DRAG_STEP = 4;

  private final FxRobot robot = new FxRobot();
  private final AppWindow app;
  private final Stage stage;

  private Desk(AppWindow app, Stage stage) {
    this.app = app;
    this.stage = stage;
  }

  /** Opens the app of that profile, as a double-click or the command line does. */
  static Desk open(Path profile, String... said) {
    return open(profile, Facilities.none(), said);
  }

  /** Opens it on a computer that has these. */
  static Desk open(Path profile, Facilities facilities, String... said) {
    return open(profile, facilities, UnaryOperator.identity(), said);
  }

  /** Opens it in that time. */
  static Desk open(Path profile, UnaryOperator<Surroundings> time) {
    return open(profile, Facilities.none(), time);
  }

  /** Opens it as a double-click does: on a computer that has its network to itself. */
  static Desk onNetwork(Path profile) {
    return open(profile, Facilities.none(), UnaryOperator.identity(), List.of());
  }

  private static Desk open(
      Path profile, Facilities facilities, UnaryOperator<Surroundings> time, String... said) {
    return open(profile, facilities, time, quietly(said));
  }

  private static Desk open(
      Path profile, Facilities facilities, UnaryOperator<Surroundings> time, List<String> said) {
    return Fx.call(
        () -> {
          var stage = new Stage();
          var app = new AppWindow(Profile.open(profile), facilities, time);
          app.show(stage, CommandLine.parse(said));
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
          var desk = new Desk(app, stage);
          DESKS.add(desk);
          return desk;
        });
  }

  /** What other servers this computer may run is found by those tests only that are about it. */
  private static List<String> quietly(String... said) {
    var all = new ArrayList<>(List.of(said));
    if (!all.contains("--discovery-port")) {
      all.add("--no-discovery");
    }
    return all;
  }

  AppModel model() {
    return app.model();
  }

  /** The server on the screen; null when there is none. */
  ServerModel server() {
    return app.model().selectedProperty().get();
  }

  Stage stage() {
    return stage;
  }

  SystemSide system() {
    return app.system();
  }

  Scene scene() {
    return stage.getScene();
  }

  /** Draws the window anew, of the same app, by another clock than the computer's. */
  void looksAt(Clock clock) {
    Fx.run(() -> stage.setScene(AppView.scene(app.model(), clock, WIDTH, HEIGHT)));
  }

  void logIn(String name, String address) {
    tryToLogIn(name, address);
    awaitNode("#composer");
    Fx.await(() -> !title().isEmpty()); // What is typed before a room is shown has no place.
  }

  void tryToLogIn(String name, String address) {
    inFront();
    awaitNode("#login-address .text-field");
    fill("#login-name", name);
    fill("#login-address .text-field", address);
    click("#login-join");
  }

  /** Types the text into the composer and presses Enter. */
  void say(String text) {
    inFront();
    click("#composer");
    Fx.type(text);
    robot.push(KeyCode.ENTER);
    Fx.await(
        () -> find("#composer") instanceof TextInputControl field && field.getText().isEmpty());
  }

  /** Says something without a window and without typing it, and waits until it is on its way. */
  void tells(String text) {
    Fx.run(
        () -> {
          server().composer().textProperty().set(text);
          server().composer().send();
        });
    Fx.await(() -> server().composer().textProperty().get().isEmpty());
  }

  /** Through the plus sign: types the name and presses Enter, which joins it or makes it. */
  void openRoom(String name) {
    inFront();
    click("#add-room");
    awaitNode(".add-room .text-field");
    fill(".add-room .text-field", name);
    Fx.await(() -> server().directory().stateProperty().get() != null && sees(name));
    robot.push(KeyCode.ENTER);
    Fx.await(() -> find(".add-room") == null && title().equals(name));
  }

  /** Clicks a room in the sidebar. */
  void goTo(String room) {
    inFront();
    Fx.await(() -> rowOf(room).isPresent()); // a list that is loaded anew comes a moment later
    robot.clickOn(Fx.call(() -> rowOf(room).orElseThrow()));
    Fx.await(() -> title().equals(room));
  }

  private Optional<Node> rowOf(String room) {
    return stage.getScene().getRoot().lookupAll(".room-row").stream()
        .filter(node -> hasText(node, room))
        .findFirst();
  }

  /** Opens the menu of that button and chooses in it. */
  void choose(String button, String item) {
    inFront();
    Fx.run(
        () -> {
          var menu = (MenuButton) find(button);
          menu.getItems().stream()
              .filter(candidate -> item.equals(candidate.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
  }

  /** Waits until the server of that name is on the screen, and connected. */
  void awaitServer(String name) {
    inFront();
    Fx.await(
        () ->
            server() != null
                && server().nameProperty().get().equals(name)
                && server().link().liveProperty().get()
                && sees(name));
  }

  void clickServer(String name) {
    inFront();
    robot.clickOn(Fx.call(() -> tile(name)));
    awaitServer(name);
  }

  /** How many servers the strip shows, none when there is no strip; on the FX thread. */
  int servers() {
    return find(".server-strip").isVisible()
        ? scene().getRoot().lookupAll(".server-tile").size()
        : 0;
  }

  /** The count at a server's tile, empty when there is none; on the FX thread. */
  String serverBadge(String name) {
    Node pill = tile(name).lookup(".pill");
    return pill instanceof Labeled label && pill.isVisible() ? label.getText() : "";
  }

  private Node tile(String name) {
    return scene().getRoot().lookupAll(".server-tile").stream()
        .filter(node -> node.getAccessibleText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  String title() {
    var timeline = server() == null ? null : server().timelineProperty().get();
    return timeline == null ? "" : timeline.nameProperty().get();
  }

  /** Waits until a text stands in the window; a picture of it is kept when it never does. */
  void awaitText(String text) {
    inFront();
    try {
      Fx.await(() -> sees(text));
    } catch (AssertionError e) {
      Path picture = Path.of("target", "missing-" + text.replaceAll("\\W+", "-") + ".png");
      Picture.of(scene()).save(picture);
      throw new AssertionError("Nobody sees \"" + text + "\"; see " + picture, e);
    }
  }

  void awaitGone(String text) {
    inFront();
    Fx.await(() -> !sees(text));
  }

  /** Whether a text stands anywhere in the window; on the FX thread. */
  boolean sees(String text) {
    return hasText(stage.getScene().getRoot(), text);
  }

  long count(String text) {
    return Fx.call(() -> countText(stage.getScene().getRoot(), text));
  }

  /** The window as it looks in front, in the colours of that theme. */
  Picture picture(Theme theme) {
    inFront();
    Fx.run(() -> model().settings().themeProperty().set(theme));
    Fx.settle(scene());
    return Picture.of(scene());
  }

  /** Clicks the first thing of that kind on which that text stands. */
  void click(String selector, String text) {
    inFront();
    Fx.await(() -> node(selector, text) != null);
    robot.clickOn(Fx.call(() -> node(selector, text)));
  }

  /** Asks with the right button what can be done there, and chooses, from menu to menu. */
  void choose(String selector, String text, String... items) {
    inFront();
    Fx.await(() -> node(selector, text) != null);
    robot.rightClickOn(Fx.call(() -> node(selector, text)));
    for (String item : items) {
      clickMenu(item);
    }
  }

  /** Chooses in the menu that is open. */
  void clickMenu(String item) {
    Fx.await(() -> menuItem(item) != null);
    robot.clickOn(Fx.call(() -> menuItem(item)));
  }

  private static Node menuItem(String text) {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .flatMap(popup -> popup.getScene().getRoot().lookupAll(".menu-item").stream())
        .filter(
            item -> item.lookup(".label") instanceof Labeled label && text.equals(label.getText()))
        .findFirst()
        .orElse(null);
  }

  /** Writes where the keyboard is. */
  void type(String text) {
    inFront();
    Fx.type(text);
  }

  /** Types it into the composer as it is, and does not send it. */
  void write(String text) {
    click("#composer");
    Fx.type(text);
  }

  /** What stands in the composer; on the FX thread. */
  String written() {
    return find("#composer") instanceof TextInputControl field ? field.getText() : "";
  }

  /** Takes the mouse there, and presses nothing. */
  void point(Node at) {
    inFront();
    robot.moveTo(at);
  }

  /** Presses the mouse on one thing, and lets go of it on another. */
  void drag(Node what, Node where) {
    inFront();
    robot.moveTo(what);
    robot.press(MouseButton.PRIMARY);
    for (int step = 0; step < DRAG_STEPS; step++) {
      robot.moveBy(0, -DRAG_STEP); // A hand does not jump, and only what moves is dragged.
    }
    robot.moveTo(where);
    robot.moveBy(2, 2);
    robot.release(MouseButton.PRIMARY);
  }

  /** Clicks exactly that. */
  void click(Node node) {
    inFront();
    robot.clickOn(node);
  }

  /** The row of the message that says that, once it is there. */
  Node row(String text) {
    inFront();
    Fx.await(() -> rowNow(text) != null);
    return Fx.call(() -> rowNow(text));
  }

  /** On the FX thread; null when there is none. */
  Node rowNow(String text) {
    return scene().getRoot().lookupAll(".row").stream()
        .filter(Node::isVisible)
        .filter(node -> String.valueOf(node.getAccessibleText()).contains(text))
        .findFirst()
        .orElse(null);
  }

  /** Asks with the right button what can be done with a message, and chooses that. */
  void chooseAt(String message, String offer) {
    robot.rightClickOn(row(message));
    clickMenu(offer);
  }

  /** Clicks the first thing of that kind in the row that says that. */
  void clickIn(String message, String selector) {
    inFront();
    Fx.await(() -> rowNow(message) != null && rowNow(message).lookup(selector) != null);
    robot.clickOn(Fx.call(() -> rowNow(message).lookup(selector)));
  }

  /** Looks for it in the settings, as somebody does who does not know the page. */
  void openSettings(String search) {
    push(KeyCode.SHORTCUT, KeyCode.COMMA);
    awaitNode("#settings-search");
    Fx.await(() -> find("#settings-search").isFocused());
    Fx.type(search);
  }

  /** By keys: the first Esc empties the search. */
  void closeSettings() {
    push(KeyCode.ESCAPE);
    push(KeyCode.ESCAPE);
    Fx.await(() -> find(".settings") == null);
  }

  /** Presses Space on it: what is asked for may be scrolled out of the window. */
  void press(String selector) {
    inFront();
    awaitNode(selector);
    Fx.run(() -> find(selector).requestFocus());
    push(KeyCode.SPACE);
  }

  /** All that is told in the window from now on, also when it is gone again. */
  List<String> toasts() {
    var told = new CopyOnWriteArrayList<String>();
    ListChangeListener<Toast> note =
        change -> {
          while (change.next()) {
            change.getAddedSubList().forEach(toast -> told.add(toast.spoken()));
          }
        };
    Fx.run(() -> model().toasts().addListener(note));
    return told;
  }

  /** Chooses one of the segments of the setting that is called so. */
  void chooseSetting(String setting, String choice) {
    String name = setting + ": " + choice;
    Fx.await(() -> named(".segment", name) != null);
    click(Fx.<Node>call(() -> named(".segment", name)));
  }

  /** What screen readers call so; on the FX thread, null when there is none. */
  Node named(String selector, String name) {
    return scene().getRoot().lookupAll(selector).stream()
        .filter(node -> node.isVisible() && name.equals(node.getAccessibleText()))
        .findFirst()
        .orElse(null);
  }

  /** On the FX thread; null when there is none. */
  Node node(String selector, String text) {
    return scene().getRoot().lookupAll(selector).stream()
        .filter(node -> node.isVisible() && hasText(node, text))
        .findFirst()
        .orElse(null);
  }

  void push(KeyCode... keys) {
    inFront();
    robot.push(keys);
  }

  /** Puts a text into a field, which then has the keyboard. */
  void fill(String selector, String text) {
    Fx.run(
        () -> {
          var field = (TextInputControl) stage.getScene().getRoot().lookup(selector);
          field.requestFocus();
          field.setText(text);
        });
  }

  void click(String selector) {
    inFront();
    awaitNode(selector);
    robot.clickOn(Fx.call(() -> stage.getScene().getRoot().lookup(selector)));
  }

  void awaitNode(String selector) {
    Fx.await(() -> find(selector) != null);
  }

  private Node find(String selector) {
    return stage.getScene().getRoot().lookup(selector);
  }

  /** The headless screen has one place for a window that is typed into: the others are put away. */
  void inFront() {
    boolean wasAway =
        Fx.call(
            () -> {
              DESKS.stream().filter(desk -> desk != this).forEach(desk -> desk.stage.hide());
              if (stage.isShowing()) {
                return false;
              }
              stage.show();
              return true;
            });
    if (wasAway) {
      Fx.await(stage::isFocused); // A key that comes before would be lost.
    }
  }

  static boolean hasText(Node node, String text) {
    return countText(node, text) > 0;
  }

  private static long countText(Node node, String text) {
    if (!node.isVisible()) {
      return 0;
    }
    if (node instanceof Labeled labeled) {
      long own = labeled.getText() != null && labeled.getText().contains(text) ? 1 : 0;
      return own + (labeled.getGraphic() == null ? 0 : countText(labeled.getGraphic(), text));
    }
    if (node instanceof Text words) {
      return words.getText().contains(text) ? 1 : 0;
    }
    if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
      return parent.getChildrenUnmodifiable().stream()
          .mapToLong(child -> countText(child, text))
          .sum();
    }
    return 0;
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          DESKS.remove(this);
          stage.hide();
          try {
            app.close();
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }
}
