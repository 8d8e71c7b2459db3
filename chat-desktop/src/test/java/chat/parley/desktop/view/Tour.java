package chat.parley.desktop.view;

import chat.parley.client.Secrecy;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Fingerprint;
import java.time.Duration;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** Goes through all the places of the app, one after the other. */
final class Tour {
  private static final Fingerprint KEY = new Fingerprint("0123456789abcdef".repeat(4));
  private static final Fingerprint OTHER_KEY = new Fingerprint("fedcba9876543210".repeat(4));

  private Tour() {}

  /**
   * @param look is told the name of each place while it is on the screen; not on the FX thread
   */
  static void go(Office office, double width, double height, BiConsumer<String, Scene> look) {
    office.said(0, "9:02 Bruno Silva: Morning all\n9:03 Bruno Silva: @Ana Okafor ready?");
    office.app.settings().themeProperty().set(Theme.LIGHT);
    Scene scene = Fx.call(() -> shown(office, width, height));
    try {
      Fx.run(office::open);
      at("login", scene, look);
      Fx.run(office::enter);
      Fx.run(office::enterLab);
      at("room", scene, look);
      Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
      at("people", scene, look);
      Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
      Fx.run(() -> Fx.find(scene, "#search-toggle", ToggleButton.class).fire());
      at("search", scene, look);
      Fx.run(
          () -> {
            office.home().shown().search().textProperty().set("morning");
            office.fx.pass(Duration.ofSeconds(1));
          });
      at("search with hits", scene, look);
      Fx.run(() -> Fx.find(scene, "#search-toggle", ToggleButton.class).fire());
      Fx.run(
          () -> {
            Fx.find(scene, "#add-room", Button.class).fire();
            office.fx.settle();
          });
      at("add room", scene, look);
      Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
      Fx.run(() -> Fx.pressShortcut(scene, KeyCode.K));
      at("switcher", scene, look);
      Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
      Fx.run(() -> Fx.pressShortcut(scene, KeyCode.SLASH));
      at("keys", scene, look);
      Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
      Fx.run(() -> office.tell(new Secrecy.Encrypted(KEY)));
      Fx.run(() -> Fx.find(scene, "#server-menu", MenuButton.class).getItems().get(2).fire());
      at("encryption", scene, look);
      Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
      Fx.run(() -> office.tell(new Secrecy.KeyChanged(KEY, OTHER_KEY)));
      at("another key", scene, look);
      Fx.run(() -> Fx.find(scene, "#key-stay", Button.class).fire());
      Fx.run(() -> Fx.pressShortcut(scene, KeyCode.COMMA));
      Fx.settle(scene);
      ListView<?> pages = Fx.find(scene, ".settings-pages", ListView.class);
      for (int i = 0; i < pages.getItems().size(); i++) {
        int page = i;
        Fx.run(() -> pages.getSelectionModel().select(page));
        at("settings " + page, scene, look);
      }
      Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
      Fx.run(() -> AdminOffice.fill(office));
      Fx.run(() -> AdminOffice.open(office, scene, 0));
      Fx.settle(scene);
      int all = Fx.find(scene, "#admin-pages", ListView.class).getItems().size();
      for (int i = 0; i < all; i++) {
        int page = i;
        Fx.run(() -> AdminOffice.turn(office, scene, page));
        at("administration " + page, scene, look);
      }
    } finally {
      Fx.run(() -> scene.getWindow().hide());
    }
  }

  private static void at(String place, Scene scene, BiConsumer<String, Scene> look) {
    Fx.settle(scene);
    look.accept(place, scene);
  }

  private static Scene shown(Office office, double width, double height) {
    Scene scene = AppView.scene(office.app, office.clock(), width, height);
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(scene);
    stage.show();
    stage.requestFocus();
    return scene;
  }
}
