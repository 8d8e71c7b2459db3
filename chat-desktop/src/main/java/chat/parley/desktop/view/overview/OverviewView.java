package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.body.BodyContext;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.room.BannerView;
import chat.parley.desktop.view.room.ToastLayer;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.overview.UnreadPage;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.model.User;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page over all rooms that is asked for, in the place of a room. */
public final class OverviewView extends VBox {
  private final ServerModel server;
  private final Overview overview;
  private final Times times;
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));
  private final OverviewList unread;
  private final OverviewList mentions;
  private final HBox unreadHead;
  private final HBox mentionsHead;
  private final StackPane place = new StackPane();
  private final VBox column;
  private final ToastLayer toastLayer;
  private MentionNames meCalled = MentionNames.NONE;
  private String meNamed = "";

  public OverviewView(ServerModel server, Times times, ObservableList<Toast> toasts) {
    this.server = server;
    this.overview = server.overview();
    this.times = times;
    getStyleClass().addAll("room", "overview");
    unread = unreadList();
    mentions = mentionsList();
    unreadHead = head(Feather.INBOX, Texts.of("view.overview.unread.title"), undo(), markAllRead());
    mentionsHead = head(Feather.AT_SIGN, Texts.of("view.overview.mentions"));
    toastLayer = new ToastLayer(toasts);
    StackPane layers = new StackPane(place, toastLayer);
    VBox.setVgrow(layers, Priority.ALWAYS);
    column = new VBox(new BannerView(server.link()), layers);
    VBox.setVgrow(column, Priority.ALWAYS);
    overview.shownProperty().subscribe(this::show);
  }

  /** Where the keyboard goes when it comes to the page. */
  public Node keyboardTarget() {
    return shown().keyboardTarget();
  }

  /** The parts through which one key leads, a toast among them while it offers something. */
  public List<Node> keyboardTargets() {
    return Stream.concat(Stream.of(keyboardTarget()), toastLayer.keyboardTarget().stream())
        .toList();
  }

  private OverviewList shown() {
    return overview.shownProperty().get() == Overview.Page.MENTIONS ? mentions : unread;
  }

  private void show(Overview.@Nullable Page page) {
    if (page != null) {
      boolean isUnread = page == Overview.Page.UNREAD;
      getChildren().setAll(isUnread ? unreadHead : mentionsHead, column);
      place.getChildren().setAll(shown());
    }
  }

  private OverviewList unreadList() {
    UnreadPage page = overview.unread();
    OverviewList list =
        new OverviewList(
            parts(false),
            page.rows(),
            page.loadingProperty(),
            page.problemProperty(),
            page::tryAgain,
            () ->
                EmptyState.of(
                    Feather.CHECK_CIRCLE,
                    Texts.of("view.overview.unread.none"),
                    Texts.of("view.overview.unread.none.text")));
    list.list().setAccessibleText(Texts.of("view.overview.unread.title"));
    list.setId("unread-page");
    return list;
  }

  private OverviewList mentionsList() {
    var page = overview.mentions();
    OverviewList list =
        new OverviewList(
            parts(true),
            page.rows(),
            page.loadingProperty(),
            page.problemProperty(),
            page::tryAgain,
            () ->
                EmptyState.of(
                    Feather.AT_SIGN,
                    Texts.of("view.overview.mentions.none"),
                    Texts.of("view.overview.mentions.none.text")));
    list.list().setAccessibleText(Texts.of("view.overview.mentions"));
    list.list().setOnNearEnd(page::loadOlder);
    list.setId("mentions-page");
    return list;
  }

  private RowParts parts(boolean roomsNamed) {
    return new RowParts(
        times,
        new BodyContext(texts, server::openLink, Copied::text),
        roomsNamed,
        this::me,
        overview::open,
        overview.unread()::markRead);
  }

  private MentionNames me() {
    User user = server.meProperty().get();
    String name = user == null ? "" : user.name();
    if (!name.equals(meNamed)) {
      meNamed = name;
      meCalled = new MentionNames(name, List.of());
    }
    return meCalled;
  }

  private Button markAllRead() {
    UnreadPage page = overview.unread();
    Button all = Controls.button(Texts.of("view.overview.read.all"), page::markAllRead, "compact");
    all.setId("mark-all-read");
    all.setMinWidth(Region.USE_PREF_SIZE);
    page.rows().subscribe(() -> all.setVisible(!page.rows().isEmpty()));
    all.setVisible(!page.rows().isEmpty());
    return Controls.folding(all);
  }

  private HBox undo() {
    UnreadPage page = overview.unread();
    Button undo = Controls.linkButton(Texts.of("rooms.undo"), page::undo);
    undo.setId("undo-read");
    undo.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(Controls.label(Texts.of("view.overview.read.done"), "caption"), undo);
    line.getStyleClass().add("overview-undo");
    line.visibleProperty().bind(page.undoableProperty());
    return Controls.folding(line);
  }

  private static HBox head(Feather icon, String title, Node... actions) {
    HBox line = new HBox(Icons.of(icon), Controls.label(title, "heading"), Controls.spacer());
    line.getChildren().addAll(actions);
    line.getStyleClass().addAll("header", "overview-head");
    return line;
  }
}
