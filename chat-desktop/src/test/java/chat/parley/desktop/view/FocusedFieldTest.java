package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The field that has the keyboard, in windows that are there and that are not. */
class FocusedFieldTest {
  private final Office office = new Office();

  @Test
  void aFieldHearsKeysAtOnceWhenTheWindowIsThere() {
    Scene scene = shown();
    Fx.run(
        () -> {
          office.enter();
          assertThat(area(scene).isFocused()).isTrue();
          assertThat(area(scene).getSkin()).isNotNull();
          scene.getWindow().hide();
        });
  }

  @Test
  void ofAWindowThatIsClosedNoColoursAreSought() {
    Logger log = Logger.getLogger("javafx.css");
    var heard = new Ear();
    log.addHandler(heard);
    try {
      Scene scene = shown();
      Fx.run(
          () -> {
            scene.getWindow().hide();
            office.enter();
            assertThat(area(scene).isFocused()).isTrue();
          });
    } finally {
      log.removeHandler(heard);
    }
    assertThat(heard.said).isEmpty();
  }

  private Scene shown() {
    Scene scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              var stage = new Stage();
              stage.setScene(made);
              stage.show();
              return made;
            });
    WaitForAsyncUtils.waitForFxEvents();
    return scene;
  }

  private static TextArea area(Scene scene) {
    return (TextArea) scene.lookup("#composer");
  }

  /** What JavaFX says about stylesheets. */
  private static final class Ear extends Handler {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord what) {
      said.add(what.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
