package chat.parley.desktop.view.room;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.dialog.PersonCell;
import chat.parley.desktop.view.dialog.PersonLine;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.MenuKey;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.OrderModel;
import chat.parley.desktop.viewmodel.room.RoomDetailsModel;
import chat.parley.model.Rank;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who belongs to the room, those who are here first, and what I may do with each of them. */
final class MembersView extends VBox {
  private final ListView<Person> list = new ListView<>();
  private final ContextMenu menu = new ContextMenu();
  private final RoomDetailsModel details;
  private final OrderModel order;
  private final Doors doors;

  MembersView(RoomScreen screen, Doors doors) {
    this.doors = doors;
    details = screen.details();
    order = screen.order();
    getStyleClass().add("members");
    PeopleModel people = screen.people();
    Label problem = Controls.folding(Controls.label("", "people-problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(people.problemProperty());
    problem.visibleProperty().bind(people.problemProperty().isNotEmpty());
    Label count = Controls.label("", "section-title");
    count
        .textProperty()
        .bind(
            people
                .onlineProperty()
                .map(online -> Texts.of("view.people.online", online.intValue())));
    Controls.folding(count).visibleProperty().bind(people.problemProperty().isEmpty());
    Button again =
        Controls.folding(Controls.linkButton(Texts.of("view.history.tryAgain"), people::refresh));
    again.getStyleClass().add("people-again");
    again.visibleProperty().bind(people.problemProperty().isNotEmpty());
    buildList();
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(top(), count, problem, again, list);
  }

  Node keyboardTarget() {
    return list;
  }

  private HBox top() {
    TextField filter = new TextField();
    filter.setPromptText(Texts.of("view.members.find"));
    filter.setAccessibleText(Texts.of("view.members.find"));
    filter.getStyleClass().add("small-field");
    filter.textProperty().bindBidirectional(details.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    Button invite = Controls.folding(Controls.button(Texts.of("view.invite"), doors::invite));
    invite.setId("invite");
    invite.setGraphic(Icons.of(Feather.USER_PLUS));
    invite.getStyleClass().add("compact");
    invite.setMinWidth(USE_PREF_SIZE);
    invite.visibleProperty().bind(details.rightsProperty().map(rights -> rights.invite()));
    HBox top = new HBox(filter, invite);
    top.getStyleClass().add("members-top");
    return top;
  }

  private void buildList() {
    list.getStyleClass().add("people-list");
    list.setAccessibleText(Texts.of("view.people"));
    list.setItems(details.members());
    list.setCellFactory(view -> cell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private PersonCell cell() {
    PersonCell cell = new PersonCell();
    cell.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
            profile(cell.getItem(), cell);
          }
        });
    cell.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          if (!cell.isEmpty()) {
            fill(cell.getItem(), cell);
            menu.show(cell, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
    return cell;
  }

  private void key(KeyEvent event) {
    Person person = list.getFocusModel().getFocusedItem();
    if (person == null) {
      return;
    }
    for (Node node : list.lookupAll(".person-cell")) {
      if (node instanceof PersonCell cell && cell.getItem() == person) {
        if (event.getCode() == KeyCode.ENTER) {
          profile(person, cell);
          event.consume();
        } else if (MenuKey.is(event)) {
          fill(person, cell);
          menu.show(cell, Side.BOTTOM, 0, 0);
          event.consume();
        }
      }
    }
  }

  private void profile(Person person, Node beside) {
    doors.profile(person.id(), person.name(), beside);
  }

  private void fill(Person person, Node beside) {
    menu.getItems().setAll(item(Texts.of("view.profile"), () -> profile(person, beside)));
    if (details.rightsProperty().get().rank(person)) {
      menu.getItems().add(ranks(person));
    }
    if (details.rightsProperty().get().mute(person)) {
      menu.getItems().add(mute(person));
    }
    if (details.rightsProperty().get().remove(person)) {
      menu.getItems()
          .addAll(
              new SeparatorMenuItem(),
              item(Texts.of("view.members.remove", person.name()), () -> details.remove(person)));
    }
  }

  private Menu ranks(Person person) {
    Menu ranks = new Menu(Texts.of("view.members.rank"));
    for (Rank rank : Rank.values()) {
      RadioMenuItem item = new RadioMenuItem(PersonLine.rankOf(rank));
      item.setSelected(rank == person.rank());
      item.setOnAction(event -> details.rank(person, rank));
      ranks.getItems().add(item);
    }
    return ranks;
  }

  private MenuItem mute(Person person) {
    if (person.mutedUntil() > 0) {
      return item(Texts.of("view.members.unmute"), () -> order.mute(person, 0));
    }
    Menu mute = new Menu(Texts.of("view.members.mute"));
    for (int seconds : OrderModel.MUTE_SECONDS) {
      mute.getItems().add(item(Spans.words(seconds), () -> order.mute(person, seconds)));
    }
    return mute;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
