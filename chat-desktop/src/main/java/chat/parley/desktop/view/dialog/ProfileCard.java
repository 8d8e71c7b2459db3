package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.Company;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who somebody is, how they are just now, and how to reach them. */
public final class ProfileCard extends VBox {
  private final Company company;
  private final UserId user;
  private final ZoneId zone;
  private final PresenceDot dot = new PresenceDot();
  private final Label presence = Controls.label("", "muted");
  private final Label badge = Controls.folding(Controls.label("", "badge"));
  private final StatusLine status = new StatusLine();
  private final Label until = Controls.folding(Controls.label("", "caption"));
  private final HBox actions = new HBox();
  private final Button first;
  private final Button block;

  /**
   * @param editStatus leads to the form for my own status
   * @param close takes the card away
   */
  public ProfileCard(
      Company company, UserId user, String name, ZoneId zone, Runnable editStatus, Runnable close) {
    this.company = company;
    this.user = user;
    this.zone = zone;
    getStyleClass().addAll("card", "profile");
    boolean me = company.isMe(user);
    first =
        Controls.button(
            Texts.of(me ? "view.status.set" : "view.profile.message"),
            () -> {
              close.run();
              if (me) {
                editStatus.run();
              } else {
                company.message(user);
              }
            },
            "accent");
    block = Controls.button("", this::switchBlock, "secondary");
    actions.getStyleClass().add("profile-actions");
    actions.getChildren().add(first);
    if (!me) {
      actions.getChildren().add(block);
    }
    VBox said = new VBox(status, until);
    said.getStyleClass().add("said");
    Controls.folding(said).visibleProperty().bind(status.visibleProperty());
    getChildren().addAll(head(name), said, actions);
    sceneProperty().subscribe(scene -> listen(scene != null));
    show();
  }

  private Subscription heard = Subscription.EMPTY;

  private void listen(boolean shown) {
    heard.unsubscribe();
    heard =
        shown
            ? company
                .book()
                .listen(
                    who -> {
                      if (who.equals(user)) {
                        show();
                      }
                    })
            : Subscription.EMPTY;
  }

  public void open() {
    first.requestFocus();
  }

  private Node head(String name) {
    Avatar avatar = new Avatar("huge");
    avatar.show(user, name);
    Label title = Controls.label(name, "title");
    RightToLeft.fold(title);
    HBox here = new HBox(dot, presence, badge);
    here.getStyleClass().add("profile-here");
    VBox words = new VBox(title, here);
    words.getStyleClass().add("profile-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(avatar, words);
    head.getStyleClass().add("profile-head");
    return head;
  }

  private void show() {
    Presence now = company.book().presence(user);
    Status said = company.book().status(user);
    dot.show(now);
    presence.setText(PresenceWords.of(now));
    badge.setText(badgeOf(company.book().user(user)));
    badge.setVisible(!badge.getText().isEmpty());
    status.show(said);
    until.setText(said == null ? "" : StatusWords.until(said, zone));
    until.setVisible(!until.getText().isEmpty());
    boolean blocked = company.blocks(user);
    block.setText(Texts.of(blocked ? "view.profile.unblock" : "view.profile.block"));
    block.setGraphic(Icons.of(blocked ? Feather.CHECK : Feather.SLASH));
    first.setDisable(blocked);
  }

  private void switchBlock() {
    company.block(user, !company.blocks(user));
    show();
  }

  private static String badgeOf(@Nullable User user) {
    Role role = user == null ? Role.MEMBER : user.role();
    return switch (role) {
      case GUEST -> Texts.of("view.people.guest");
      case MEMBER -> "";
      case ADMIN -> Texts.of("view.role.admin");
      case OWNER -> Texts.of("view.role.owner");
    };
  }
}
