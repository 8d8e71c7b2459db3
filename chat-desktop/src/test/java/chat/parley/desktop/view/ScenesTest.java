package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.HEIGHT;
import static chat.parley.desktop.view.Scenery.WIDTH;
import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.scene;

import chat.parley.client.LinkState;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.viewmodel.LoginModel;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.desktop.viewmodel.settings.Density;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The app looks as it did when somebody last looked at it, in light and in dark. */
class ScenesTest {
  static final String YESTERDAY =
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

  static final String ASKED =
      """
      10:28 Chen Wei: Lunch at twelve?
      10:32 Dara Novak: @Ana Okafor are you joining the 14:00 walkthrough?
      10:33 Dara Novak: We have the small room, the big one is booked until three, so bring your own adapter.
      """;

  private static final String DAY_BEFORE =
      """
      9:10 Bruno Silva: Desk 4 gets its second screen today
      9:12 Elif Kaya: And the chair?
      9:12 Elif Kaya: It squeaks
      9:30 Bruno Silva: Chair too
      11:02 Chen Wei: Cables are in the blue box
      13:45 Hassan Idris: Who has the ladder?
      13:46 Dara Novak: It is in the corridor
      13:50 Hassan Idris: Got it
      16:20 Greta Lund: Screen and chair are there
      """;

  /** With what came before they are 40 messages. */
  private static final String LINK_AND_NOTES =
      """
      9:42 Greta Lund: It still names the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.
      9:43 Chen Wei: It is here: https://office-pc/files/floor-2-plan-october.pdf
      9:51 Dara Novak: Notes from today:\\n- cables behind desk 4 are labelled now\\n- desk 9 has no phone line\\n- the second switch is ordered\\n- label rolls are empty\\nAnything I forgot?
      """;

  private static final String MARKDOWN =
      """
      9:02 Bruno Silva: # Maintenance tonight\\nThe *main* switch goes down at **22:00** for about ~~two hours~~ **_forty minutes_**.\\nRun `./drain --all` before, and see https://office-pc/wiki/drain for why.\\n\\nWhat happens:\\n- desks 1 to 12 lose the network\\n- phones stay up\\n  - except the two in the *small* room\\n  - and the fax\\n- badge readers keep working
      9:04 Chen Wei: > The main switch goes down at **22:00**\\n> > Could it be later?\\n\\n@Ana Okafor @Bruno Silva can we make it 22:30? I am on the phone with the Lisbon office until 22:15.
      9:05 Bruno Silva: Sure. In this order then:\\n1. backup of the badge database\\n2. `drain`, then wait for **every** light\\n3. new firmware from [the vendor's page](https://example.com/firmware/4.2)\\n\\n---\\nWrite to it@example.com when something stays dark.
      9:06 Dara Novak: <b>Tags</b> &amp; paths stay as typed: \\\\office-pc\\tools, C:\\temp, 2 * 3 * 4, snake_case_name
      9:07 Elif Kaya: ```java\\n/** Waits for the last light. */\\nfor (Port port : ports) {\\n  port.drain(Duration.ofSeconds(30)); // twice the usual\\n  log.info("Port {} is quiet", port.name());\\n}\\n```\\n:-) done
      """;

  private static final String CODE =
      "The whole script:\n```python\n"
          + """
          #!/usr/bin/env python3
          \"\"\"Prints a label for every desk that has none.\"\"\"
          import json
          import sys


          def labels(desks, size=12):
              for desk in desks:
                  if desk.get("label") is None:
                      yield f"Desk {desk['number']:>3}", size


          def main():
              desks = json.load(sys.stdin)
              for text, size in labels(desks, 14):
                  print(text, size, sep="\\t")  # the printer wants tabs
              return 0


          if __name__ == "__main__":
              sys.exit(main())
          """
              .repeat(4)
          + "```";

