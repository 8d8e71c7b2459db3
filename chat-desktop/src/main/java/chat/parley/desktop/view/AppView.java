package chat.parley.desktop.view;

import chat.parley.desktop.view.admin.AdminView;
import chat.parley.desktop.view.hosting.StopView;
import chat.parley.desktop.view.keys.KeySheet;
import chat.parley.desktop.view.keys.KeyWords;
import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.view.look.Popover;
import chat.parley.desktop.view.settings.SettingsSections;
import chat.parley.desktop.view.settings.SettingsView;
import chat.parley.desktop.view.switcher.SwitcherView;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.KeyQuestion;
import chat.parley.desktop.viewmodel.Screen;
import chat.parley.desktop.viewmodel.switcher.Choice;
import chat.parley.desktop.viewmodel.switcher.PersonOpener;
import chat.parley.desktop.viewmodel.switcher.SwitcherModel;
import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Everything in the window. */
public final class AppView extends StackPane implements WindowActions {
  private final AppModel app;
  private final ServersView servers;
  private final StackPane screens = new StackPane();
  private final DialogLayer dialogs = new DialogLayer(this::takeKeyboard);
  private final Shortcuts shortcuts;

  // Made when they are wanted first: most starts need none of them.
  private @Nullable LoginView login;
  private @Nullable SettingsView settings;
  private @Nullable SwitcherView switcher;
  private @Nullable KeySheet keySheet;

  private @Nullable Node beforeSettings;

  /**
   * @param clock tells the time zone, and which day is today
   */
  public AppView(AppModel app, Clock clock) {
    this.app = app;
    getStyleClass().add("app");
    servers = new ServersView(app, server -> new MainView(app, server, clock, this, dialogs));
    shortcuts = new Shortcuts(app, servers::shown, this);
    getChildren().addAll(screens, dialogs);
    FocusRing.watch(this);
    FocusedField.watch(this);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    app.screenProperty().subscribe(this::show);
    app.uncoveringsProperty().subscribe((_, _) -> show(app.screenProperty().get()));
    app.hosting().cardDueProperty().subscribe(this::showCard);
    app.hosting().othersToAskProperty().subscribe(others -> askWhetherToStop(others.intValue()));
    app.keyQuestionProperty().subscribe(() -> show(app.screenProperty().get()));
  }

  /** A scene with the app in it, looking as the person chose from then on. */
  public static Scene scene(AppModel app, Clock clock, double width, double height) {
    AppView view = new AppView(app, clock);
    Scene scene = new Scene(view, width, height);
    Look.follow(scene, app.settings());
    view.takeKeyboard();
    return scene;
  }

  /** The view of the selected server; null when there is none. */
  @Nullable MainView shown() {
    return servers.shown();
  }

  @Override
  public void openSwitcher() {
    SwitcherView view = switcher();
    dialogs.openHigh(view, view::open);
  }

  private SwitcherView switcher() {
    if (switcher == null) {
      var commands = new Commands(app, servers::shown, this);
      var model = new SwitcherModel(app, commands::all, PersonOpener.DIRECT);
      switcher = new SwitcherView(model, this::chosen);
    }
    return switcher;
  }

  @Override
  public String switcherKeys() {
    return KeyWords.of(Shortcuts.SWITCHER);
  }

  @Override
  public void openKeySheet() {
    if (keySheet == null) {
      keySheet = new KeySheet(shortcuts.table(), dialogs::close);
    }
    dialogs.open(keySheet, keySheet::open);
  }

  @Override
  public void inFront(Runnable action) {
    if (getScene().getWindow() instanceof Stage stage) {
      stage.setIconified(false);
      stage.toFront();
      stage.requestFocus();
    }
    if (takesShortcuts()) {
      action.run();
    }
  }

  @Override
  public void openSettings() {
    beforeSettings = getScene() == null ? null : getScene().getFocusOwner();
    if (settings == null) {
      settings = new SettingsView(SettingsSections.of(app, shortcuts.table()), this::closeSettings);
    }
    screens.getChildren().setAll(settings);
    settings.open();
  }

  @Override
  public void openAdministration(AdminView page) {
    beforeSettings = getScene() == null ? null : getScene().getFocusOwner();
    screens.getChildren().setAll(page);
    page.open();
  }

  @Override
  public void closeAdministration(AdminView page) {
    if (screens.getChildren().contains(page)) {
      closeSettings();
    }
  }

  private void closeSettings() {
    show(app.screenProperty().get());
    if (beforeSettings != null && beforeSettings.getScene() == getScene()) {
      beforeSettings.requestFocus();
    }
  }

  /** The way is gone before the walk begins: what is chosen may open something itself. */
  private void chosen(Choice choice) {
    dialogs.close();
    switcher().model().choose(choice);
    switch (choice) {
      case Choice.ToRoom _, Choice.ToListed _, Choice.ToPerson _ -> takeKeyboard();
      case Choice.Command _ -> {}
    }
  }

  private void show(Screen screen) {
    if (dialogs.isOpen()) {
      dialogs.close();
    }
    KeyQuestion question = app.keyQuestionProperty().get();
    if (question != null) {
      var view = new KeyQuestionView(question);
      screens.getChildren().setAll(view);
      view.takeKeyboard();
      return;
    }
    switch (screen) {
      case STARTING -> screens.getChildren().clear();
      case LOGIN -> screens.getChildren().setAll(login());
      case MAIN -> screens.getChildren().setAll(servers);
    }
    takeKeyboard();
  }

  private LoginView login() {
    LoginView made = login;
    if (made == null) {
      made = new LoginView(app.login(), app.finding(), app.hosting());
      login = made;
    }
    return made;
  }

  private void takeKeyboard() {
    MainView main = servers.shown();
    switch (app.screenProperty().get()) {
      case STARTING -> {}
      case LOGIN -> login().takeKeyboard();
      case MAIN -> {
        if (main != null) {
          main.toComposer();
        }
      }
    }
  }

  /** Whoever has just started a server wants others there. */
  private void showCard(boolean due) {
    MainView main = servers.shown();
    if (due && main != null) {
      main.joinCard();
      app.hosting().cardShown();
    }
  }

  private void askWhetherToStop(int others) {
    if (others > 0) {
      var question = new StopView(others, app.hosting(), dialogs::close);
      dialogs.open(question, question::open);
      app.hosting().asked();
    }
  }

  private boolean takesShortcuts() {
    return screens.getChildren().contains(servers)
        && servers.shown() != null
        && !dialogs.isOpen()
        && !Popover.isOpenIn(getScene());
  }

  private void pressed(KeyEvent event) {
    if (takesShortcuts() && shortcuts.table().pressed(event)) {
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    MainView main = servers.shown();
    if (takesShortcuts()
        && main != null
        && TypeAhead.typed(event, getScene().getFocusOwner(), main)) {
      event.consume();
    }
  }
}
