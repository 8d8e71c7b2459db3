package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Pictures;
import chat.parley.desktop.view.files.Drops;
import chat.parley.desktop.view.files.ViewerView;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Ties;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files look as they did when somebody last looked at them, in light and in dark. */
class FileScenesTest {
  private static final Attachment ROOF = picture("roof.jpg", 1600, 1000, 2_412_000);
  private static final Attachment ONE = picture("desk-1.jpg", 1200, 900, 812_000);
  private static final Attachment TWO = picture("desk-2.jpg", 900, 1200, 790_000);
  private static final Attachment THREE = picture("desk-3.jpg", 1200, 900, 655_000);
  private static final Attachment VOICE =
      new Attachment(
          new FileId("f-voice"),
          "Voice message 2025-10-09 09.14.02.wav",
          412_000,
          "audio/x-wav",
          0,
          0,
          false);
  private static final Attachment PLAN =
      file("Floor plan of the second floor, with the new meeting rooms.pdf", 1_840_000, "pdf");
  private static final Attachment BACKUP = file("backup-2025-10.zip", 96_400_000, "zip");

  @TempDir Path folder;

  private final Office office = new Office();

  @BeforeEach
  void fill() {
    office.said(
        0,
        """
        9:02 Bruno Silva: Morning all, this is the view from the roof after the storm:
        9:10 Chen Wei: Three desks are free by the window
        9:14 Dara Novak: (said, not written)
        9:20 Elif Kaya: The plan, and the backup of the old server
        """);
    tie(1, ROOF);
    tie(2, ONE, TWO, THREE);
    office.becomes(3, m -> said(m, VOICE));
    tie(4, PLAN, BACKUP);
    int evening = 0;
    for (Attachment picture : List.of(ROOF, ONE, TWO, THREE)) {
      double scale = 480.0 / Math.max(picture.width(), picture.height());
      office.server.transfers.thumbs.put(
          picture.id(),
          Pictures.jpeg(
              (int) (picture.width() * scale), (int) (picture.height() * scale), ++evening));
    }
  }

  @Themes
  void picturesSoundsAndOtherFilesInARoom(Theme theme) {
    Scene scene = entered(theme, 1120, 980);
    Fx.run(
        () -> {
          office.home().files().download(BACKUP).fetch(_ -> {});
          office.server.transfers.downloads.get(BACKUP.id()).moved(38_000_000);
          office.fx.settle();
        });
    keep(scene, "files-room", theme);
  }

  @Test
  void aCardFollowsItsFileForAsLongAsItMoves() {
    Scene scene = entered(Theme.LIGHT, 1120, 980);
    Fx.run(() -> office.home().files().download(BACKUP).fetch(_ -> {}));
    var news = office.server.transfers.downloads.get(BACKUP.id());
    for (long megabytes : List.of(10L, 20L, 30L)) {
      Fx.run(() -> news.moved(megabytes * 1_000_000));
      Fx.run(office.fx::settle);
      assertThat(details(scene)).anyMatch(words -> words.startsWith(megabytes + " MB of"));
    }
    Fx.run(() -> news.done("/home/backup.zip"));
    Fx.run(office.fx::settle);
    assertThat(details(scene)).noneMatch(words -> words.contains(" of "));
    Fx.run(() -> scene.getWindow().hide());
  }

