package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** A server in the strip: its letter, whether it is on the screen, and what waits on it. */
final class ServerTile extends Button {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final ServerModel server;
  private final Label letter = Controls.label("", "server-letter");
  private final Region dot = Controls.folding(new Region());
  private final Pill pill = new Pill();
  private final Subscription bound;

  ServerTile(ServerModel server, Runnable choose) {
    this.server = server;
    getStyleClass().add("server-tile");
    dot.getStyleClass().add("unread-dot");
    StackPane face = new StackPane(letter, dot, pill);
    face.getStyleClass().add("server-face");
    setGraphic(face);
    setOnAction(event -> choose.run());
    bound =
        Subscription.combine(
            server.nameProperty().subscribe(this::show),
            server.rooms().unreadProperty().subscribe(this::show),
            server.rooms().mentionsProperty().subscribe(this::show),
            server.link().liveProperty().subscribe(this::show));
    show();
  }

  void here(boolean now) {
    pseudoClassStateChanged(HERE, now);
  }

  /** The server is gone, and shall not hold this. */
  void dispose() {
    bound.unsubscribe();
  }

  private void show() {
    String name = server.nameProperty().get();
    long unread = server.rooms().unreadProperty().get();
    long mentions = server.rooms().mentionsProperty().get();
    boolean live = server.link().liveProperty().get();
    letter.setText(Avatar.firstLetter(name));
    pill.show(mentions);
    dot.setVisible(unread > 0 && mentions == 0);
    setOpacity(live ? 1 : 0.6);
    Controls.name(
        this,
        Texts.of("view.room.spoken", name, unread, mentions)
            + (live ? "" : ", " + Texts.of("view.server.away")));
  }
}
