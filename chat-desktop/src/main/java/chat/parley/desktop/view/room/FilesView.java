package chat.parley.desktop.view.room;

import chat.parley.desktop.view.files.FileCard;
import chat.parley.desktop.view.files.FileParts;
import chat.parley.desktop.view.files.PictureView;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.FilesPageModel;
import chat.parley.desktop.viewmodel.files.RoomFile;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The files of the room at the side: its pictures, or all others. */
final class FilesView extends VBox {
  private static final int COLUMNS = 3;

  private final FilesPageModel model;
  private final FileParts parts;
  private final Times times;
  private final LongConsumer jump;
  private final ToggleGroup tabs = new ToggleGroup();
  private final ToggleButton picturesTab = tab("view.files.pictures");
  private final ToggleButton othersTab = tab("view.files.others");
  private final VBox list = new VBox();
  private final Button more;

  FilesView(FilesPageModel model, FileParts parts, Times times, LongConsumer jump, Runnable close) {
    this.model = model;
    this.parts = parts;
    this.times = times;
    this.jump = jump;
    getStyleClass().addAll("side", "files");
    setId("files");
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.files"), "heading"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.files.close"), close));
    head.getStyleClass().add("side-head");
    HBox bar = new HBox(picturesTab, othersTab);
    bar.getStyleClass().add("tabs");
    Label problem = Controls.folding(Controls.label("", "people-problem"));
    RightToLeft.fold(problem);
    problem.textProperty().bind(model.problemProperty());
    problem
        .visibleProperty()
        .bind(model.problemProperty().isNotEmpty().and(Bindings.isNotEmpty(model.items())));
    list.getStyleClass().add("files-list");
    more = Controls.folding(Controls.button(Texts.of("view.files.more"), model::loadMore));
    more.visibleProperty().bind(model.moreProperty());
    more.disableProperty().bind(model.loadingProperty());
    HBox foot = new HBox(more);
    foot.getStyleClass().add("files-foot");
    ScrollPane scroll = new ScrollPane(new VBox(list, foot));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, bar, problem, scroll);
    tabs.selectToggle(picturesTab);
    tabs.selectedToggleProperty().subscribe(this::turn);
    model.items().subscribe(this::show);
    model.loadingProperty().subscribe(this::show);
    model.problemProperty().subscribe(this::show);
    show();
  }

  Node keyboardTarget() {
    return picturesTab.isSelected() ? picturesTab : othersTab;
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
      tabs.selectToggle(before == null ? picturesTab : before);
    } else {
      show();
    }
  }

  private void show() {
    boolean pictures = picturesTab.isSelected();
    List<RoomFile> wanted =
        model.items().stream().filter(item -> item.file().isPicture() == pictures).toList();
    String problem = model.problemProperty().get();
    list.getChildren().clear();
    if (model.items().isEmpty() && !problem.isEmpty()) {
      list.getChildren()
          .add(
              EmptyState.of(
                  Feather.ALERT_TRIANGLE,
                  Texts.of("view.files.failed"),
                  problem,
                  Controls.button(Texts.of("view.history.tryAgain"), model::refresh)));
    } else if (wanted.isEmpty()) {
      if (!model.loadingProperty().get()) {
        list.getChildren()
            .add(
                EmptyState.of(
                    pictures ? Feather.IMAGE : Feather.FILE,
                    Texts.of(pictures ? "view.files.no.pictures" : "view.files.no.others"),
                    Texts.of("view.files.none.text")));
      }
    } else if (pictures) {
      grid(wanted);
    } else {
      wanted.forEach(item -> list.getChildren().add(card(item)));
    }
  }

  private void grid(List<RoomFile> pictures) {
    for (int i = 0; i < pictures.size(); i += COLUMNS) {
      HBox line = new HBox();
      line.getStyleClass().add("files-line");
      pictures.subList(i, Math.min(pictures.size(), i + COLUMNS)).stream()
          .map(this::tile)
          .forEach(line.getChildren()::add);
      list.getChildren().add(line);
    }
  }

  private Node tile(RoomFile item) {
    var tile = new PictureView(item.file(), parts, true, () -> parts.viewer().accept(item));
    tile.setFocusTraversable(true);
    return tile;
  }

  private Node card(RoomFile item) {
    Label who =
        Controls.label(
            Texts.of("view.files.by", item.name(), times.recent(item.at())), "file-details");
    Button show = Controls.linkButton(Texts.of("view.pins.show"), () -> jump.accept(item.seq()));
    show.setAccessibleText(
        Texts.of("view.files.spoken", Texts.of("view.pins.show"), item.file().name()));
    show.setMinWidth(Region.USE_PREF_SIZE);
    HBox foot = new HBox(who, Controls.spacer(), show);
    foot.getStyleClass().add("files-card-foot");
    VBox card = new VBox(new FileCard(item.file(), parts), foot);
    card.getStyleClass().add("files-card");
    return card;
  }
}