  private static final String EMOJI =
      """
      9:02 Bruno Silva: 🎉
      9:03 Chen Wei: 👍🏽 👩‍💻 🏳️‍🌈
      9:04 Dara Novak: Lunch is 🍕 today, ☕ after that ❤️ and 1️⃣ box is left for 🇵🇹🇩🇪
      9:05 Elif Kaya: **Well done** 👏👏👏👏 _all_ of you 🧑🏿‍🤝‍🧑🏻, © and ™ and 10:30 stay text :-)
      9:06 Greta Lund: %s
      """
          .formatted("😀😃😄😁😆😅🤣😂🙂🙃".repeat(12));

  static final String TODAY =
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
    keep(scene, "login", theme);
  }

  @Themes
  void loginWithANewAccount(Theme theme) {
    Office office = new Office();
    Scene scene = scene(office, theme, WIDTH, HEIGHT);
    Fx.run(
        () -> {
          office.open();
          office.app.login().nameProperty().set("Ana Okafor");
          office.app.login().wayProperty().set(LoginModel.Way.NEW_ACCOUNT);
          office.app.login().passwordProperty().set("correct horse battery");
        });
    keep(scene, "login-new-account", theme);
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
    keep(scene, "login-problem", theme);
  }

  @Themes
  void aRoom(Theme theme) {
    Office office = new Office();
    office.said(2, DAY_BEFORE);
    office.said(1, YESTERDAY);
    office.said(0, TODAY);
    office.said(0, LINK_AND_NOTES);
    office.read = office.log.size();
    Scene scene = entered(office, theme);
    keep(scene, "room", theme);
  }

  @Themes
  void howMyMessagesGo(Theme theme) {
    Office office = office();
    office.read = office.log.size();
    office.said(0, ASKED);
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.writes("10:34", "On my way, give me two minutes.", State.SENDING, null);
          office.writes("10:34", "Here is the seating plan", State.FAILED, null);
          office.writes("10:34", "And the names", State.FAILED, "The room is closed for today.");
          office.writes("10:34", "I will print both.", State.QUEUED, null);
          office.typing("Chen Wei");
          office.readAll();
        });
    keep(scene, "states", theme);
  }

  @Themes
  void whatCanBeTakenBackHidesNothingNew(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.writes("10:34", "Here is the seating plan", State.FAILED, null);
          office.home().rooms().leave(office.home().rooms().items().getLast());
          office.fx.settle();
        });
    keep(scene, "toast-undo", theme);
  }

  @Themes
  void theKeyboardOnAMessage(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    for (KeyCode key : List.of(KeyCode.F6, KeyCode.F6, KeyCode.F6, KeyCode.UP, KeyCode.UP)) {
      Fx.run(() -> Fx.press(scene, key));
      Fx.settle(scene);
    }
    keep(scene, "keyboard", theme);
  }

  @Themes
  void nothingCouldBeLoaded(Theme theme) {
    Office office = new Office();
    office.unreadable = true;
    office.server.up = false;
    keep(entered(office, theme), "failed", theme);
  }

  @Themes
  void messagesAreOnTheirWay(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> office.home().rooms().selectedProperty().set(office.home().rooms().items().get(4)));
    Fx.await(() -> scene.getRoot().lookup(".skeleton") != null);
    keep(scene, "loading", theme);
  }

  @Themes
  void everythingMarkdownCan(Theme theme) {
    Office office = new Office();
    office.said(0, MARKDOWN);
    keep(entered(office, theme, WIDTH, 860), "markdown", theme);
  }

  @Themes
  void code(Theme theme) {
    Office office = new Office();
    office.said(0, "9:02 Bruno Silva: " + CODE.replace("\n", "\\n"));
    keep(entered(office, theme), "code", theme);
  }

  @Themes
  void emojiByThemselvesAndAmongWords(Theme theme) {
    Office office = new Office();
    office.said(0, EMOJI);
    keep(entered(office, theme), "emoji", theme);
  }

  @Themes
  void theServerIsAway(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.link(LinkState.WAITING);
          office.fx.pass(Duration.ofSeconds(6));
          office
              .home()
              .composer()
              .textProperty()
              .set("I will bring the adapter,\nand two spare cables.");
          office.home().rooms().leave(office.home().rooms().items().getLast());
          office.fx.settle();
        });
    keep(scene, "away", theme);
  }

  @Themes
  void anEmptyRoom(Theme theme) {
    keep(entered(new Office(), theme), "empty", theme);
  }

  @Themes
  void thePeople(Theme theme) {
    Scene scene = entered(office(), theme, 1280, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
    keep(scene, "people", theme);
  }

  @Themes
  void thePeopleOverTheMessagesWhereThereIsLittleRoom(Theme theme) {
    Scene scene = entered(office(), theme, 1000, HEIGHT);
    Fx.run(() -> Fx.find(scene, "#people-toggle", ToggleButton.class).fire());
    keep(scene, "people-over", theme);
  }

  @Themes
  void addingARoom(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
          office.home().directory().filterProperty().set("n");
        });
    keep(scene, "add-room", theme);
  }

  @Themes
  void aNarrowWindow(Theme theme) {
    keep(entered(office(), theme, 760, 520), "narrow", theme);
  }

  @Themes
  void tooMuchToSay(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme, 900, 620);
    Fx.run(
        () ->
            office
                .home()
                .composer()
                .textProperty()
                .set("One more line of a long story.\n".repeat(540)));
    keep(scene, "composer-over", theme);
  }

  @Themes
  void theEmojiPicker(Theme theme) {
    Office office = office();
    office.recentEmoji = List.of("tada", "+1", "joy", "coffee", "rocket");
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office.home().emoji().toneProperty().set(SkinTone.MEDIUM);
          Fx.find(scene, "#emoji", Button.class).fire();
        });
    keep(scene, "emoji-picker", theme);
  }

  @Themes
  void searchingAnEmoji(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          Fx.find(scene, "#emoji", Button.class).fire();
          ((TextInputControl) scene.getFocusOwner()).setText("celebr");
        });
    keep(scene, "emoji-search", theme);
  }

  @Themes
  void peopleAreOffered(Theme theme) {
    keep(completing("Thanks @", theme), "completion", theme);
  }

  @Themes
  void oneRoomIsOffered(Theme theme) {
    keep(completing("Please ask in #hel", theme), "completion-one", theme);
  }

  private static Scene completing(String text, Theme theme) {
    Scene scene = entered(office(), theme);
    Fx.await(() -> Fx.find(scene, "#composer", TextInputControl.class).isFocused());
    Fx.run(
        () -> {
          TextInputControl area = Fx.find(scene, "#composer", TextInputControl.class);
          area.setText(text);
          area.end();
        });
    return scene;
  }

  @Themes
  void allKeys(Theme theme) {
    Scene scene = entered(office(), theme);
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.SLASH));
    keep(scene, "keys", theme);
  }

  @Themes
  void textOfTwiceTheSize(Theme theme) {
    Office office = office();
    office.app.settings().textSizeProperty().set(200);
    keep(entered(office, theme), "text-200", theme);
  }

  @Themes
  void compact(Theme theme) {
    Office office = office();
    office.read = office.log.size();
    office.said(0, ASKED);
    office.app.settings().densityProperty().set(Density.COMPACT);
    keep(entered(office, theme), "compact", theme);
  }

  @Themes
  void cozy(Theme theme) {
    Office office = office();
    office.app.settings().densityProperty().set(Density.COZY);
    keep(entered(office, theme), "cozy", theme);
  }

  @Test
  void highContrast() {
    Office office = office();
    office.read = office.log.size();
    office.said(0, ASKED);
    keep(entered(office, Theme.CONTRAST), "room", Theme.CONTRAST);
  }

  @Themes
  void theRail(Theme theme) {
    keep(entered(office(), theme, 800, 640), "rail", theme);
  }

  @Themes
  void twoServers(Theme theme) {
    Office office = office();
    Scene scene = entered(office, theme);
    Fx.run(office::enterLab);
    keep(scene, "two-servers", theme);
  }

  static Office office() {
    Office office = new Office();
    office.joined(1, "13:58 Greta Lund");
    office.said(1, YESTERDAY);
    office.said(0, TODAY);
    return office;
  }
}
