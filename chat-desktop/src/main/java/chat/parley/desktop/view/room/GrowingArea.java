package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.RightToLeft;
import java.util.function.BooleanSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A text area as high as its text, up to so many lines; then it scrolls. */
final class GrowingArea extends TextArea {
  private static final int MOST_LINES = 10;
  private static final PseudoClass FROM_RIGHT = PseudoClass.getPseudoClass("from-right");

  /** Pixels; however many lines there are, it is no higher. */
  private final DoubleProperty mostHeight =
      new SimpleDoubleProperty(this, "mostHeight", Double.MAX_VALUE);

  private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
  private @Nullable Parts parts;
  private BooleanSupplier onPaste = () -> false;

  GrowingArea() {
    setTextFormatter(
        new TextFormatter<String>(
            change -> {
              breakLines(RightToLeft.folds(change.getControlNewText()));
              readFrom(change.getControlNewText());
              return change;
            }));
    setWrapText(true);
    setPrefRowCount(1);
    skinProperty().subscribe(() -> parts = null);
    mostHeight.subscribe(this::requestLayout);
    prompt.subscribe(this::showPrompt);
    fontProperty().subscribe(this::showPrompt);
  }

  /** What the skin is made of; the text is drawn in the content, which lies in the pane. */
  private record Parts(Text text, Region content, ScrollPane pane) {}

  /**
   * @param action takes what is no text; answers whether it did
   */
  void setOnPaste(BooleanSupplier action) {
    onPaste = action;
  }

  @Override
  public void paste() {
    if (!onPaste.getAsBoolean()) {
      super.paste();
    }
  }

  DoubleProperty mostHeightProperty() {
    return mostHeight;
  }

  /** What is shown while there is no text: one line, however narrow it is. */
  StringProperty promptProperty() {
    return prompt;
  }

  /** The skin breaks a prompt into lines as it does a text, and there is room for one only. */
  private void showPrompt() {
    double room = parts == null ? 0 : parts.text().getWrappingWidth();
    String whole = prompt.get();
    setPromptText(room > 0 ? shortened(whole, room) : whole);
  }

  private String shortened(String whole, double room) {
    Text measured = new Text(whole);
    measured.setFont(getFont());
    String said = whole;
    int end = whole.length();
    while (end > 0 && measured.getLayoutBounds().getWidth() > room) {
      end = whole.offsetByCodePoints(end, -1);
      said = whole.substring(0, end).stripTrailing() + "…";
      measured.setText(said);
    }
    return said;
  }

  /** Asked before a text is there: laid out in broken lines, some would take the window down. */
  private void breakLines(boolean safe) {
    if (isWrapText() == safe) {
      return;
    }
    setWrapText(safe);
    Parts now = parts();
    if (!safe && now != null) {
      // The skin does so too, but only when it lays out next.
      now.text().setWrappingWidth(0);
    }
  }

  /**
   * What is read from the right begins there, as it does in the message it becomes. Its letters and
   * signs are of one font then: where they are not, JavaFX puts signs on the wrong side of words.
   */
  private void readFrom(String now) {
    pseudoClassStateChanged(FROM_RIGHT, RightToLeft.isIn(now));
    setNodeOrientation(
        RightToLeft.startsIn(now) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
  }

  /** The height of the text in lines is known only to the Node that draws it. */
  @Override
  protected double computePrefHeight(double width) {
    Parts now = parts();
    if (now == null) {
      return super.computePrefHeight(width);
    }
    sizeContent();
    double line = lineHeight(now.text());
    double around = padding(now.content()) + snappedTopInset() + snappedBottomInset();
    long all = Math.max(1, Math.round(now.text().getLayoutBounds().getHeight() / line));
    long fitting = Math.max(1, (long) ((mostHeight.get() - around) / line));
    long lines = Math.min(all, Math.min(MOST_LINES, fitting));
    now.pane().setVbarPolicy(all > lines ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
    return Math.ceil(lines * line + around);
  }

  private static double padding(Region content) {
    return content.snappedTopInset() + content.snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private static double lineHeight(Text drawn) {
    Text one = new Text("X");
    one.setFont(drawn.getFont());
    return one.getLayoutBounds().getHeight() + drawn.getLineSpacing();
  }

  /** Beside the text that is drawn, and not in a group, is the Text of the prompt. */
  private @Nullable Parts parts() {
    if (parts == null
        && lookup(".content") instanceof Region content
        && lookup(".scroll-pane") instanceof ScrollPane pane) {
      for (Node node : lookupAll(".text")) {
        if (node instanceof Text found && found.getParent() instanceof Group) {
          parts = new Parts(found, content, pane);
          found.layoutBoundsProperty().subscribe(this::requestLayout);
          found.wrappingWidthProperty().subscribe(this::showPrompt);
          pane.viewportBoundsProperty().subscribe(this::sizeContent);
          content.insetsProperty().subscribe(this::sizeContent);
          wrapTextProperty().subscribe(this::sizeContent);
        }
      }
    }
    return parts;
  }

  /**
   * Says of broken lines how much room they need, which the skin would find out by laying out the
   * whole text again with each key: for its height, and in one line for a width that it then does
   * not use.
   */
  private void sizeContent() {
    if (parts == null) {
      return;
    }
    Region content = parts.content();
    if (isWrapText()) {
      double high = parts.text().getLayoutBounds().getHeight() + padding(content);
      double seen = parts.pane().getViewportBounds().getHeight();
      holdSize(content, 0, Math.ceil(Math.max(high, seen)));
    } else {
      holdSize(content, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
    }
  }

  /** A Region asks to be laid out whenever it is told a size, also the one it has: for ever. */
  private static void holdSize(Region content, double leastWidth, double height) {
    if (content.getMinWidth() != leastWidth
        || content.getMinHeight() != height
        || content.getPrefHeight() != height) {
      content.setMinSize(leastWidth, height);
      content.setPrefHeight(height);
    }
  }
}
