package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.view.sidebar.AddRoomView;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Screen;
import java.time.Clock;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Everything in the window. */
public final class AppView extends StackPane {
  private final AppModel app;
  private final LoginView login;
  private final MainView main;
  private final StackPane screens = new StackPane();
  private final DialogLayer dialogs = new DialogLayer();
  private final AddRoomView addRoom;
  private final Shortcuts shortcuts;

  /**
   * @param clock tells the time zone, and which day is today
   */
  public AppView(AppModel app, Clock clock) {
    this.app = app;
    getStyleClass().add("app");
    login = new LoginView(app.login());
    main = new MainView(app, new Times(clock), this::openAddRoom);
    addRoom = new AddRoomView(app.directory(), dialogs::close);
    shortcuts = new Shortcuts(main, app.rooms());
    getChildren().addAll(screens, dialogs);
    FocusRing.watch(this);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    app.screenProperty().subscribe(this::show);
  }

  /** A scene with the app in it, in the colours of the app's theme from then on. */
  public static Scene scene(AppModel app, Clock clock, double width, double height) {
    AppView view = new AppView(app, clock);
    Scene scene = new Scene(view, width, height);
    Look.follow(scene, app.themeProperty());
    view.takeKeyboard();
    return scene;
  }

  /** Opens the way to more rooms, over the rest. */
  public void openAddRoom() {
    dialogs.open(addRoom, addRoom::open);
  }

  private void show(Screen screen) {
    if (dialogs.isOpen()) {
      dialogs.close();
    }
    switch (screen) {
      case STARTING -> screens.getChildren().clear();
      case LOGIN -> screens.getChildren().setAll(login);
      case MAIN -> screens.getChildren().setAll(main);
    }
    takeKeyboard();
  }

  private void takeKeyboard() {
    switch (app.screenProperty().get()) {
      case STARTING -> {}
      case LOGIN -> login.takeKeyboard();
      case MAIN -> main.toComposer();
    }
  }

  private boolean takesShortcuts() {
    return app.screenProperty().get() == Screen.MAIN && !dialogs.isOpen();
  }

  private void pressed(KeyEvent event) {
    if (takesShortcuts() && shortcuts.pressed(event)) {
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    if (takesShortcuts() && shortcuts.typed(event, getScene().getFocusOwner())) {
      event.consume();
    }
  }
}
