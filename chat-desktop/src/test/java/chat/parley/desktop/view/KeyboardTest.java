package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.model.Room;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Real keys in a real window. */
class KeyboardTest {
  private final Office office = new Office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    office.said(0, "9:02 Bruno Silva: Morning all\n9:03 Chen Wei: Morning");
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.toFront();
              stage.requestFocus();
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    Fx.run(office::enter);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void enterSendsAndTheFieldIsEmptyOnceTheMessageIsKept() {
    type("Hello");
    push(KeyCode.ENTER);
    assertThat(office.server.asked).contains("send r-general Hello");
    assertThat(composer().getText()).isEmpty();
  }

  @Test
  void shiftAndEnterBreakTheLine() {
    type("one");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    type("two");
    assertThat(composer().getText()).isEqualTo("one\ntwo");
    assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("send"));
  }

  @Test
  void theFieldGrowsWithItsText() {
    double one = composer().getHeight();
    type("one");
    push(KeyCode.SHIFT, KeyCode.ENTER);
    push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(composer().getHeight()).isGreaterThan(one + 25);
  }

  @Test
  void whatIsTypedAnywhereGoesToTheComposer() {
    focus("#people-toggle");
    type("hi");
    assertThat(composer().getText()).isEqualTo("hi");
    assertThat(composer().isFocused()).isTrue();
  }

  @Test
  void altAndArrowsGoFromRoomToRoom() {
    push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(room().name()).isEqualTo("helpdesk");
    push(KeyCode.ALT, KeyCode.UP);
    push(KeyCode.ALT, KeyCode.UP);
    assertThat(room().name()).isEqualTo("facilities");
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    assertThat(room().name()).isEqualTo("design");
  }

  @Test
  void f6GoesRoundTheRegionsAndBack() {
    assertThat(composer().isFocused()).isTrue();
    push(KeyCode.F6);
    assertThat(focused().getStyleClass()).contains("room-list");
    push(KeyCode.F6);
    assertThat(focused().getId()).isEqualTo("people-toggle");
    push(KeyCode.F6);
    assertThat(focused().getStyleClass()).contains("virtual-list");
    push(KeyCode.F6);
    assertThat(composer().isFocused()).isTrue();
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(focused().getStyleClass()).contains("virtual-list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"people", "pins", "files", "search"})
  void f6LeadsToWhatIsOpenAtTheSideToo(String side) {
    Fx.run(() -> Fx.find(scene, "#" + side + "-toggle", ToggleButton.class).fire());
    settle();
    Fx.run(() -> composer().requestFocus());
    push(KeyCode.F6);
    assertThat(isInside(focused(), side)).as("%s", focused()).isTrue();
    focus("." + side + " .icon-button"); // From wherever in it.
    push(KeyCode.F6);
    assertThat(focused().getStyleClass()).contains("room-list");
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(isInside(focused(), side)).isTrue();
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(composer().isFocused()).isTrue();
  }

  @Test
  void f6LeadsToAThreadAndOutOfItsMessages() {
    Fx.run(() -> office.home().messages().thread().open(1));
    settle();
    Fx.run(() -> composer().requestFocus());
    push(KeyCode.F6);
    assertThat(focused().getId()).isEqualTo("thread-composer");
    Fx.run(() -> scene.getRoot().lookup("#thread .virtual-list").requestFocus());
    push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(composer().isFocused()).isTrue();
  }

  @Test
  void tabReachesEveryControlInOrderAndNoneHoldsItFast() {
    Set<Node> seen = new LinkedHashSet<>();
    for (int i = 0; i < 30 && seen.add(focused()); i++) {
      push(KeyCode.TAB);
    }
    assertThat(seen)
        .extracting(KeyboardTest::nameOf)
        .containsExactly(
            "composer",
            "emoji",
            "server-menu",
            "Add a room",
            "jump",
            "all-unread",
            "all-mentions",
            "room-list",
            "me",
            "open-settings",
            "Width of the sidebar",
            "room-name",
            "search-toggle",
            "files-toggle",
            "pins-toggle",
            "people-toggle",
            "virtual-list",
            "React with 👍",
            "React",
            "Reply",
            "Reply in thread",
            "Copy text",
            "More",
            "attach");
  }

  @Test
  void escapeClosesThePeopleAndGoesBackToWriting() {
    focus("#people-toggle");
    push(KeyCode.SPACE);
    assertThat(Fx.call(() -> scene.getRoot().lookup(".people"))).isNotNull();
    push(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> scene.getRoot().lookup(".people"))).isNull();
    assertThat(composer().isFocused()).isTrue();
  }

  @Test
  void theMenuKeyOffersWhatCanBeDoneWithARoom() {
    focus(".room-list");
    push(KeyCode.SHIFT, KeyCode.F10);
    push(KeyCode.UP);
    push(KeyCode.ENTER);
    assertThat(office.server.asked).contains("leave r-general");
  }

  @Test
  void theMenuKeyOffersToCopyAMessage() {
    focus(".virtual-list");
    push(KeyCode.UP);
    push(KeyCode.SHIFT, KeyCode.F10);
    Fx.run(
        () -> {
          offered("Copy text").fire();
          List.copyOf(Window.getWindows()).stream()
              .filter(ContextMenu.class::isInstance)
              .forEach(Window::hide);
        });
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("Morning all");
  }

  @Test
  void theDialogKeepsTheKeyboardUntilItIsClosed() {
    focus("#add-room");
    push(KeyCode.SPACE);
    Fx.run(office.fx::settle);
    WaitForAsyncUtils.waitForFxEvents();
    for (int i = 0; i < 12; i++) {
      push(KeyCode.TAB);
      assertThat(isInside(focused(), "dialog")).as("after %d tabs", i + 1).isTrue();
    }
    push(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> scene.getRoot().lookup(".dialog"))).isNull();
    assertThat(focused().getId()).isEqualTo("add-room");
  }

  @Test
  void enterJoinsTheRoomOfExactlyThatNameAmongOthersThatFit() {
    Room net = Office.room("net", "");
    office.server.directory.add(new RoomListing(net, 2, false));
    office.server.joins = () -> new Event.Joined(1, new RoomState(net, 0, 0, 0, 0));
    focus("#add-room");
    push(KeyCode.SPACE);
    type("Net");
    push(KeyCode.ENTER);
    assertThat(office.server.asked).anyMatch(asked -> asked.matches("join .*r-net\\W.*"));
    assertThat(room().name()).isEqualTo("net");
    assertThat(Fx.call(() -> scene.getRoot().lookup(".dialog"))).isNull();
  }

  @Test
  void everyControlHasANameForScreenReaders() {
    focus("#add-room");
    for (Node node : Fx.call(() -> scene.getRoot().lookupAll("*"))) {
      boolean control = node instanceof Control && node.isFocusTraversable();
      boolean list = node instanceof Region && node.getStyleClass().contains("virtual-list");
      if (control || list) {
        assertThat(node.getAccessibleText() != null || hasWords(node))
            .as("%s has a name", node)
            .isTrue();
      }
    }
  }

  private static boolean hasWords(Node node) {
    return node instanceof Labeled labeled && !labeled.getText().isEmpty();
  }

  private static String nameOf(Node node) {
    if (node.getStyleClass().contains("room-list")) {
      return "room-list";
    }
    if (node.getStyleClass().contains("virtual-list")) {
      return "virtual-list";
    }
    return node.getId() != null && !node.getId().equals("add-room")
        ? node.getId()
        : node.getAccessibleText();
  }

  private static boolean isInside(Node node, String styleClass) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(styleClass)) {
        return true;
      }
    }
    return false;
  }

  private void type(String text) {
    Fx.type(text);
    settle();
  }

  private void push(KeyCode... keys) {
    robot.push(keys);
    settle();
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(office.fx::settle);
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(() -> Fx.layOut(scene));
  }

  private void focus(String selector) {
    Fx.run(() -> scene.getRoot().lookup(selector).requestFocus());
  }

  private Node focused() {
    return Fx.call(scene::getFocusOwner);
  }

  private TextArea composer() {
    return Fx.find(scene, "#composer", TextArea.class);
  }

  private RoomItem room() {
    return Fx.call(() -> office.home().rooms().selectedProperty().get());
  }

  /** What the open menu offers under that name. */
  private static MenuItem offered(String text) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }
}
