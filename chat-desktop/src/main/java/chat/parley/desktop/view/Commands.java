package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.switcher.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What can be asked for by name in the switcher. */
final class Commands {
  private final AppModel app;
  private final Supplier<MainView> shown;
  private final WindowActions window;

  /**
   * @param shown asked only while a server is on the screen
   */
  Commands(AppModel app, Supplier<MainView> shown, WindowActions window) {
    this.app = app;
    this.shown = shown;
    this.window = window;
  }

  /** Those that make sense now. */
  List<Choice.Command> all() {
    var all = new ArrayList<>(always());
    MainView here = shown.get();
    if (here != null && here.server().administration().allowedProperty().get()) {
      all.add(command("view.admin", here::openAdministration));
    }
    if (app.hosting().hostedProperty().get() != null) {
      all.add(command("view.host.stop", app.hosting()::stop));
    }
    return all;
  }

  private List<Choice.Command> always() {
    return List.of(
        command("view.settings", window::openSettings),
        command("view.keys", window::openKeySheet),
        command("view.account.open", () -> shown.get().account()),
        command("view.overview.unread.title", () -> overview(Overview.Page.UNREAD)),
        command("view.overview.mentions", () -> overview(Overview.Page.MENTIONS)),
        command("view.command.search", () -> shown.get().search(SearchModel.Scope.ROOM)),
        command(
            "view.command.search.everywhere",
            () -> shown.get().search(SearchModel.Scope.EVERYWHERE)),
        command("view.command.browse", () -> shown.get().addRoom()),
        command("view.command.read.all", () -> shown.get().server().rooms().readAll()),
        command("view.command.people", () -> shown.get().room().peopleOpenProperty().set(true)),
        command("view.command.files", () -> shown.get().switchFiles()),
        command("view.files.attach", () -> shown.get().chooseFiles()),
        command("view.command.theme.light", () -> theme(Theme.LIGHT)),
        command("view.command.theme.dark", () -> theme(Theme.DARK)),
        command("view.command.theme.contrast", () -> theme(Theme.CONTRAST)),
        command("view.command.theme.system", () -> theme(Theme.SYSTEM)),
        command("view.command.text.larger", () -> app.settings().stepTextSize(1)),
        command("view.command.text.smaller", () -> app.settings().stepTextSize(-1)),
        command("view.server.add", app::addServer));
  }

  private void overview(Overview.Page page) {
    shown.get().server().overview().show(page);
  }

  private static Choice.Command command(String text, Runnable action) {
    return new Choice.Command(Texts.of(text), action);
  }

  private void theme(Theme theme) {
    app.settings().themeProperty().set(theme);
  }
}
