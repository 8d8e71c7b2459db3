package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.StatusModel;
import chat.parley.model.Presence;
import chat.parley.model.Status;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How I am, and what I say about myself. */
public final class MeMenu extends VBox {
  private static final List<Presence> CHOICES =
      List.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY);

  /**
   * @param now how I am on all my devices together
   * @param editStatus leads to the form in which the status is changed
   * @param account leads to name, password and devices
   */
  public MeMenu(
      ObjectProperty<Presence> presence,
      Presence now,
      StatusModel status,
      ZoneId zone,
      Runnable editStatus,
      Runnable account,
      Runnable close) {
    getStyleClass().addAll("card", "me-menu");
    Status said = status.statusProperty().get();
    if (said == null) {
      getChildren().add(line(Icons.of(Feather.SMILE), Texts.of("view.status.set"), editStatus));
    } else {
      getChildren().add(said(said, zone));
      getChildren().add(line(Icons.of(Feather.EDIT_2), Texts.of("view.status.edit"), editStatus));
      getChildren()
          .add(
              line(
                  Icons.of(Feather.X),
                  Texts.of("view.status.clear"),
                  () -> {
                    status.clear(() -> {});
                    close.run();
                  }));
    }
    getChildren().add(rule());
    for (Presence choice : CHOICES) {
      getChildren().add(choice(choice, choice == now, presence, close));
    }
    getChildren()
        .addAll(rule(), line(Icons.of(Feather.KEY), Texts.of("view.account.open"), account));
  }

  public void open() {
    getChildren().stream()
        .filter(Button.class::isInstance)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private static Node said(Status now, ZoneId zone) {
    StatusLine line = new StatusLine();
    line.show(now);
    Label until = Controls.folding(Controls.label(StatusWords.until(now, zone), "caption"));
    until.setVisible(!until.getText().isEmpty());
    VBox said = new VBox(line, until);
    said.getStyleClass().add("said");
    return said;
  }

  private static Node choice(
      Presence choice, boolean chosen, ObjectProperty<Presence> presence, Runnable close) {
    PresenceDot dot = new PresenceDot();
    dot.show(choice);
    Button button =
        line(
            dot,
            PresenceWords.of(choice),
            () -> {
              presence.set(choice);
              close.run();
            });
    if (chosen && button.getGraphic() instanceof HBox words) {
      words.getChildren().addAll(Controls.spacer(), Icons.of(Feather.CHECK));
      button.setAccessibleText(Texts.of("view.presence.chosen", PresenceWords.of(choice)));
    }
    return button;
  }

  private static Button line(Node icon, String words, Runnable action) {
    StackPane place = new StackPane(icon);
    place.getStyleClass().add("menu-icon");
    HBox line = new HBox(place, Controls.label(words));
    line.getStyleClass().add("menu-line");
    Button button = Controls.button("", action, "line-button");
    button.setGraphic(line);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(words);
    return button;
  }
}
