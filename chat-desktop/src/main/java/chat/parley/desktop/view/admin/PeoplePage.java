package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.WordsView;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.Face;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.ResidentsModel;
import chat.parley.model.Device;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everybody who ever came in. */
final class PeoplePage extends VBox {
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 40;

  private final ResidentsModel people;
  private final Times times;
  private final Dialogs dialogs;

  PeoplePage(ResidentsModel people, Times times, Dialogs dialogs) {
    this.people = people;
    this.times = times;
    this.dialogs = dialogs;
    getStyleClass().add("admin-page");
    TextField search = new TextField();
    search.setId("admin-people-search");
    search.setPromptText(Texts.of("view.admin.people.find"));
    search.setAccessibleText(Texts.of("view.admin.people.find"));
    search.textProperty().bindBidirectional(people.queryProperty());
    getChildren()
        .addAll(
            search,
            new Listing<>(
                people.shelf(),
                this::row,
                EmptyState.of(
                    Feather.USERS,
                    Texts.of("view.admin.people.none"),
                    Texts.of("view.admin.people.none.text"))));
  }

  private Node row(Resident one) {
    User user = one.user();
    Face face = new Face("small");
    face.show(user.id(), user.name(), one.presence());
    HBox line = Lines.row(Lines.words(user.name(), seen(one)));
    line.getChildren().addFirst(face);
    if (one.banned()) {
      line.getChildren().add(Lines.badge(banned(one), "bad"));
    }
    line.getChildren().add(Lines.badge(Lines.role(user.role())));
    if (people.commands(user)) {
      line.getChildren()
          .add(Lines.menu(Texts.of("view.admin.people.deeds", user.name()), () -> deeds(one)));
    }
    return line;
  }

  private String banned(Resident one) {
    return one.bannedUntil() == 0
        ? Texts.of("view.admin.banned")
        : Texts.of("view.admin.banned.until", times.recent(one.bannedUntil()));
  }

  private String seen(Resident one) {
    String devices = Texts.of("view.admin.people.devices", one.devices().size());
    return one.seenAt() == 0
        ? Texts.of("view.admin.people.never")
        : Texts.of("view.admin.people.seen", times.recent(one.seenAt()), devices);
  }

  private List<MenuItem> deeds(Resident one) {
    User user = one.user();
    var items = new ArrayList<MenuItem>();
    for (Role role : people.offered(user)) {
      items.add(Lines.item(make(role), () -> people.role(user, role)));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(Lines.item(Texts.of("view.admin.rename"), () -> rename(user)));
    if (one.account() || user.role() != Role.GUEST) {
      items.add(Lines.item(Texts.of("view.admin.reset"), () -> reset(user)));
    }
    one.devices().forEach(device -> items.add(menu(user, device)));
    items.add(Lines.item(Texts.of("view.admin.end.devices"), () -> people.endDevices(user)));
    items.add(new SeparatorMenuItem());
    items.add(Lines.item(Texts.of("view.admin.kick"), () -> kick(user)));
    items.add(
        one.banned()
            ? Lines.item(Texts.of("view.admin.unban"), () -> people.unban(user))
            : Lines.item(
                Texts.of("view.admin.ban"), () -> BanView.open(people, user, null, dialogs)));
    return items;
  }

  /** What can be done to one device. */
  private MenuItem menu(User user, Device device) {
    Menu menu = new Menu(Texts.of("view.admin.one.device", Lines.device(device)));
    menu.setMnemonicParsing(false);
    menu.getItems()
        .addAll(
            Lines.item(
                Texts.of("view.admin.end.device"), () -> people.endDevice(user, device.id())),
            Lines.item(
                Texts.of("view.admin.ban.device"),
                () -> BanView.open(people, user, device, dialogs)));
    return menu;
  }

  private static String make(Role role) {
    return Texts.of(
        switch (role) {
          case GUEST -> "view.admin.make.guest";
          case MEMBER -> "view.admin.make.member";
          case ADMIN -> "view.admin.make.admin";
          case OWNER -> "view.admin.make.owner";
        });
  }

  private void rename(User user) {
    new WordsView(
            Texts.of("view.admin.rename.title", user.name()),
            Texts.of("view.login.name"),
            LONGEST_NAME,
            Texts.of("view.account.rename"),
            name -> people.rename(user, name),
            dialogs)
        .startingWith(user.name())
        .open();
  }

  private void kick(User user) {
    new WordsView(
            Texts.of("view.admin.kick.title", user.name()),
            Texts.of("view.admin.reason"),
            LONGEST_REASON,
            Texts.of("view.admin.kick.do"),
            reason -> people.kick(user, reason),
            dialogs)
        .open();
  }

  private void reset(User user) {
    people.resetPassword(
        user,
        made ->
            CodeView.open(
                Texts.of("view.admin.reset.title", user.name()),
                Texts.of("view.admin.reset.text", times.recent(made.until())),
                made.code(),
                dialogs));
  }
}
