package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.emoji.EmojiView;
import chat.parley.desktop.view.files.PictureView;
import chat.parley.desktop.viewmodel.Theme;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** Shows the app at a moment that is always the same, and holds it against its picture. */
final class Scenery {
  static final double WIDTH = 1120;
  static final double HEIGHT = 740;

  /** It blinks, and two runs shall draw the same. */
  private static final String NO_CARET = "data:text/css,.text-input{-fx-display-caret:false;}";

  private Scenery() {}

  /** The window before anybody came in. */
  static Scene scene(Office office, Theme theme, double width, double height) {
    Scene scene =
        Fx.call(
            () -> {
              office.app.settings().themeProperty().set(theme);
              return shown(AppView.scene(office.app, office.clock(), width, height));
            });
    Fx.await(() -> scene.getWindow().isFocused()); // Else there may be no ring yet.
    return scene;
  }

  static Scene entered(Office office, Theme theme, double width, double height) {
    Scene scene = scene(office, theme, width, height);
    Fx.run(office::enter);
    return scene;
  }

  static Scene entered(Office office, Theme theme) {
    return entered(office, theme, WIDTH, HEIGHT);
  }

  /** Puts a scene into a window. On the FX thread. */
  static Scene shown(Scene scene) {
    still(scene);
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(scene);
    stage.show();
    stage.requestFocus();
    return scene;
  }

  /** Nothing in it blinks from now on. On the FX thread. */
  static void still(Scene scene) {
    scene.getStylesheets().add(NO_CARET);
  }

  /**
   * @param page from 0, as they stand at the left
   */
  @SuppressWarnings("unchecked")
  static void openSettings(Scene scene, int page) {
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#open-settings", Button.class).fire());
    Fx.settle(scene);
    Fx.run(
        () -> {
          ListView<Object> pages = Fx.find(scene, ".settings-pages", ListView.class);
          pages.getSelectionModel().select(page);
          pages.requestFocus();
        });
  }

  /** Holds what the scene looks like now against its picture, and closes its window. */
  static void keep(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Fx.await(() -> picturesAreThere(scene));
    keepAsItIs(scene, name, theme);
  }

  /** The same while pictures in it may still be on their way. */
  static void keepAsItIs(Scene scene, String name, Theme theme) {
    Picture picture = taken(scene);
    Fx.run(() -> scene.getWindow().hide());
    hold(picture, name, theme);
  }

  /** The same with the menus and tips that stand over the window. */
  static void keepWithPopups(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Picture whole =
        Fx.call(
            () -> {
              Picture picture = Picture.taken(scene);
              for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof PopupWindow popup && popup.isShowing()) {
                  picture =
                      picture.under(
                          Picture.taken(popup.getScene()), left(popup, scene), top(popup, scene));
                }
              }
              return picture;
            });
    Fx.run(
        () -> {
          List.copyOf(Window.getWindows()).stream()
              .filter(PopupWindow.class::isInstance)
              .forEach(Window::hide);
          scene.getWindow().hide();
        });
    hold(whole, name, theme);
  }

  private static int left(Window popup, Scene scene) {
    return (int) Math.round(popup.getX() - scene.getWindow().getX() - scene.getX());
  }

  private static int top(Window popup, Scene scene) {
    return (int) Math.round(popup.getY() - scene.getWindow().getY() - scene.getY());
  }

  /** Holds a picture against the one that was found good. */
  static void hold(Picture picture, String name, Theme theme) {
    assertThat(picture.colours()).as("colours in the picture").isGreaterThan(20);
    Gallery.ofTheProject().take(name + "-" + theme.name().toLowerCase(Locale.ROOT), picture);
  }

  /** What the scene looks like in front, with the keyboard. */
  static Picture taken(Scene scene) {
    Fx.settle(scene);
    var taken = new AtomicReference<Picture>();
    // In one go: a window that closed a moment ago may take the keyboard along, and the ring too.
    Fx.await(
        () -> {
          if (hasKeyboard(scene)) {
            selectNothing(scene);
            taken.set(Picture.taken(scene));
          }
          return taken.get() != null;
        });
    return taken.get();
  }

  /** Asks for it when it is elsewhere. */
  private static boolean hasKeyboard(Scene scene) {
    scene.getWindow().requestFocus();
    Node owner = scene.getFocusOwner();
    Fx.layOut(scene);
    boolean none = owner == null && scene.getRoot().lookup(".text-input") == null;
    return scene.getWindow().isFocused() && (none || owner != null && owner.isFocused());
  }

  private static boolean picturesAreThere(Scene scene) {
    return scene.getRoot().lookupAll(".emoji").stream()
            .allMatch(emoji -> ((EmojiView) emoji).isLoaded())
        && scene.getRoot().lookupAll(".picture").stream()
            .allMatch(picture -> ((PictureView) picture).isSettled());
  }

  /** What is selected depends on when the window came to the front. */
  private static void selectNothing(Scene scene) {
    if (scene.getFocusOwner() instanceof TextInputControl field
        && !(field instanceof TextField line && line.getText().isEmpty())) {
      field.end();
    }
  }
}
