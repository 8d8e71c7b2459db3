package chat.parley.desktop.view.look;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons come from one set and take size and colour from the stylesheets. */
public final class Icons {
  private Icons() {}

  /** An icon that says nothing by itself: words or an accessible name stand beside it. */
  public static FontIcon of(Feather glyph, String... styleClasses) {
    FontIcon icon = new FontIcon(glyph);
    icon.getStyleClass().add("icon");
    icon.getStyleClass().addAll(styleClasses);
    icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    icon.setMouseTransparent(true);
    return icon;
  }
}
