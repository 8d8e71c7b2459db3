package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.CreateRoomView;
import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.DirectoryModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.NewRoomModel;
import chat.parley.model.RoomListing;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Find a room and join it, or make one. */
public final class AddRoomView extends VBox {
  private final DirectoryModel directory;
  private final Runnable close;
  private final TextField filter = new TextField();
  private final ListView<RoomListing> list = new ListView<>();
  private final StackPane middle = new StackPane();
  private final Label problem = Controls.folding(Controls.label("", "problem"));
  private final Button create;
  private final VBox browse;
  private final CreateRoomView form;
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton browseTab = tab("view.addRoom.browse");
  private final ToggleButton createTab = tab("view.addRoom.create");

  /**
   * @param close takes this view away, when a room was joined or nothing is wanted
   */
  public AddRoomView(DirectoryModel directory, NewRoomModel newRoom, Runnable close) {
    this.directory = directory;
    this.close = close;
    getStyleClass().addAll("dialog", "add-room");
    create = Controls.button("", () -> createTab.setSelected(true), "secondary");
    form = new CreateRoomView(newRoom, close);
    RightToLeft.fold(problem);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox.setVgrow(form, Priority.ALWAYS);
    middle.getStyleClass().add("directory");
    browse = new VBox(filter, middle, problem, Dialog.foot(create));
    browse.getStyleClass().add("browse");
    VBox.setVgrow(browse, Priority.ALWAYS);
    HBox bar = new HBox(browseTab, createTab);
    bar.getStyleClass().add("tabs");
    getChildren().addAll(Dialog.head(Texts.of("view.addRoom.title"), close), bar);
    tabs.selectedToggleProperty().subscribe(this::turn);
    buildFilter();
    buildList();
    directory.stateProperty().subscribe(this::show);
    directory.listings().subscribe(this::show);
    directory.problemProperty().subscribe(this::show);
    directory.nameProblemProperty().subscribe(this::show);
    directory.filterProperty().subscribe(this::show);
    show();
  }

  /** Starts anew: the list as the server has it now, and nothing typed. */
  public void open() {
    directory.filterProperty().set("");
    directory.refresh();
    tabs.selectToggle(browseTab);
    turn(null, browseTab);
  }

  private ToggleButton tab(String key) {
    ToggleButton tab = new ToggleButton(Texts.of(key));
    tab.getStyleClass().add("tab-button");
    tab.setToggleGroup(tabs);
    return tab;
  }

  /** One of the two is always chosen. */
  private void turn(@Nullable Toggle before, @Nullable Toggle now) {
    if (now == null) {
      tabs.selectToggle(before == null ? browseTab : before);
    } else {
      getChildren().removeAll(browse, form);
      getChildren().add(now == browseTab ? browse : form);
      if (now == browseTab) {
        filter.requestFocus();
      } else {
        form.open(isTaken() ? "" : directory.filterProperty().get().strip());
      }
    }
  }

  private boolean isTaken() {
    return meant().isPresent();
  }

  /** The room that is called exactly what is typed. */
  private Optional<RoomListing> meant() {
    String typed = directory.filterProperty().get().strip();
    return directory.listings().stream()
        .filter(listing -> listing.room().name().equalsIgnoreCase(typed))
        .findFirst();
  }

  /** Enter: the room that is meant, or the only one that fits, or else a new one. */
  private void go() {
    List<RoomListing> fitting = directory.listings();
    if (meant().isPresent() || fitting.size() == 1) {
      choose(meant().orElseGet(fitting::getFirst));
    } else if (fitting.isEmpty() && !create.isDisabled()) {
      directory.create(close);
    }
  }

  private void buildFilter() {
    filter.setPromptText(Texts.of("view.addRoom.prompt"));
    filter.setAccessibleText(Texts.of("view.addRoom.prompt"));
    filter.textProperty().bindBidirectional(directory.filterProperty());
    filter.setOnAction(event -> go());
    filter.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !directory.listings().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().selectFirst();
            event.consume();
          }
        });
  }

  private void buildList() {
    list.getStyleClass().add("directory-list");
    list.setAccessibleText(Texts.of("view.addRoom.list"));
    list.setItems(directory.listings());
    list.setCellFactory(view -> new ListingCell(this::choose));
    list.setOnKeyPressed(
        event -> {
          RoomListing chosen = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            choose(chosen);
            event.consume();
          }
        });
  }

  private void choose(RoomListing listing) {
    directory.join(listing, close);
  }

  private void show() {
    String typed = directory.filterProperty().get().strip();
    create.setText(
        typed.isEmpty() ? Texts.of("view.addRoom.create") : Texts.of("view.addRoom.named", typed));
    create.setDisable(isTaken() || !directory.nameProblemProperty().get().isEmpty());
    boolean failed = directory.stateProperty().get() == DirectoryModel.State.FAILED;
    String wrong = directory.problemProperty().get();
    String name = directory.nameProblemProperty().get();
    problem.setText(failed ? "" : wrong.isEmpty() ? name : wrong);
    problem.setVisible(!problem.getText().isEmpty());
    switch (directory.stateProperty().get()) {
      case LOADING ->
          middle.getChildren().setAll(Controls.label(Texts.of("view.addRoom.loading"), "muted"));
      case READY -> {
        if (!middle.getChildren().contains(list)) {
          middle.getChildren().setAll(list);
        }
      }
      case EMPTY ->
          middle
              .getChildren()
              .setAll(
                  EmptyState.of(
                      Feather.HASH,
                      Texts.of("view.addRoom.none"),
                      Texts.of("view.addRoom.none.text")));
      case FAILED ->
          middle
              .getChildren()
              .setAll(
                  EmptyState.of(
                      Feather.ALERT_TRIANGLE,
                      Texts.of("view.addRoom.failed"),
                      wrong,
                      Controls.button(Texts.of("view.history.tryAgain"), directory::refresh)));
    }
  }
}
