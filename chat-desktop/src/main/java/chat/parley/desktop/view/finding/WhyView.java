package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.FindingModel;
import chat.parley.desktop.viewmodel.finding.Reason;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Why no server was found, line by line, and what to do about each. */
public final class WhyView extends VBox {
  private final VBox lines = new VBox();
  private final Button back;

  public WhyView(FindingModel model, Runnable close) {
    getStyleClass().addAll("login-card", "why");
    setMaxHeight(USE_PREF_SIZE);
    setMinHeight(USE_PREF_SIZE);
    lines.getStyleClass().add("why-lines");
    Label checking = Controls.folding(Controls.label(Texts.of("view.why.checking"), "caption"));
    checking.visibleProperty().bind(model.checkingProperty());
    Button again = Controls.button(Texts.of("view.why.again"), model::check, "secondary");
    again.setId("why-again");
    again.disableProperty().bind(model.checkingProperty());
    back = Controls.button(Texts.of("view.why.back"), close, "accent");
    back.setId("why-back");
    back.setCancelButton(true);
    HBox buttons = new HBox(back, Controls.spacer(), again);
    buttons.getStyleClass().add("login-buttons");
    getChildren()
        .addAll(
            words(Texts.of("view.why.title"), "display"),
            words(Texts.of("view.why.sentence"), "muted"),
            checking,
            lines,
            buttons);
    model.reasons().addListener((ListChangeListener<Reason>) _ -> show(model));
    show(model);
  }

  /** To the way back, which does no harm. */
  public void takeKeyboard() {
    applyCss(); // only then is the card in the scene
    back.requestFocus();
  }

  private void show(FindingModel model) {
    lines.getChildren().setAll(model.reasons().stream().map(WhyView::line).toList());
  }

  private static Node line(Reason reason) {
    VBox words = new VBox(words(reason.title(), "why-title"), words(reason.advice(), "caption"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Icons.of(icon(reason)), words);
    line.getStyleClass().addAll("why-line", reason.weight().name().toLowerCase(Locale.ROOT));
    return line;
  }

  private static Feather icon(Reason reason) {
    return switch (reason.weight()) {
      case GOOD -> Feather.CHECK_CIRCLE;
      case BAD -> Feather.ALERT_CIRCLE;
      case MAYBE -> Feather.HELP_CIRCLE;
    };
  }

  private static Label words(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    RightToLeft.fold(label);
    return label;
  }
}
