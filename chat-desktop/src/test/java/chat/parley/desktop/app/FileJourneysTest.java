package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Pictures;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.files.FileChoice;
import chat.parley.desktop.view.files.PictureView;
import chat.parley.desktop.view.files.ViewerView;
import chat.parley.desktop.viewmodel.files.Step;
import chat.parley.desktop.viewmodel.files.UploadModel;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Attachment;
import chat.parley.server.ServerProcess;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one person shares, another sees, opens and keeps: two apps and a real server, and a room for
 * each story.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileJourneysTest {
  private static final int MEGA = 1 << 20;

  private Path folder;

  private ServerProcess server;
  private Cable cable;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path given) throws Exception {
    folder = given;
    server =
        ServerProcess.startSecure(
            folder.resolve("server"), "--name", "Floor 2 office", "--max-file", "9M");
    cable = new Cable(server.port());
    ann = Desk.open(folder.resolve("ann"));
    ann.logIn("Ann Bell", "127.0.0.1:" + cable.port());
    ben = Desk.open(folder.resolve("ben"));
    ben.logIn("Ben Roth", "127.0.0.1:" + server.port());
  }

  @AfterAll
  void close() throws IOException {
    ann.close();
    ben.close();
    cable.close();
    server.close();
  }

  @Test
  void aPictureIsAttachedByKeySeenByAnotherOpenedCloselyAndSaved() throws IOException {
    meetIn("sky");
    byte[] bytes = Pictures.png(900, 600, 1);
    choose(ann, file("evening.png", bytes));
    ann.inFront();
    ann.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
    Fx.await(() -> uploads(ann).size() == 1);
    ann.say("Look at that sky");

    ben.awaitText("Look at that sky");
    Fx.await(() -> picture(ben) != null && picture(ben).isSettled());
    Attachment shown = Fx.call(() -> message(ben, "Look at that sky").extras().files().getFirst());
    assertThat(shown.width()).isEqualTo(900);
    assertThat(Fx.call(() -> picture(ben).getWidth())).isEqualTo(420);
    assertThat(Fx.call(() -> picture(ben).getHeight())).isEqualTo(280);

    ben.click(".picture");
    Fx.await(() -> viewer(ben) != null && viewer(ben).isWhole());
    Path saved = folder.resolve("saved.png");
    saveTo(ben, saved);
    ben.push(KeyCode.SHORTCUT, KeyCode.S);
    Fx.await(() -> Files.exists(saved));
    assertThat(saved).hasBinaryContent(bytes);
    ben.push(KeyCode.SHORTCUT, KeyCode.C);
    Fx.await(() -> Clipboard.getSystemClipboard().hasImage());
    ben.push(KeyCode.ESCAPE);
    Fx.await(() -> viewer(ben) == null);
  }

  @Test
  void aDoubleClickOnAPictureOpensItOnce() throws IOException {
    meetIn("twice");
    choose(ann, file("evening.png", Pictures.png(90, 60, 1)));
    ann.inFront();
    ann.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.U);
    Fx.await(() -> uploads(ann).size() == 1);
    ann.say("Twice");
    ben.awaitText("Twice");
    Fx.await(() -> picture(ben) != null && picture(ben).isSettled());

    var opened = new LinkedHashSet<ViewerView>();
    var clicks = new AtomicInteger();
    PictureView picture = Fx.call(() -> picture(ben));
    Runnable eachFrame =
        () -> {
          if (clicks.getAndIncrement() < 2) {
            picture.executeAccessibleAction(AccessibleAction.FIRE);
          }
          Optional.ofNullable(viewer(ben)).ifPresent(opened::add);
        };
    Fx.run(() -> ben.scene().addPreLayoutPulseListener(eachFrame));
    Fx.await(() -> viewer(ben) != null && viewer(ben).isWhole() && clicks.get() > 10);
    Fx.run(() -> ben.scene().removePreLayoutPulseListener(eachFrame));
    assertThat(opened).hasSize(1);

    ben.push(KeyCode.ESCAPE);
    Fx.await(() -> viewer(ben) == null);
    ben.click(".picture");
    Fx.await(() -> viewer(ben) != null && viewer(ben).isWhole());
    ben.push(KeyCode.ESCAPE);
    Fx.await(() -> viewer(ben) == null);
  }

  @Test
  void whatIsDroppedOnTheWindowIsSharedAndAPictureThatIsNoneIsAFile() throws IOException {
    meetIn("drops");
    List<File> files =
        List.of(
            file("one.png", Pictures.png(60, 40, 1)),
            file("two.jpg", Pictures.jpeg(80, 50, 2)),
            file("three.png", "This is no picture.".getBytes()));
    ann.inFront();
    drag(DragEvent.DRAG_OVER, files);
    ann.awaitText("Drop to share in #drops");
    drag(DragEvent.DRAG_DROPPED, files);
    ann.awaitGone("Drop to share in #drops");
    Fx.await(() -> uploads(ann).size() == 3);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> newest(ben) != null && newest(ben).extras().files().size() == 3);
    assertThat(Fx.call(() -> newest(ben).extras().files()))
        .extracting(Attachment::isPicture)
        .containsExactly(true, true, false);
    ben.awaitText("three.png");
    assertThat(Fx.call(() -> ben.scene().getRoot().lookupAll(".picture").size())).isEqualTo(2);

    ben.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    Fx.await(() -> ben.scene().getRoot().lookupAll(".files-list .picture").size() == 2);
    ben.click(".files .tab-button", "Other files");
    Fx.await(() -> ben.scene().getRoot().lookupAll(".files-list .file-card").size() == 1);
    ben.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.L);
    Fx.await(() -> ben.scene().getRoot().lookup("#files") == null);
  }

  @Test
  void aPictureFromTheClipboardIsSharedAndNothingOfItStaysBehind() throws IOException {
    meetIn("clipboard");
    ann.inFront();
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(new Image(new ByteArrayInputStream(Pictures.png(70, 50, 3))));
          Clipboard.getSystemClipboard().setContent(content);
        });
    ann.click("#composer");
    ann.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> isWhole(ann));
    ann.push(KeyCode.ENTER);
    Fx.await(() -> newest(ben) != null && !newest(ben).extras().files().isEmpty());
    Attachment shared = Fx.call(() -> newest(ben).extras().files().getFirst());
    assertThat(shared.type()).isEqualTo("image/png");
    assertThat(List.of(shared.width(), shared.height())).containsExactly(70, 50);
    Path own = folder.resolve("ann").resolve("outgoing");
    Fx.await(() -> isEmpty(own));
  }

  @Test
  void aBrokenLineInTheMiddlePausesAndGoesOnByItselfUpAndDown() throws IOException {
    meetIn("cable");
    byte[] bytes = noise(8 * MEGA);
    cable.lets(3 * MEGA);
    attach(ann, file("noise.bin", bytes));
    ann.click("#composer");
    ann.type("Eight megabytes");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> uploads(ann).getFirst().sentProperty().get() > MEGA);
    ann.awaitText("Goes out when all files are there.");
    cable.pull();
    Fx.await(() -> uploads(ann).getFirst().stepProperty().get() == Step.WAITING);
    cable.plugIn();
    ben.awaitText("Eight megabytes");

    Fx.await(() -> newest(ann) != null && !newest(ann).extras().files().isEmpty());
    Attachment shared = Fx.call(() -> newest(ann).extras().files().getFirst());
    Fx.await(() -> ann.server().link().liveProperty().get());
    Path saved = folder.resolve("noise-again.bin");
    cable.lets(3 * MEGA);
    Fx.run(() -> ann.server().files().download(shared).saveTo(saved.toString()));
    Fx.await(() -> ann.server().files().download(shared).gotProperty().get() > MEGA);
    cable.pull();
    Fx.await(() -> ann.server().files().download(shared).stepProperty().get() == Step.WAITING);
    assertThat(saved).doesNotExist();
    cable.plugIn();
    Fx.await(() -> Files.exists(saved));
    assertThat(saved).hasBinaryContent(bytes);
  }

  @Test
  void anUploadIsGivenUpAndOneThatIsTooLargeNeverBegins() throws IOException {
    meetIn("film");
    cable.lets(3 * MEGA);
    attach(ann, file("noise.bin", noise(8 * MEGA)));
    Fx.await(() -> uploads(ann).getFirst().sentProperty().get() > MEGA);
    Fx.run(
        () -> {
          Node out = ann.scene().getRoot().lookup(".attached-chip .remove-file");
          ((Button) out).fire();
        });
    Fx.await(() -> uploads(ann).isEmpty());
    cable.plugIn();

    ann.click("#composer");
    ann.type("The film of the party");
    attach(ann, file("film.mp4", noise(10 * MEGA)));
    ann.awaitText("This server takes files of at most 9.4 MB");
    assertThat(Fx.call(() -> uploads(ann))).isEmpty();
    ann.push(KeyCode.ENTER);
    ben.awaitText("The film of the party");
    assertThat(Fx.call(() -> newest(ben).extras().files())).isEmpty();
  }

  @Test
  void whatWasBeingUploadedWhenTheAppWasClosedGoesOnWhenItIsOpenAgain() throws IOException {
    meetIn("closed");
    byte[] bytes = noise(8 * MEGA);
    cable.lets(3 * MEGA);
    attach(ann, file("noise.bin", bytes));
    Fx.await(() -> uploads(ann).getFirst().sentProperty().get() > MEGA);
    ann.close();
    cable.plugIn();
    ann = Desk.open(folder.resolve("ann"));
    ann.awaitText("noise.bin");
    Fx.await(() -> isWhole(ann));
    ann.push(KeyCode.ENTER);
    Fx.await(() -> newest(ben) != null && !newest(ben).extras().files().isEmpty());
    Attachment shared = Fx.call(() -> newest(ben).extras().files().getFirst());
    assertThat(shared.size()).isEqualTo(bytes.length);
    Path saved = folder.resolve("saved.bin");
    Fx.run(() -> ben.server().files().download(shared).saveTo(saved.toString()));
    Fx.await(() -> Files.exists(saved));
    assertThat(saved).hasBinaryContent(bytes);
  }

  @Test
  void aPastedPictureThatTheServerHasForgottenIsSentAllTheSame() throws Exception {
    meetIn("pasted");
    Fx.run(() -> ann.server().composer().attachPicture(2, 1, new int[] {0xFF112233, 0xFF445566}));
    Fx.await(() -> isWhole(ann));
    ann.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("server/parley.db"));
        var sql = db.createStatement()) {
      assertThat(sql.executeUpdate("DELETE FROM files WHERE seq IS NULL")).isEqualTo(1);
    }
    ann = Desk.open(folder.resolve("ann"));
    Fx.await(() -> isWhole(ann));
    ann.push(KeyCode.ENTER);
    Fx.await(() -> newest(ben) != null && !newest(ben).extras().files().isEmpty());
    assertThat(Fx.call(() -> newest(ben).extras().files().getFirst().width())).isEqualTo(2);
  }

  @Test
  void aFileWhoseMessageIsDeletedLiesOnNoReadersDisk() throws IOException {
    meetIn("regrets");
    attach(ann, file("regret.png", Pictures.png(900, 600, 4)));
    Fx.await(() -> isWhole(ann));
    Fx.run(() -> ann.server().composer().send());
    Fx.await(() -> newest(ben) != null && !newest(ben).extras().files().isEmpty());
    Attachment shared = Fx.call(() -> newest(ben).extras().files().getFirst());
    Fx.run(() -> ben.server().files().download(shared).fetch(_ -> {}));
    Path kept = folder.resolve("ben");
    Fx.await(() -> named(kept, "-regret.png"));
    Fx.run(() -> ann.server().messages().delete(newest(ann)));
    ben.awaitText("Message deleted");
    Fx.await(() -> !named(kept, "regret.png"));
  }

  private static boolean named(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(path -> path.toString().endsWith(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void meetIn(String room) {
    ben.openRoom(room);
    ann.openRoom(room);
  }

  private void drag(EventType<DragEvent> kind, List<File> files) {
    Fx.run(
        () -> {
          Dragboard board = DragboardHelper.createDragboard(fromOutside());
          ClipboardContent content = new ClipboardContent();
          content.putFiles(files);
          board.setContent(content);
          Node at = ann.scene().getRoot().lookup("#composer");
          Event.fireEvent(
              at,
              new DragEvent(
                  kind, board, 10, 10, 10, 10, TransferMode.COPY, new Object(), at, null));
        });
  }

  /** What another program drags: it may be copied. */
  private static TKClipboard fromOutside() {
    TKClipboard within = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, args) ->
                method.getName().equals("getTransferModes")
                    ? EnumSet.of(TransferMode.COPY)
                    : method.invoke(within, args));
  }

  private File file(String name, byte[] bytes) throws IOException {
    Path shared = Files.createDirectories(folder.resolve("shared")).resolve(name);
    Files.write(shared, bytes);
    return shared.toFile();
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static void attach(Desk desk, File file) {
    Fx.run(() -> desk.server().composer().attachFiles(List.of(file.getPath())));
    desk.inFront();
    Fx.await(
        () ->
            !uploads(desk).isEmpty()
                || !desk.server()
                    .composer()
                    .bundleProperty()
                    .get()
                    .problemProperty()
                    .get()
                    .isEmpty());
  }

  private static void choose(Desk desk, File file) {
    Fx.run(() -> FileChoice.put(desk.scene(), new Chosen(List.of(file), null)));
  }

  private static void saveTo(Desk desk, Path place) {
    Fx.run(() -> FileChoice.put(desk.scene(), new Chosen(List.of(), place.toFile())));
  }

  private record Chosen(List<File> files, File place) implements FileChoice {
    @Override
    public List<File> open(Window over) {
      return files;
    }

    @Override
    public File save(Window over, String name) {
      return place;
    }
  }

  private static List<UploadModel> uploads(Desk desk) {
    return desk.server().composer().bundleProperty().get().items();
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> left = Files.walk(folder)) {
      return left.noneMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(Desk desk) {
    return desk.server() != null
        && desk.server().composer().bundleProperty().get() != null
        && !uploads(desk).isEmpty()
        && desk.server().composer().bundleProperty().get().isWhole();
  }

  private static PictureView picture(Desk desk) {
    return (PictureView) desk.scene().getRoot().lookup(".picture");
  }

  private static ViewerView viewer(Desk desk) {
    return (ViewerView) desk.scene().getRoot().lookup("#viewer");
  }

  private static MessageItem message(Desk desk, String text) {
    return Trio.message(desk, text);
  }

  /** The newest message; null while there is none. */
  private static MessageItem newest(Desk desk) {
    return Trio.items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.seq() > 0)
        .reduce((_, later) -> later)
        .orElse(null);
  }
}
