package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.HEIGHT;
import static chat.parley.desktop.view.Scenery.WIDTH;
import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;

import chat.parley.client.Outgoing.State;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.RoomState;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** All that a line of the sidebar can say looks as it did when somebody last looked at it. */
class SidebarScenesTest {
  private static final String LONG = "a room whose name is forty characters or";

  private final Office office = new Office();

  @Themes
  void whatARoomAndAPersonCanBe(Theme theme) {
    person("Bruno Silva", Presence.ONLINE, 0);
    person("Chen Wei", Presence.BUSY, 0);
    person("Dara Novak", Presence.AWAY, 1);
    person("Elif Kaya", Presence.AWAY, 0);
    person("Greta Lund", Presence.OFFLINE, 0);
    person("Hassan Idris", Presence.OFFLINE, 12);
    person("Maximiliane von Hohenfels-Rosenberg", Presence.ONLINE, 0);
    office.more.add(new RoomState(Office.room(LONG, ""), 30, 10, 20, 120));
    office.more.add(new RoomState(Office.room("projects", ""), 30, 10, 20, 12));
    office.kept.put("room/r-random", "{\"muted\":true}");
    office.kept.put("room/r-helpdesk", "{\"muted\":true}");
    office.kept.put("draft/r-lobby", "{\"text\":\"hello\"}");
    office.server.members.clear(); // Who they are is said once.
    Scene scene = entered(office, theme, WIDTH, 860);
    Fx.run(
        () -> {
          office.home().rooms().openByName("facilities", false);
          office.writes("10:34", "Here is the seating plan", State.FAILED, null);
          office.fx.settle();
        });
    keep(scene, "sidebar-states", theme);
  }

  private void person(String name, Presence presence, long unread) {
    office.server.everybody.add(new Member(Office.user(name), presence));
    office.more.add(Office.direct(unread, name));
  }

  @Themes
  void whoTalkedToNobodyYetIsOneStepFromEverybody(Theme theme) {
    for (String name : new String[] {"Bruno Silva", "Chen Wei", "Dara Novak", "Elif Kaya"}) {
      office.server.everybody.add(new Member(Office.user(name), Presence.ONLINE));
    }
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.settle(scene);
    Fx.run(
        () -> {
          ListView<?> rooms = Fx.find(scene, ".room-list", ListView.class);
          rooms.requestFocus();
          rooms.getSelectionModel().selectLast();
          Fx.press(scene, KeyCode.ENTER);
          office.fx.settle();
        });
    Fx.settle(scene);
    Fx.run(() -> office.fx.pass(Duration.ofMillis(200)));
    keep(scene, "no-directs", theme);
  }
}
