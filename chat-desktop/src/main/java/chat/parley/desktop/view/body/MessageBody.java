package chat.parley.desktop.view.body;

import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.search.Pointed;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.Passage;
import chat.parley.desktop.viewmodel.text.PlainText;
import chat.parley.desktop.viewmodel.text.RichText;
import chat.parley.desktop.viewmodel.text.RoomNames;
import chat.parley.desktop.viewmodel.text.Spot;
import chat.parley.desktop.viewmodel.text.Stretch;
import chat.parley.model.SearchWords;
import chat.parley.model.SearchWords.Span;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** What somebody said, as it is read. Shown for one message, then for another. */
public final class MessageBody extends VBox {
  private static final PseudoClass EMOJI_ONLY = PseudoClass.getPseudoClass("emoji-only");

  private final BodyContext context;

  /** Most messages are one plain piece; Nodes that are there already need no new styles. */
  private final Text plain = new Text();

  private final SelectableFlow plainFlow = new SelectableFlow();
  private String shown = "";
  private @Nullable MentionNames shownNames;
  private SearchWords shownWords = Pointed.NO_WORDS;
  private @Nullable BlockNodes blocks;
  private @Nullable Node remark;
  private boolean reachable;

  public MessageBody(BodyContext context) {
    this.context = context;
    getStyleClass().add("message-body");
    plain.getStyleClass().add("message-text");
    plainFlow.getChildren().add(plain);
    plainFlow.getStyleClass().add("message-paragraph");
    getChildren().add(plainFlow);
  }

  /**
   * @param names who is pointed out where they are called
   */
  public void show(String body, MentionNames names) {
    show(body, names, Pointed.NO_WORDS);
  }

  /**
   * @param names who is pointed out where they are called
   * @param words what else is pointed out, wherever it stands
   */
  public void show(String body, MentionNames names, SearchWords words) {
    if (body.equals(shown) && names == shownNames && words.equals(shownWords)) {
      return;
    }
    shown = body;
    shownNames = names;
    shownWords = words;
    if (words.isEmpty()
        && PlainText.isPlain(body)
        && !MentionNames.mayCall(body)
        && !RoomNames.mayName(body)
        && !RightToLeft.isIn(body)) {
      showPlain(body);
    } else {
      showRich(body, names);
    }
    setRemark(remark);
  }

  /**
   * Puts something behind the last word, on a line of its own where it does not fit; null takes it
   * away. Answers whether the text ends with a paragraph, else nothing is put there.
   */
  public boolean setRemark(@Nullable Node now) {
    remark = now;
    plainFlow.setRemark(null);
    if (getChildren().getLast() instanceof SelectableFlow last) {
      last.setRemark(now);
      return true;
    }
    return false;
  }

  /** Whether Tab goes through the links and buttons in it. */
  public void setReachable(boolean now) {
    reachable = now;
    if (blocks != null) {
      blocks.setReachable(now);
    }
  }

  /** What can be selected of it. */
  public Passage passage() {
    return context.texts().passage(shown);
  }

  /** What of the text is nearest to a point of the scene. */
  public Hit hit(double sceneX, double sceneY) {
    return BodyPieces.of(this, passage()).hit(sceneX, sceneY);
  }

  /** Shows that part of the text as selected, and no other. */
  public void mark(Stretch part) {
    BodyPieces.of(this, passage()).mark(part);
  }

  /** Shows nothing as selected. */
  public void unmark() {
    mark(Stretch.at(Spot.START));
  }

  private void showPlain(String body) {
    plain.setText(body);
    plainFlow.unmark();
    if (blocks != null) {
      blocks = null;
      pseudoClassStateChanged(EMOJI_ONLY, false);
      getChildren().setAll(plainFlow);
    }
  }

  private void showRich(String body, MentionNames names) {
    RichText text = context.texts().read(body);
    BlockNodes made = new BlockNodes(context, names, found());
    getChildren().setAll(made.of(text.blocks()));
    if (text.cut()) {
      getChildren().add(made.theRest(body, this::showAll));
    }
    pseudoClassStateChanged(EMOJI_ONLY, text.emojiOnly());
    made.setReachable(reachable);
    blocks = made;
  }

  private List<List<Span>> found() {
    return shownWords.isEmpty() ? List.of() : passage().found(shownWords);
  }

  private void showAll(Node all) {
    getChildren().setAll(all);
  }
}
