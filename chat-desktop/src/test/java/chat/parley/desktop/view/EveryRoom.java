package chat.parley.desktop.view;

import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import java.time.Duration;
import java.util.List;

/** An office with rooms and conversations of every kind, in sections. */
final class EveryRoom {
  private static final String GENERAL =
      """
      9:02 Bruno Silva: Morning all — the build server is back up.
      9:03 Bruno Silva: It was the UPS again, battery replaced.
      9:05 Chen Wei: Nice, thanks Bruno
      9:11 Dara Novak: Can someone check the label printer on floor 2? It prints half the barcode.
      9:20 Ana Okafor: Label printer was on the wrong media size. Fixed, try again please.
      9:22 Dara Novak: Full barcode now
      9:40 Chen Wei: Floor plan is updated
      """;

  private static final String LEADS =
      """
      8:45 Bruno Silva: I take the server room and the new switch this week.
      8:47 Ana Okafor: Labels and printers are mine then.
      8:52 Dara Novak: The move of desks 4 to 9 starts on **Thursday at 7:00**. Two of us should be there early.
      9:01 Ana Okafor: I will be
      9:30 Chen Wei: Same here. I bring the floor plan and coffee ☕
      """;

  private static final String ANNOUNCEMENTS =
      """
      8:00 Greta Lund: # Fire drill on Thursday\\nAt **11:00** the alarm sounds on all floors. Please\\n- leave everything where it is\\n- take the stairs, not the lift\\n- meet at the bicycle stand
      8:05 Greta Lund: Reception closes at four on that day. Badges for the evening are at the side door.
      9:00 Greta Lund: The canteen is open again from tomorrow 🍕
      """;

  private static final String PARTY =
      """
      12:10 Greta Lund: Who brings a grill?
      12:12 Hassan Idris: I have one, and charcoal
      12:30 Chen Wei: Salad and bread from me
      18:40 Bruno Silva: Great evening, thank you all!
      """;

  private static final String BRUNO =
      """
      8:50 Bruno Silva: Do you still have the key of the server room?
      8:51 Ana Okafor: Yes, in the top drawer of my desk. Just take it.
      8:58 Bruno Silva: Got it, thanks 👍
      """;

  private static final String CHEN =
      """
      9:41 Ana Okafor: Is desk 12 still free next week?
      9:44 Chen Wei: It is. I put your name on it.
      9:45 Chen Wei: The phone there has no line yet, though
      9:45 Chen Wei: I can ask Hassan when he is back
      """;

  private static final RoomId LEADS_ID = id("leads");
  private static final RoomId ANNOUNCEMENTS_ID = id("announcements");
  private static final RoomId PARTY_ID = id("summer party");
  private static final RoomId BRUNO_ID = id("Bruno Silva");
  private static final RoomId CHEN_ID = id("Chen Wei");

  private EveryRoom() {}

  static Office office() {
    Office office = new Office();
    said(office);
    Status workshop =
        new Status("☕", "In a workshop", office.fx.millis() + Duration.ofHours(3).toMillis());
    office.server.everybody.addAll(everybody(workshop));
    rooms(office);
    conversations(office);
    members(office, workshop);
    kept(office);
    office.server.directory.add(
        new RoomListing(
            room("summer party", RoomKind.PUBLIC, "Grill and games", "", true), 21, true));
    office.server.directory.add(
        new RoomListing(room("leads", RoomKind.PRIVATE, "Who does what", "", false), 6, true));
    return office;
  }

  private static void said(Office office) {
    office.said(0, GENERAL);
    office.saidIn(LEADS_ID, 0, LEADS);
    office.saidIn(ANNOUNCEMENTS_ID, 0, ANNOUNCEMENTS);
    office.saidIn(PARTY_ID, 1, PARTY);
    office.saidIn(BRUNO_ID, 0, BRUNO);
    office.saidIn(CHEN_ID, 0, CHEN);
  }

  private static List<Member> everybody(Status workshop) {
    return List.of(
        member("Ana Okafor", Presence.ONLINE, null),
        member("Bruno Silva", Presence.ONLINE, null),
        member("Chen Wei", Presence.BUSY, workshop),
        member("Dara Novak", Presence.AWAY, null),
        new Member(
            Office.guest("Elif Kaya"),
            Presence.ONLINE,
            Rank.MEMBER,
            new Status("", "Reception until five", 0),
            0,
            0),
        member("Greta Lund", Presence.OFFLINE, null),
        member("Hassan Idris", Presence.OFFLINE, new Status("✈️", "On holiday", 0)));
  }

