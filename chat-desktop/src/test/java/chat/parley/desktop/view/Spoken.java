package chat.parley.desktop.view;

import chat.parley.client.Outgoing;
import chat.parley.model.Changes;
import chat.parley.model.Nonce;
import chat.parley.model.Reaction;
import chat.parley.model.Room;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;

/** A morning in the office in which everything happened to messages that can. */
final class Spoken {
  static final long ROOT = 5;
  static final long REPLY = 3;

  private static final String LINES =
      """
      9:02 Bruno Silva: Morning all, the build server is back up.
      9:03 Bruno Silva: It was the disk again.
      9:05 Chen Wei: Thanks Bruno! Do we have a spare one?
      9:06 Bruno Silva: In the cupboard behind desk 4, top shelf
      9:11 Dara Novak: Label printer on floor 2 prints half the barcode. Ideas?
      9:14 Greta Lund: The paper width is wrong in the driver, it was the same in spring
      9:20 Ana Okafor: Fixed: wrong media size.
      9:21 Ana Okafor: Please print one label and tell me how it looks
      9:24 Dara Novak: Full barcode now, thank you!
      9:30 Elif Kaya: Reception closes at four today because of the fire drill
      9:31 Hassan Idris: Buy cheap watches
      """;

  private Spoken() {}

  static Office office() {
    Office office = new Office();
    fill(office);
    return office;
  }

  static void fill(Office office) {
    office.said(0, LINES);
    office.becomes(1, m -> with(m, edited(m.at() + 60_000)));
    office.becomes(2, m -> deleted(m));
    office.becomes(3, m -> tied(m, new Ties(1, 0, null, Ties.Call.NOBODY)));
    office.becomes(
        4,
        m ->
            with(
                m,
                reactions(
                    new Reaction("👍", List.of(id("Ana Okafor"), id("Chen Wei"))),
                    new Reaction("🎉", List.of(id("Dara Novak"))))));
    office.becomes(
        5,
        m ->
            with(
                m,
                new Changes(
                    9,
                    0,
                    false,
                    true,
                    List.of(),
                    new Changes.Replies(
                        3, 9, List.of(id("Dara Novak"), Office.ANA.id(), id("Greta Lund"))))));
    office.becomes(6, m -> tied(m, new Ties(0, 5, null, Ties.Call.NOBODY)));
    office.becomes(7, m -> tied(m, new Ties(0, 5, null, Ties.Call.NOBODY)));
    office.becomes(9, m -> tied(m, new Ties(0, 5, null, Ties.Call.NOBODY)));
    office.becomes(
        10,
        m ->
            tied(
                m,
                new Ties(
                    0,
                    0,
                    new Ties.Forward("Greta Lund", "facilities", m.at() - 600_000),
                    Ties.Call.NOBODY)));
  }

  /** What happens once everybody is in. */
  static void goesOn(Office office) {
    office.keeps("block/" + id("Hassan Idris"), "on");
    long at = office.at(0, "9:32");
    UserId ana = Office.ANA.id();
    office.happens(
        seq ->
            new Event.JoinedRoom(
                Office.GENERAL.id(), seq, id("Hassan Idris"), "Hassan Idris", at, "Chen Wei"));
    office.happens(
        seq ->
            new Event.RoomChanged(
                Office.GENERAL.id(),
                seq,
                ana,
                "Ana Okafor",
                at,
                new Room(
                    Office.GENERAL.id(),
                    "general",
                    Office.GENERAL.kind(),
                    "Everyone on floors 2 and 3")));
    office.happens(
        seq -> new Event.Pinned(Office.GENERAL.id(), seq, ana, "Ana Okafor", at, 5, true));
  }

  /** A message of Ana's that can still be taken back. */
  static Outgoing held(Office office, String body) {
    return new Outgoing(
        Office.GENERAL.id(),
        new Nonce("held"),
        body,
        office.fx.millis(),
        Outgoing.State.QUEUED,
        null,
        0,
        Command.Hook.NONE,
        office.fx.millis() + 5_000);
  }

  static Event.Message tied(Event.Message m, Ties ties) {
    return new Event.Message(
        m.room(),
        m.seq(),
        m.from(),
        m.name(),
        m.at(),
        m.body(),
        m.mentions(),
        m.nonce(),
        ties,
        m.changes());
  }

  static Event.Message with(Event.Message m, Changes changes) {
    return new Event.Message(
        m.room(),
        m.seq(),
        m.from(),
        m.name(),
        m.at(),
        m.body(),
        m.mentions(),
        m.nonce(),
        m.ties(),
        changes);
  }

  private static Event.Message deleted(Event.Message m) {
    return new Event.Message(
        m.room(),
        m.seq(),
        m.from(),
        m.name(),
        m.at(),
        "",
        List.of(),
        m.nonce(),
        m.ties(),
        new Changes(m.seq() + 1, 0, true, false, List.of(), Changes.Replies.NONE));
  }

  static Changes edited(long at) {
    return new Changes(9, at, false, false, List.of(), Changes.Replies.NONE);
  }

  static Changes reactions(Reaction... reactions) {
    return new Changes(9, 0, false, false, List.of(reactions), Changes.Replies.NONE);
  }

  static UserId id(String name) {
    return Office.user(name).id();
  }
}
