package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.ComposerMode;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Writing in a thread with real keys, in a window in which it lies over the messages. */
class ThreadTest {
  private final Office office = Spoken.office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.requestFocus();
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    Fx.run(office::enter);
    settle();
    Fx.run(() -> office.home().messages().thread().open(Spoken.ROOT));
    settle();
    Fx.await(() -> area().isFocused());
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whatIsOfferedIsSeenOverTheFieldAndTakenByEnter() {
    type("hi @bru");
    assertThat(offered()).containsExactly("@Bruno Silva");
    Bounds list = bounds(".thread .completion");
    assertThat(bounds("#thread").contains(list)).as("beside nothing else").isTrue();
    assertThat(list.getMaxY()).isLessThanOrEqualTo(bounds("#thread-composer").getMinY());
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("hi @Bruno Silva ");
    assertThat(sent()).isEmpty();
    assertThat(offered()).isEmpty();
    push(KeyCode.ENTER);
    assertThat(sent()).hasSize(1).first().asString().contains("hi @Bruno Silva", "thread=5");
  }

  @Test
  void arrowsAndTabChooseThereToo() {
    type("@");
    assertThat(offered()).hasSize(8);
    assertThat(bounds("#thread").contains(bounds(".thread .completion"))).isTrue();
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.UP);
    push(KeyCode.TAB);
    assertThat(area().getText()).isEqualTo("@Chen Wei ");
    assertThat(area().isFocused()).isTrue();
  }

  @Test
  void escapeClosesWhatIsOfferedThenTheThread() {
    type("@b");
    push(KeyCode.ESCAPE);
    assertThat(offered()).isEmpty();
    assertThat(area().getText()).isEqualTo("@b");
    push(KeyCode.ESCAPE);
    assertThat(Fx.call(() -> scene.getRoot().lookup("#thread"))).isNull();
  }

  @Test
  void arrowUpInTheEmptyFieldEditsMyLastAnswerOfTheThread() {
    push(KeyCode.UP);
    assertThat(area().getText()).isEqualTo("Fixed: wrong media size.");
    assertThat(Fx.call(() -> office.home().composer().modeProperty().get()))
        .isEqualTo(new ComposerMode.Writing());
    type(" Sorry");
    push(KeyCode.ENTER);
    assertThat(office.server.asked).contains("edit r-general 7 Fixed: wrong media size. Sorry");
  }

  private List<String> offered() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".thread .completion-row").stream()
                .filter(row -> row.getParent().isVisible())
                .map(Node::getAccessibleText)
                .toList());
  }

  private List<String> sent() {
    return office.server.asked.stream().filter(asked -> asked.startsWith("send")).toList();
  }

  private Bounds bounds(String selector) {
    return Fx.call(
        () -> {
          Node node = scene.getRoot().lookup(selector);
          return node.localToScene(node.getLayoutBounds());
        });
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
    Fx.settle(scene);
  }

  private TextArea area() {
    return Fx.find(scene, "#thread-composer", TextArea.class);
  }
}
