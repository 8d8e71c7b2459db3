package chat.parley.desktop.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** Parley's picture, in the sizes in which systems ask for it, with or without a number on it. */
public final class AppIcon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

  /** On a smaller picture nobody can read digits; there the badge is a dot. */
  private static final int READABLE_FROM = 32;

  private static final int MOST = 99;

  private AppIcon() {}

  /** A count as a badge says it: a few characters, nothing for nothing. */
  public static String words(int count) {
    return count == 0 ? "" : count > MOST ? MOST + "+" : String.valueOf(count);
  }

  /** The picture in all sizes. FX thread. */
  public static List<Image> images(int count) {
    List<Image> images = new ArrayList<>();
    for (int size : SIZES) {
      images.add(image(size, count));
    }
    return images;
  }

  /**
   * One size of it. FX thread.
   *
   * @param size one of those that are kept: 16, 24, 32, 48, 64, 128, 256, 512
   */
  public static Image image(int size, int count) {
    Image plain = new Image(url("icon/parley-" + size + ".png"));
    return count == 0 ? plain : badged(plain, size, words(count));
  }

  private static Image badged(Image plain, int size, String words) {
    Label badge = new Label(size < READABLE_FROM ? "" : words);
    badge.getStyleClass().add("icon-badge");
    if (badge.getText().length() > 2) {
      badge.getStyleClass().add("long");
    }
    StackPane icon = new StackPane(new ImageView(plain), badge);
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    icon.getStyleClass().add("app-icon");
    // Every length of the badge is in em, and an em is the picture's side.
    icon.setStyle("-fx-font-size: " + size + "px;");
    Scene scene = new Scene(icon, size, size, Color.TRANSPARENT);
    scene.getStylesheets().setAll(url("view/tokens-light.css"), url("view/icon.css"));
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return icon.snapshot(clear, null);
  }

  private static String url(String file) {
    return Objects.requireNonNull(AppIcon.class.getResource("/chat/parley/desktop/" + file), file)
        .toExternalForm();
  }
}
