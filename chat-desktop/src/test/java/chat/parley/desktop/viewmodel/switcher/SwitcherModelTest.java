package chat.parley.desktop.viewmodel.switcher;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.Visit;
import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitcherModelTest {
  private final Visit visit =
      new Visit(
          state("lobby", 0, 0, 0),
          Visit.direct(0, "Ann Bell"),
          Visit.direct(0, "Ann Bell", "Ben Roth"));
  private final SwitcherModel switcher =
      new SwitcherModel(visit.app, List::of, PersonOpener.DIRECT);

  {
    visit.server.everybody.add(new Member(Visit.user("Ann Bell"), Presence.ONLINE));
    visit.server.everybody.add(new Member(Visit.user("Ben Roth"), Presence.AWAY));
    visit.link(LinkState.LIVE);
  }

  @Test
  void somebodyWithWhomIHaveAConversationIsOfferedOnce() {
    switcher.queryProperty().set("ann");
    assertThat(switcher.choices()).extracting(Choice::title).containsOnlyOnce("Ann Bell");
    assertThat(switcher.choices().getFirst()).isInstanceOf(Choice.ToRoom.class);
  }

  @Test
  void aConversationOfSeveralStandsForNoneOfThem() {
    switcher.queryProperty().set("ben");
    assertThat(switcher.choices())
        .anyMatch(choice -> choice instanceof Choice.ToPerson to && to.title().equals("Ben Roth"));
  }

  @Test
  void aRoomThatIAmNotInIsOfferedAndJoinedWhenItIsChosen() {
    var workshop = new Room(new RoomId("r-workshop"), "workshop", RoomKind.PUBLIC, "Tools");
    visit.server.directory.add(new RoomListing(state("lobby", 0, 0, 0).room(), 3, true));
    visit.server.directory.add(new RoomListing(workshop, 5, false));
    visit.server.joins = () -> new Event.Joined(1, new RoomState(workshop, 4, 4, 0, 0));
    open();
    switcher.queryProperty().set("wrk");
    Choice offered = switcher.choices().getFirst();
    assertThat(offered).isInstanceOf(Choice.ToListed.class);

    switcher.choose(offered);
    visit.fx.settle();
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("workshop");
    switcher.queryProperty().set("#");
    assertThat(switcher.choices())
        .as("what I am in is a room of mine")
        .noneMatch(Choice.ToListed.class::isInstance)
        .extracting(Choice::title)
        .contains("lobby", "workshop");
  }

  @Test
  void neitherArchivedNorPrivateRoomsAreOfferedToWhoIsNotInThem() {
    var past = new RoomId("r-past");
    visit.server.directory.add(
        new RoomListing(
            new Room(past, "past", RoomKind.PUBLIC, "", "", Posting.EVERYBODY, true), 5, false));
    visit.server.directory.add(
        new RoomListing(
            new Room(new RoomId("r-secret"), "secret", RoomKind.PRIVATE, ""), 5, false));
    open();
    switcher.queryProperty().set("#");
    assertThat(switcher.choices()).extracting(Choice::title).doesNotContain("past", "secret");
  }

  @Test
  void whatTheServerListsLaterIsOfferedForTheLettersThatStandThere() {
    visit.server.directory.add(
        new RoomListing(
            new Room(new RoomId("r-workshop"), "workshop", RoomKind.PUBLIC, ""), 5, false));
    switcher.open();
    switcher.queryProperty().set("wrk");
    assertThat(switcher.choices()).isEmpty();
    visit.fx.settle();
    assertThat(switcher.choices()).extracting(Choice::title).containsExactly("workshop");
  }

  @Test
  void whoIsNotKnownYetOnALargeServerIsAskedForByName() {
    for (int i = 0; i < 600; i++) {
      visit.server.everybody.addFirst(new Member(Visit.user("Person " + i), Presence.OFFLINE));
    }
    visit.server.everybody.add(new Member(Visit.user("Zoe Quist"), Presence.ONLINE));
    visit.link(LinkState.WAITING);
    visit.link(LinkState.LIVE);
    switcher.queryProperty().set("@zoe");
    assertThat(switcher.choices()).isEmpty();
    visit.fx.pass(Duration.ofSeconds(1));
    assertThat(switcher.choices()).extracting(Choice::title).containsExactly("Zoe Quist");
  }

  @Test
  void aServerOfWhichEverybodyIsKnownIsNotAsked() {
    visit.server.asked.clear();
    switcher.queryProperty().set("zoe");
    visit.fx.pass(Duration.ofSeconds(1));
    assertThat(visit.server.asked).noneMatch(asked -> asked.startsWith("people"));
  }

  private void open() {
    switcher.open();
    visit.fx.settle();
  }

  @Test
  void whoAsksForPeopleGetsAllOfThem() {
    switcher.queryProperty().set("@");
    assertThat(switcher.choices())
        .extracting(Choice::title)
        .containsExactlyInAnyOrder("Ann Bell", "Ben Roth");
  }
}
