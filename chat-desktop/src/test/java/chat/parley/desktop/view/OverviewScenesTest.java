package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.overview.Overview.Page;
import chat.parley.model.Room;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages over all rooms, in light and in dark. */
class OverviewScenesTest {
  private static final String GENERAL =
      """
      9:02 Bruno Silva: Morning all — the build server is back up.
      9:20 Ana Okafor: Label printer was on the wrong media size. Fixed, try again please.
      9:22 Dara Novak: Full barcode now
      9:40 Chen Wei: Floor plan is updated, see https://plan.office/floor-2
      9:41 Chen Wei: The kitchen moves **next to** the stairs 🎉
      """;

  private static final String HELPDESK =
      """
      8:50 Elif Kaya: The scanner on floor 1 says `E-052` again.
      9:12 Greta Lund: @Ana Okafor do we have a spare one?
      9:13 Greta Lund: Reception needs it before noon.
      9:31 Hassan Idris: > before noon\\n\\nI can bring ours over, it is free today.
      """;

  private static final String DESIGN =
      """
      10:02 Dara Novak: New signs for the meeting rooms are in the shared folder.
      10:05 Bruno Silva: They look good, the numbers could be larger.
      """;

  private final Office office = office();

  @Themes
  void allThatIsUnread(Theme theme) {
    Scene scene = entered(theme, Page.UNREAD);
    save(scene, "all-unread", theme);
  }

  @Themes
  void allIsRead(Theme theme) {
    Scene scene = entered(theme, Page.UNREAD);
    Fx.run(
        () -> {
          Fx.find(scene, "#mark-all-read", Button.class).fire();
          List.copyOf(office.home().rooms().items()).forEach(room -> office.allRead(room.state()));
        });
    save(scene, "all-read", theme);
  }

  @Themes
  void whereIAmMentioned(Theme theme) {
    Scene scene = entered(theme, Page.MENTIONS);
    save(scene, "mentions", theme);
  }

  private static Office office() {
    Office office = new Office();
    office.said(0, GENERAL);
    office.read = 2;
    office.kept.put("room/r-random", "{\"muted\":true}");
    fill(office, "helpdesk", 30, 40, HELPDESK);
    fill(office, "design", 4, 9, DESIGN);
    List<Event.Message> mentioned = office.server.mentioned;
    mentioned.add(message(office, "general", 3, "9:22 Dara Novak: @Ana Okafor full barcode now"));
    mentioned.add(
        message(office, "helpdesk", 33, "9:12 Greta Lund: @Ana Okafor do we have a spare one?"));
    mentioned.add(
        message(office, "lobby", 1, "8:30 Bruno Silva: @room The lift is out of order until ten."));
    mentioned.add(
        message(office, "design", 2, "8:05 Chen Wei: Could @Ana Okafor look at the *new* signs?"));
    return office;
  }

  /** The last messages of a room up to its head; what is between is taken by nobody. */
  private static void fill(Office office, String room, int read, int head, String lines) {
    List<Event.RoomEvent> log = new ArrayList<>();
    List<String> said = lines.strip().lines().map(String::strip).toList();
    for (int seq = 1; seq <= head; seq++) {
      int line = seq - read - 1;
      log.add(
          line >= 0 && line < said.size()
              ? message(office, room, seq, said.get(line))
              : new Event.Unrecognized(Office.room(room, "").id(), seq, office.at(0, "8:00"), "x"));
    }
    office.server.logs.put(Office.room(room, "").id(), log);
  }

  private static Event.Message message(Office office, String name, long seq, String line) {
    Room room = Office.room(name, "");
    String[] timeAndRest = line.split(" ", 2);
    String[] nameAndBody = timeAndRest[1].split(": ", 2);
    String body = nameAndBody[1].replace("\\n", "\n");
    boolean mine = body.contains("@Ana Okafor") || body.contains("@room");
    List<UserId> mentions = mine ? List.of(Office.ANA.id()) : List.of();
    UserId from = Office.user(nameAndBody[0]).id();
    long at = office.at(0, timeAndRest[0]);
    return new Event.Message(room.id(), seq, from, nameAndBody[0], at, body, mentions, null);
  }

  private Scene entered(Theme theme, Page page) {
    return Fx.call(
        () -> {
          office.app.settings().themeProperty().set(theme);
          Scene scene = AppView.scene(office.app, office.clock(), 1120, 740);
          Stage stage = new Stage(StageStyle.UNDECORATED);
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
          office.enter();
          unread("helpdesk", 30, 4, 1);
          unread("design", 4, 2, 0);
          unread("lobby", 1, 0, 0);
          office.home().overview().show(page);
          return scene;
        });
  }

  private void unread(String room, long read, long unread, long mentions) {
    office.listener.onRoom(
        new RoomState(Office.room(room, ""), read + unread, read, unread, mentions));
  }

  private void save(Scene scene, String name, Theme theme) {
    Fx.run(office.fx::settle);
    Scenery.keep(scene, name, theme);
  }

  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK"})
  @interface Themes {}
}
