package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Banner;
import chat.parley.desktop.viewmodel.LinkModel;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says between header and messages how the connection is, as long as it is worth a word. */
public final class BannerView extends HBox {
  private final Label words = Controls.label("", "banner-words");
  private final Button action;

  public BannerView(LinkModel link) {
    action = Controls.folding(Controls.linkButton("", link::act));
    action.setMinWidth(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMinHeight(Region.USE_PREF_SIZE);
    RightToLeft.fold(words);
    HBox.setHgrow(words, Priority.ALWAYS);
    setAccessibleRole(AccessibleRole.TEXT);
    Controls.folding(this);
    link.bannerProperty().subscribe(this::show);
  }

  private void show(@Nullable Banner banner) {
    setVisible(banner != null);
    if (banner == null) {
      return;
    }
    getStyleClass().setAll("banner", banner.kind().name().toLowerCase(Locale.ROOT));
    Feather icon =
        switch (banner.kind()) {
          case WARNING -> Feather.WIFI_OFF;
          case DANGER -> Feather.ALERT_OCTAGON;
          case SUCCESS -> Feather.CHECK;
        };
    words.setText(banner.text());
    setAccessibleText(banner.text());
    action.setText(banner.actionLabel() == null ? "" : banner.actionLabel());
    action.setVisible(banner.actionLabel() != null);
    getChildren().setAll(Icons.of(icon), words, action);
  }
}
