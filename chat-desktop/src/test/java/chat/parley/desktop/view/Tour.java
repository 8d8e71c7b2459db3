package chat.parley.desktop.view;

import chat.parley.client.LinkState;
import chat.parley.client.Secrecy;
import chat.parley.desktop.testing.Pictures;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.overview.Overview.Page;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Fingerprint;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Ties;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
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
    fill(office);
    office.app.settings().themeProperty().set(Theme.LIGHT);
    Scene scene = Fx.call(() -> shown(office, width, height));
    Guide guide = new Guide(office, scene, look);
    try {
      Fx.run(office::open);
      guide.at("login");
      Fx.run(office::enter);
      Fx.run(office::enterLab);
      guide.at("room");
      besideTheRoom(guide);
      ofMessages(guide);
      ofPeople(guide);
      ofRooms(guide);
      overAllRooms(guide);
      whatIsTold(guide);
      inAWindowOfItsOwn(guide);
      keysAndEncryption(guide);
      settings(guide);
      administration(guide);
    } finally {
      Fx.run(() -> scene.getWindow().hide());
    }
  }

  private static void fill(Office office) {
    Spoken.fill(office);
    office.said(0, "9:40 Bruno Silva: @Ana Okafor the roof, and the plan of it");
    office.becomes(12, m -> Spoken.tied(m, Ties.NONE.with(files(office))));
    office.becomes(11, m -> Spoken.with(m, Spoken.edited(m.at() + 60_000)));
    long at = office.at(0, "9:31");
    office.server.editions.add(new Event.Edition(at, "Buy cheap watch"));
    for (String name : List.of("Bruno Silva", "Chen Wei", "Dara Novak")) {
      office.server.everybody.add(new Member(Office.user(name), Presence.ONLINE));
    }
    office.server.mentioned.add((Event.Message) office.log.getLast());
    office.more.add(Office.direct(1, "Chen Wei"));
  }

  private static List<Attachment> files(Office office) {
    FileId roof = new FileId("f-roof");
    FileId plan = new FileId("f-plan");
    office.server.transfers.thumbs.put(roof, Pictures.jpeg(480, 300, 1));
    return List.of(
        new Attachment(roof, "roof.jpg", 2_412_000, "image/jpeg", 1600, 1000, true),
        new Attachment(plan, "plan.pdf", 240_000, "application/pdf", 0, 0, false));
  }

  private static void besideTheRoom(Guide guide) {
    for (String side : List.of("people", "pins", "files")) {
      guide.fire("#" + side + "-toggle");
      guide.at(side);
      guide.fire("#" + side + "-toggle");
    }
    guide.fire("#room-name");
    guide.at("about");
    guide.fire("#room-name");
    guide.fire("#search-toggle");
    guide.at("search");
    guide.run(
        () -> {
          guide.office().home().shown().search().textProperty().set("morning");
          guide.office().fx.pass(Duration.ofSeconds(1));
        });
    guide.at("search with hits");
    guide.fire("#search-toggle");
    guide.run(() -> guide.office().home().messages().thread().open(Spoken.ROOT));
    guide.at("thread");
    guide.run(() -> guide.office().home().messages().thread().close());
  }

  private static void ofMessages(Guide guide) {
    guide.fire("#emoji");
    guide.at("emoji picker");
    guide.escape();
    guide.upTo(".edited");
    guide.at("message");
    guide.press(KeyCode.F);
    guide.at("forward");
    guide.escape();
    guide.upTo(".picture-single");
    guide.run(() -> guide.scene().getRoot().lookup(".picture-single").requestFocus());
    guide.press(KeyCode.ENTER);
    Fx.await(() -> guide.all("#viewer .viewer-waiting").count() == 1);
    guide.at("viewer");
    guide.escape();
    guide.run(
        () -> {
          var messages = guide.office().home().messages();
          messages.askToDelete(guide.office().home().timelineProperty().get().newestOfMine());
        });
    guide.at("delete");
    guide.escape();
    guide.upTo(".edited");
    guide.fire(".edited");
    guide.at("edit history");
    guide.escape();
  }

  private static void ofPeople(Guide guide) {
    guide.upTo(".author");
    guide.click(".author");
    guide.at("profile");
    guide.escape();
    guide.fire("#me");
    guide.at("me");
    guide.fire(".me-menu .line-button", Texts.of("view.status.set"));
    guide.at("status");
    guide.escape();
    guide.fire("#me");
    guide.fire(".me-menu .line-button", Texts.of("view.account.open"));
    guide.at("account");
    guide.escape();
  }

  private static void ofRooms(Guide guide) {
    guide.fire("#add-room");
    guide.at("add room");
    guide.fire(".tab-button", Texts.of("view.addRoom.create"));
    guide.at("create room");
    guide.escape();
    ofHeading(guide, Heading.DIRECT, Texts.of("view.newDirect"));
    guide.run(() -> guide.office().fx.pass(Duration.ofSeconds(1)));
    guide.at("new conversation");
    guide.escape();
    ofHeading(guide, Heading.ROOMS, Texts.of("view.section.new"));
    guide.at("section");
    guide.escape();
    guide.fire("#people-toggle");
    guide.fire(".button", Texts.of("view.invite"));
    guide.at("invite");
    guide.escape();
    guide.fire("#people-toggle");
    guide.run(() -> Fx.pressShortcut(guide.scene(), KeyCode.K));
    guide.at("switcher");
    guide.escape();
  }

  /** By its menu: where there is little room its button is not there. */
  private static void ofHeading(Guide guide, String id, String words) {
    ListView<?> rooms = Fx.find(guide.scene(), ".room-list", ListView.class);
    guide.run(
        () -> {
          int row = 0;
          while (!(rooms.getItems().get(row) instanceof Heading heading
              && heading.id().equals(id))) {
            row++;
          }
          rooms.scrollTo(row);
          rooms.requestFocus();
          rooms.getFocusModel().focus(row);
        });
    guide.press(KeyCode.CONTEXT_MENU);
    guide.choose(words);
  }

  private static void overAllRooms(Guide guide) {
    guide.run(() -> guide.office().home().overview().show(Page.UNREAD));
    guide.at("unread");
    guide.run(() -> guide.office().home().overview().show(Page.MENTIONS));
    guide.at("mentions");
    guide.run(() -> guide.office().home().overview().close());
  }

  private static void whatIsTold(Guide guide) {
    var toasts = guide.office().app.toasts();
    guide.run(() -> toasts.add(new Toast("You left #random", Texts.of("rooms.undo"), () -> {})));
    guide.at("toast");
    guide.run(toasts::clear);
    guide.run(
        () -> {
          guide.office().link(LinkState.WAITING);
          guide.office().fx.pass(Duration.ofSeconds(6));
        });
    guide.at("banner");
    guide.run(
        () -> {
          guide.office().link(LinkState.LIVE);
          guide.office().fx.pass(Duration.ofSeconds(6));
        });
  }

  private static void inAWindowOfItsOwn(Guide guide) {
    var chen = guide.room("Chen Wei");
    guide.run(() -> guide.office().home().windows().open(chen));
    Stage own =
        Fx.call(
            () -> {
              AppView view = (AppView) guide.scene().getRoot();
              return Objects.requireNonNull(view.shown().windows().of(chen));
            });
    guide.at("window of its own", own.getScene());
    guide.run(own::hide);
    guide.run(() -> guide.scene().getWindow().requestFocus());
  }

  private static void keysAndEncryption(Guide guide) {
    guide.run(() -> Fx.pressShortcut(guide.scene(), KeyCode.SLASH));
    guide.at("keys");
    guide.escape();
    guide.run(() -> guide.office().tell(new Secrecy.Encrypted(KEY)));
    guide.run(
        () ->
            Fx.find(guide.scene(), "#server-menu", MenuButton.class).getItems().stream()
                .filter(item -> Texts.of("view.secrecy.item").equals(item.getText()))
                .forEach(item -> item.fire()));
    guide.at("encryption");
    guide.escape();
    guide.run(() -> guide.office().tell(new Secrecy.KeyChanged(KEY, OTHER_KEY)));
    guide.at("another key");
    guide.fire("#key-stay");
  }

  private static void settings(Guide guide) {
    guide.run(() -> Fx.pressShortcut(guide.scene(), KeyCode.COMMA));
    ListView<?> pages = Fx.find(guide.scene(), ".settings-pages", ListView.class);
    for (int i = 0; i < pages.getItems().size(); i++) {
      int page = i;
      guide.run(() -> pages.getSelectionModel().select(page));
      guide.at("settings " + page);
    }
    guide.fire("#settings-close");
  }

  private static void administration(Guide guide) {
    Office office = guide.office();
    guide.run(() -> AdminOffice.fill(office));
    guide.run(() -> AdminOffice.open(office, guide.scene(), 0));
    int all = Fx.find(guide.scene(), "#admin-pages", ListView.class).getItems().size();
    for (int i = 0; i < all; i++) {
      int page = i;
      guide.run(() -> AdminOffice.turn(office, guide.scene(), page));
      guide.at("administration " + page);
    }
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
