package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.HEIGHT;
import static chat.parley.desktop.view.Scenery.WIDTH;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.scene;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Changes;
import chat.parley.model.Rank;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** What can become of messages looks as it did when somebody last looked at it. */
class MessageScenesTest {

  @Themes
  void whatCanBecomeOfAMessage(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, WIDTH, 860);
    Fx.run(() -> Fx.find(scene, ".virtual-list", Node.class).requestFocus());
    for (int i = 0; i < 11; i++) {
      Fx.run(() -> Fx.press(scene, KeyCode.UP));
      Fx.settle(scene);
    }
    keep(scene, "message-states", theme);
  }

  @Themes
  void codeCanBeCopiedWhereThePointerOrTheKeyboardIs(Theme theme) {
    Office office = new Office();
    office.said(
        0,
        """
        9:02 Bruno Silva: How do I find out who holds the port?
        9:07 Elif Kaya: Like this:\\n```sh\\nss -ltnp | grep 7070\\nsystemctl status parley\\n```
        """);
    Scene scene = Scenery.entered(office, theme);
    Fx.run(() -> Fx.find(scene, ".virtual-list", Node.class).requestFocus());
    Fx.settle(scene);
    Fx.run(() -> Fx.press(scene, KeyCode.END));
    keep(scene, "code-copy", theme);
  }

  @Themes
  void aReplyIsWritten(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          office.home().messages().reply(message(office, "Full barcode"));
          office.home().composer().textProperty().set("Good. Keep the old roll, please.");
          office.listener.onOutgoing(Spoken.held(office, "Back at my desk now"));
          office.fx.settle();
        });
    keep(scene, "composer-replying", theme);
  }

  @Themes
  void aMessageIsEdited(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(() -> office.home().messages().editLast());
    keep(scene, "composer-editing", theme);
  }

  @Themes
  void aThreadAtTheSide(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, 1280, HEIGHT);
    Fx.run(
        () -> {
          office.home().messages().thread().open(Spoken.ROOT);
          office.fx.settle();
        });
    Fx.settle(scene);
    keep(scene, "thread", theme);
  }

  @Themes
  void whoMayOnlyReadIsToldWhyInTheRoomAndInAThread(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, 1280, HEIGHT);
    Fx.run(
        () -> {
          office.home().messages().thread().open(Spoken.ROOT);
          int head = office.log.size();
          office.listener.onRoom(
              new RoomState(Office.GENERAL, head, head, 0, 0, Rank.READER, List.of()));
          office.fx.settle();
        });
    Fx.settle(scene);
    keep(scene, "reader", theme);
  }

  @Themes
  void aThreadInANarrowWindow(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, 900, 620);
    Fx.run(
        () -> {
          office.home().messages().thread().open(Spoken.ROOT);
          office.fx.settle();
        });
    Fx.settle(scene);
    keep(scene, "thread-narrow", theme);
  }

  @Themes
  void thePinnedMessages(Theme theme) {
    Office office = Spoken.office();
    office.becomes(
        10, m -> Spoken.with(m, new Changes(12, 0, false, true, List.of(), Changes.Replies.NONE)));
    Scene scene = entered(office, theme, 1280, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#pins-toggle", ToggleButton.class).fire());
    keep(scene, "pins", theme);
  }

  @Themes
  void whatAMessageSaidBefore(Theme theme) {
    Office office = Spoken.office();
    long at = office.at(0, "9:02");
    office.server.editions.add(new Event.Edition(at, "Morning, the build sever is back up."));
    office.server.editions.add(
        new Event.Edition(at + 30_000, "Morning all, the build sever is back up."));
    office.server.editions.add(
        new Event.Edition(at + 60_000, "Morning all, the build server is back up."));
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          Node edited = scene.getRoot().lookup(".edited");
          ((javafx.scene.control.Button) edited).fire();
          office.fx.settle();
        });
    keep(scene, "edit-history", theme);
  }

  @Themes
  void deletingAsks(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(() -> office.home().messages().askToDelete(message(office, "Please print one label")));
    keep(scene, "delete", theme);
  }

  @Themes
  void aMessageIsForwarded(Theme theme) {
    Office office = Spoken.office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(() -> Fx.find(scene, ".virtual-list", Node.class).requestFocus());
    for (KeyCode key : new KeyCode[] {KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.F}) {
      Fx.run(() -> Fx.press(scene, key));
      Fx.settle(scene);
    }
    keep(scene, "forward", theme);
  }

  private static Scene entered(Office office, Theme theme, double width, double height) {
    office.read = 8;
    Scene scene = scene(office, theme, width, height);
    Fx.run(
        () -> {
          office.enter();
          Spoken.goesOn(office);
        });
    Fx.settle(scene);
    return scene;
  }

  private static MessageItem message(Office office, String start) {
    return office.home().timelineProperty().get().items().stream()
        .map(
            item ->
                item instanceof chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine l
                    ? l.message()
                    : item)
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.body().startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