  private static void rooms(Office office) {
    Room leads =
        room(
            "leads",
            RoomKind.PRIVATE,
            "Who does what this week",
            "The people who lead a floor. What is said here stays here until it is decided.\n"
                + "Minutes go to announcements.",
            false);
    Room announcements =
        room(
            "announcements",
            RoomKind.PUBLIC,
            "What everybody has to know",
            "House rules, fire drills, days on which the office is closed.",
            false);
    Room party = room("summer party", RoomKind.PUBLIC, "Grill and games", "", true);
    Room longName =
        room("a room whose name is forty characters or", RoomKind.PUBLIC, "", "", false);
    office.more.add(read(office, leads, Rank.OWNER));
    office.more.add(read(office, announcements, Rank.MEMBER));
    office.more.add(read(office, party, Rank.MEMBER));
    office.more.add(new RoomState(longName, 30, 10, 20, 120));
  }

  private static RoomState read(Office office, Room room, Rank rank) {
    long head = office.server.logs.get(room.id()).size();
    return new RoomState(room, head, head, 0, 0, rank, List.of());
  }

  private static void conversations(Office office) {
    office.more.add(Office.direct(3, 0, "Bruno Silva"));
    office.more.add(Office.direct(4, 3, "Chen Wei"));
    office.more.add(Office.direct(20, 0, "Greta Lund"));
    office.more.add(Office.direct(20, 1, "Chen Wei", "Dara Novak"));
    office.more.add(
        Office.direct(20, 0, "Bruno Silva", "Chen Wei", "Dara Novak", "Elif Kaya", "Greta Lund"));
  }

  private static void members(Office office, Status workshop) {
    List<Member> everybody = List.copyOf(office.server.everybody);
    Member ana = member("Ana Okafor", Presence.ONLINE, null);
    Member bruno = member("Bruno Silva", Presence.ONLINE, null);
    Member chen = member("Chen Wei", Presence.BUSY, workshop);
    Member greta = ranked("Greta Lund", Presence.OFFLINE, Rank.OWNER);
    office.server.members.put(Office.GENERAL.id(), everybody);
    office.server.members.put(
        LEADS_ID,
        List.of(
            ranked("Ana Okafor", Presence.ONLINE, Rank.OWNER),
            ranked("Bruno Silva", Presence.ONLINE, Rank.MODERATOR),
            chen,
            member("Dara Novak", Presence.AWAY, null),
            new Member(Office.guest("Elif Kaya"), Presence.ONLINE),
            member("Greta Lund", Presence.OFFLINE, null)));
    office.server.members.put(ANNOUNCEMENTS_ID, List.of(greta, ana, bruno, chen));
    office.server.members.put(PARTY_ID, List.of(greta, ana, bruno, chen));
    office.server.members.put(BRUNO_ID, List.of(ana, bruno));
    office.server.members.put(CHEN_ID, List.of(ana, chen));
  }

  private static void kept(Office office) {
    office.kept.put("room/r-helpdesk", "{\"favourite\":true}");
    office.kept.put("room/r-general", "{\"favourite\":true}");
    office.kept.put("room/r-random", "{\"muted\":true}");
    office.kept.put("room/r-facilities", "{\"section\":\"s1\"}");
    office.kept.put("room/r-design", "{\"section\":\"s1\"}");
    office.kept.put("draft/r-lobby", "{\"text\":\"hello\"}");
    office.kept.put(
        "sections",
        "[{\"id\":\"s1\",\"name\":\"Move to floor 3\"},"
            + "{\"id\":\"s2\",\"name\":\"Later\",\"collapsed\":true}]");
  }

  private static Room room(String name, RoomKind kind, String topic, String about, boolean over) {
    boolean quiet = name.equals("announcements");
    return new Room(
        id(name), name, kind, topic, about, quiet ? Posting.MODERATORS : Posting.EVERYBODY, over);
  }

  private static RoomId id(String name) {
    return new RoomId("r-" + name.replace(' ', '-'));
  }

  private static Member member(String name, Presence presence, Status status) {
    return new Member(Office.user(name), presence, Rank.MEMBER, status, 0, 0);
  }

  private static Member ranked(String name, Presence presence, Rank rank) {
    return new Member(Office.user(name), presence, rank, null, 0, 0);
  }
}