  private static List<String> details(Scene scene) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".file-line .label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
  }

  @Themes
  void picturesOnTheirWayHaveTheirPlaceAndBrokenOnesASign(Theme theme) {
    Attachment coming = picture("coming.jpg", 1600, 1000, 2_412_000);
    Attachment broken = picture("broken.jpg", 1200, 900, 812_000);
    tie(1, coming);
    tie(2, broken);
    office.server.transfers.thumbs.put(broken.id(), new byte[] {1, 2, 3});
    Scene scene = entered(theme, 1120, 980);
    Fx.await(() -> scene.getRoot().lookupAll(".picture-none").stream().anyMatch(Node::isVisible));
    Scenery.keepAsItIs(scene, "files-coming", theme);
  }

  @Themes
  void whatIsAttached(Theme theme) throws IOException {
    Path hills = Files.write(folder.resolve("hills.png"), Pictures.png(400, 300, 3));
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          ComposerModel composer = office.home().composer();
          composer.textProperty().set("Everything for the meeting on Friday");
          var transfers = office.server.transfers;
          transfers.disk.put(
              "hills", new LocalFile(hills.toString(), "hills.png", 960_000, "image/png", false));
          transfers.file("budget 2026.xlsx", 240_000, "application/vnd.ms-excel");
          transfers.file("walkthrough.mp4", 88_000_000, "video/mp4");
          transfers.file("minutes.txt", 4_200, "text/plain");
          composer.attachFiles(
              List.of(
                  "hills", "/home/budget 2026.xlsx", "/home/walkthrough.mp4", "/home/minutes.txt"));
          office.fx.settle();
          transfers.arrives("hills.png", 400, 300);
          transfers.arrives("budget 2026.xlsx", 0, 0);
          transfers.uploads.get("walkthrough.mp4").moved(31_000_000);
          transfers.uploads.get("minutes.txt").waits();
          office.fx.settle();
          composer.send();
          office.fx.settle();
        });
    Fx.await(() -> scene.getRoot().lookupAll(".thumbnail").size() == 1);
    keep(scene, "files-attached", theme);
  }

  @Themes
  void whatCannotBeUploaded(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          ComposerModel composer = office.home().composer();
          composer.textProperty().set("The minutes");
          var transfers = office.server.transfers;
          String minutes = transfers.file("minutes.txt", 4_200, "text/plain");
          String film = transfers.file("film.mp4", 400_000_000, "video/mp4");
          composer.attachFiles(List.of(minutes, film));
          office.fx.settle();
          transfers
              .uploads
              .get("minutes.txt")
              .failed(ErrorCode.OTHER, "The file is not there any more.");
          office.fx.settle();
        });
    keep(scene, "files-problem", theme);
  }

  @Themes
  void filesAreDraggedOverTheWindow(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(() -> Fx.find(scene, ".drop-overlay", Drops.class).show());
    keep(scene, "files-drop", theme);
  }

  @Themes
  void aPictureClosely(Theme theme) throws IOException {
    Path desk = Files.write(folder.resolve("desk.jpg"), Pictures.jpeg(1200, 900, 2));
    office.server.transfers.fetched.put(ONE.id(), desk.toString());
    Scene scene = entered(theme, 1120, 740);
    Fx.run(() -> press(scene.getRoot().lookup(".picture-tile"), KeyCode.ENTER));
    Fx.await(
        () -> {
          office.fx.settle();
          Fx.layOut(scene);
          return scene.getRoot().lookup("#viewer") instanceof ViewerView viewer && viewer.isWhole();
        });
    keep(scene, "files-viewer", theme);
  }

  @Themes
  void theFilesOfARoom(Theme theme) {
    Scene scene = entered(theme, 1280, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#files-toggle", ToggleButton.class).fire();
          office.fx.settle();
        });
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    keep(scene, "files-pane", theme);
  }

  @Themes
  void theOtherFilesOfARoom(Theme theme) {
    Scene scene = entered(theme, 1280, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#files-toggle", ToggleButton.class).fire();
          office.fx.settle();
          scene.getRoot().lookupAll(".files .tab-button").stream()
              .map(ToggleButton.class::cast)
              .reduce((_, last) -> last)
              .orElseThrow()
              .fire();
        });
    keep(scene, "files-pane-others", theme);
  }

  private Scene entered(Theme theme, double width, double height) {
    Scene scene = Scenery.entered(office, theme, width, height);
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Fx.settle(scene);
    return scene;
  }

  private void keep(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Scenery.keep(scene, name, theme);
  }

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private void tie(long seq, Attachment... files) {
    office.becomes(seq, m -> Spoken.tied(m, Ties.NONE.with(List.of(files))));
  }

  /** A message that is a file and nothing else. */
  private static Event.Message said(Event.Message m, Attachment file) {
    return new Event.Message(
        m.room(),
        m.seq(),
        m.from(),
        m.name(),
        m.at(),
        "",
        List.of(),
        null,
        Ties.NONE.with(List.of(file)),
        m.changes());
  }

  private static Attachment picture(String name, int width, int height, long size) {
    return new Attachment(new FileId("f-" + name), name, size, "image/jpeg", width, height, true);
  }

  private static Attachment file(String name, long size, String kind) {
    return new Attachment(new FileId("f-" + kind), name, size, "application/" + kind, 0, 0, false);
  }
}
