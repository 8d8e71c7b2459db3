package chat.parley.desktop.view.emoji;

import chat.parley.desktop.viewmodel.emoji.Emoji;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiNames;
import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.SizeConverter;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;

/**
 * One emoji, in the size of {@code -parley-emoji-size}. It takes its place at once; its picture may
 * come a frame later.
 */
public final class EmojiView extends ImageView {
  /** How much of the height stands above the line of the letters. */
  private static final double ABOVE_LINE = 0.8;

  private static final CssMetaData<EmojiView, Number> SIZE =
      new CssMetaData<>("-parley-emoji-size", SizeConverter.getInstance(), 16.0) {
        @Override
        public boolean isSettable(EmojiView view) {
          return !view.size.isBound();
        }

        @Override
        public StyleableProperty<Number> getStyleableProperty(EmojiView view) {
          return view.size;
        }
      };

  private static final List<CssMetaData<? extends Styleable, ?>> ALL_CSS = allCss();

  /** An image view without an image has no size. */
  private static final Image NOTHING_YET = new WritableImage(1, 1);

  private final SimpleStyleableDoubleProperty size =
      new SimpleStyleableDoubleProperty(SIZE, this, "size", 16.0);

  private String text = "";

  public EmojiView() {
    super(NOTHING_YET);
    getStyleClass().add("emoji");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setSmooth(true);
    fitWidthProperty().bind(size);
    fitHeightProperty().bind(size);
  }

  public EmojiView(String text) {
    this();
    show(text);
  }

  /** Becomes another emoji. What is none shows nothing. */
  public void show(String emoji) {
    if (emoji.equals(text)) {
      return;
    }
    text = emoji;
    Emoji known = EmojiCatalog.bundled().of(emoji);
    setAccessibleText(known == null ? emoji : EmojiNames.current().name(known));
    setImage(NOTHING_YET);
    EmojiImages.shared().ask(emoji, this);
  }

  /** The characters it stands for. */
  public String text() {
    return text;
  }

  /** Whether the picture is there, if there is to be one. */
  public boolean isLoaded() {
    return text.isEmpty() || getImage() != NOTHING_YET;
  }

  void loaded(String emoji, Image image) {
    if (emoji.equals(text)) {
      setImage(image);
    }
  }

  @Override
  public double getBaselineOffset() {
    return size.get() * ABOVE_LINE;
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ALL_CSS;
  }

  private static List<CssMetaData<? extends Styleable, ?>> allCss() {
    List<CssMetaData<? extends Styleable, ?>> all =
        new ArrayList<>(ImageView.getClassCssMetaData());
    all.add(SIZE);
    return List.copyOf(all);
  }
}
