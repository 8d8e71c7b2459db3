package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.Theme;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the scenes of the app into docs/screens, in light and in dark, for people to look at. */
class ScenesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("parley.root", "..")).resolve("docs/screens");

  private static final String YESTERDAY =
      """
      14:02 Greta Lund: Has anyone seen the projector remote? It is not in the small room.
      14:03 Bruno Silva: Top drawer, left of the window.
      14:05 Greta Lund: Found it, thank you
      14:06 Greta Lund: Batteries are flat though
      14:20 Hassan Idris: New badge printer arrives on Thursday. The driver is on \\\\office-pc\\tools.
      14:21 Hassan Idris: Please do not plug it in before I am back.
      15:10 Chen Wei: Draft of the floor plan: https://office-pc/files/floor-2-plan-october.pdf
      15:12 Dara Novak: Looks good. The fire door opens to the left, though.
      15:13 Chen Wei: Right, will fix
      15:40 Dara Novak: Notes from today:\\n- cables behind desk 4 are labelled now\\n- desk 9 has no phone line\\n- the second switch is ordered\\n- label rolls are empty\\nAnything I forgot?
      15:44 Bruno Silva: Spare label rolls are in reception.
      15:45 Bruno Silva: Ask Elif for the key
      16:30 Elif Kaya: Key is with me until five
      16:58 Elif Kaya: Key is back at the desk
      17:15 Greta Lund: See you all tomorrow
      """;

  private static final String ASKED =
      """
      10:28 Chen Wei: Lunch at twelve?
      10:32 Dara Novak: @Ana Okafor are you joining the 14:00 walkthrough?
      10:33 Dara Novak: We have the small room, the big one is booked until three, so bring your own adapter.
      """;

  /** It blinks, and two runs shall draw the same. */
  private static final String NO_CARET = "data:text/css,.text-input{-fx-display-caret:false;}";

  private static final double WIDTH = 1120;
  private static final double HEIGHT = 740;

  private static final String TODAY =
      """
      8:31 Hassan Idris: Working from the other building until ten
      8:40 Elif Kaya: Reception printer is out of paper again, bringing two packs
      8:52 Greta Lund: Is Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft really one word?
      8:53 Chen Wei: It is
      9:02 Bruno Silva: Morning all — the build server is back up.
      9:03 Bruno Silva: It was the UPS again, battery replaced.
      9:05 Chen Wei: Nice, thanks Bruno
      9:11 Dara Novak: Can someone check the label printer on floor 2? It prints half the barcode.
      9:14 Bruno Silva: The new switch is at 10.0.4.2, ping is under 1 ms now. The old one stays in the rack until Friday, please do not unplug it, the badge readers still hang off port 12.
      9:20 Ana Okafor: Label printer was on the wrong media size. Fixed, try again please.
      9:22 Dara Novak: Full barcode now
      9:22 Dara Novak: Thank you!
      9:40 Chen Wei: Floor plan is updated
      """;

  @Themes
  void login(Theme theme) {
    Office office = new Office();
    Scene scene = scene(office, theme, WIDTH, HEIGHT);
    Fx.run(() -> office.open());
    save(scene, "login", theme);
  }

  @Themes
  void loginWithAProblem(Theme theme) {
    Office office = new Office();
    Scene scene = scene(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          office.open();
          office.app.login().nameProperty().set("Ana <3");
          office.app.login().addressProperty().set("http//nowhere");
        });
    Fx.run(
        () -> {
          office.app.login().nameProperty().set("Ana Okafor");
          office.app.login().submit();
        });
    save(scene, "login-problem", theme);
  }

  @Themes
  void aRoom(Theme theme) {
    Scene scene = entered(office(), theme, WIDTH, HEIGHT);
    save(scene, "room", theme);
  }

  @Themes
  void howMyMessagesGo(Theme theme) {
    Office office = office();
    office.read = office.log.size();
    office.said(0, ASKED);
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          office.writes("10:34", "On my way, give me two minutes.", State.SENDING, null);
          office.writes("10:34", "Here is the seating plan", State.FAILED, null);
          office.writes("10:34", "And the names", State.FAILED, "The room is closed for today.");
          office.writes("10:34", "I will print both.", State.QUEUED, null);
          office.typing("Chen Wei");
          office.readAll();
        });
    save(scene, "states", theme);
  }

  @Themes
  void newMessagesWhileReadingOlderOnes(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".virtual-list", VirtualList.class).scrollBy(-300));
    Fx.settle(scene);
    Fx.run(
        () -> {
          office.leaves();
          ASKED.lines().forEach(office::says);
        });
    save(scene, "jump", theme);
  }

  @Themes
  void theKeyboardOnAMessage(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.settle(scene);
    for (KeyCode key : List.of(KeyCode.F6, KeyCode.F6, KeyCode.F6, KeyCode.UP, KeyCode.UP)) {
      Fx.run(() -> Fx.press(scene, key));
      Fx.settle(scene);
    }
    save(scene, "keyboard", theme);
  }

  @Themes
  void nothingCouldBeLoaded(Theme theme) {
    Office office = new Office();
    office.unreadable = true;
    office.server.up = false;
    save(entered(office, theme, WIDTH, HEIGHT), "failed", theme);
  }

  @Themes
  void messagesAreOnTheirWay(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(() -> office.app.rooms().selectedProperty().set(office.app.rooms().items().get(4)));
    Fx.await(() -> scene.getRoot().lookup(".skeleton") != null);
    save(scene, "loading", theme);
  }

  @Themes
  void theServerIsAway(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          office.link(LinkState.WAITING);
          office.fx.pass(Duration.ofSeconds(6));
          office
              .app
              .composer()
              .textProperty()
              .set("I will bring the adapter,\nand two spare cables.");
          office.app.rooms().leave(office.app.rooms().items().getLast());
          office.fx.settle();
        });
    save(scene, "away", theme);
  }

  @Themes
  void anEmptyRoom(Theme theme) {
    save(entered(new Office(), theme, WIDTH, HEIGHT), "empty", theme);
  }

  @Themes
  void thePeople(Theme theme) {
    Scene scene = entered(office(), theme, 1280, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
    save(scene, "people", theme);
  }

  @Themes
  void addingARoom(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
          office.app.directory().filterProperty().set("n");
        });
    save(scene, "add-room", theme);
  }

  @Themes
  void aNarrowWindow(Theme theme) {
    save(entered(office(), theme, 760, 520), "narrow", theme);
  }

  @Themes
  void tooMuchToSay(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, 900, 620);
    Fx.run(
        () ->
            office
                .app
                .composer()
                .textProperty()
                .set("One more line of a long story.\n".repeat(540)));
    save(scene, "composer-over", theme);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK"})
  @interface Themes {}

  private static Office office() {
    Office office = new Office();
    office.joined(1, "13:58 Greta Lund");
    office.said(1, YESTERDAY);
    office.said(0, TODAY);
    return office;
  }

  private static Scene scene(Office office, Theme theme, double width, double height) {
    return Fx.call(
        () -> {
          office.app.themeProperty().set(theme);
          Scene scene = AppView.scene(office.app, office.clock(), width, height);
          scene.getStylesheets().add(NO_CARET);
          Stage stage = new Stage(StageStyle.UNDECORATED);
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
          return scene;
        });
  }

  private static Scene entered(Office office, Theme theme, double width, double height) {
    Scene scene = scene(office, theme, width, height);
    Fx.run(office::enter);
    return scene;
  }

  private static void save(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Fx.run(
        () -> {
          if (scene.getFocusOwner() instanceof TextInputControl field) {
            field.end(); // What is selected depends on when the window came to the front.
          }
        });
    Picture picture = Picture.of(scene);
    picture.save(FOLDER.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
    Fx.run(() -> scene.getWindow().hide());
    assertThat(picture.colours()).as("colours in the picture").isGreaterThan(20);
  }
}
