package chat.parley.desktop.viewmodel.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomDetailsModelTest {
  private static final RoomState MINE = Visit.room("mine", Rank.OWNER, Posting.EVERYBODY, false);
  private static final RoomState NEWS = Visit.room("news", Rank.MEMBER, Posting.MODERATORS, false);

  private final Visit visit =
      new Visit(
          MINE,
          NEWS,
          Visit.room("old", Rank.OWNER, Posting.EVERYBODY, true),
          Visit.direct(0, "Ben Roth"));
  private final RoomDetailsModel details = visit.home().shown().details();

  @Test
  void onlyTheNameThatIsFineIsAskedFor() {
    show("mine");
    details.rename("#bad");
    assertThat(details.problemProperty().get()).isNotEmpty();
    details.rename("  better ");
    assertThat(visit.server.asked).anyMatch(said -> said.contains("name=better"));
    assertThat(details.problemProperty().get()).isEmpty();
  }

  @Test
  void theRoomIsAsItIsAfterSomebodyChangedIt() {
    show("mine");
    RoomState changed = Visit.room("mine", Rank.OWNER, Posting.MODERATORS, false);
    visit.tells(changed);
    assertThat(details.nowProperty().get().posting()).isEqualTo(Posting.MODERATORS);
    visit.tells(Visit.room("mine", Rank.OWNER, Posting.MODERATORS, true));
    assertThat(details.closedBecauseProperty().get()).isEqualTo("This room is archived");
  }

  @Test
  void aRefusalIsOneSentenceAndTheScreenShowsWhatIs() {
    show("mine");
    visit.server.up = false;
    details.topic("New topic");
    visit.fx.settle();
    assertThat(details.problemProperty().get()).contains("no connection");
    assertThat(details.nowProperty().get().topic()).isEmpty();
    show("news");
    assertThat(details.problemProperty().get()).as("in another room").isEmpty();
  }

  @Test
  void whyICannotWriteIsSaid() {
    show("mine");
    assertThat(details.closedBecauseProperty().get()).isEmpty();
    show("news");
    assertThat(details.closedBecauseProperty().get()).isEqualTo("Only moderators can post here");
    show("old");
    assertThat(details.closedBecauseProperty().get()).isEqualTo("This room is archived");
    show("Ben Roth");
    assertThat(details.closedBecauseProperty().get()).isEmpty();
    visit.home().company().block(Visit.user("Ben Roth").id(), true);
    assertThat(details.closedBecauseProperty().get()).isEqualTo("You have blocked Ben Roth");
  }

  @Test
  void whoBecomesAModeratorMayWriteAtOnce() {
    show("news");
    visit.tells(Visit.room("news", Rank.MODERATOR, Posting.MODERATORS, false));
    assertThat(details.closedBecauseProperty().get()).isEmpty();
  }

  @Test
  void membersAreFoundByPartOfTheirName() {
    members();
    show("mine");
    details.filterProperty().set("ro");
    assertThat(details.members()).extracting(Person::name).containsExactly("Ben Roth");
  }

  @Test
  void membersAreRemovedAndGivenRanks() {
    members();
    show("mine");
    Person ben = details.members().getFirst();
    assertThat(details.rightsProperty().get().remove(ben)).isTrue();
    details.remove(ben);
    details.rank(ben, Rank.MODERATOR);
    assertThat(visit.server.asked)
        .contains("remove r-mine u-Ben-Roth", "rank r-mine u-Ben-Roth MODERATOR");
  }

  @Test
  void whoIsInIsNotOfferedForAnInvitation() {
    members();
    visit.server.everybody.add(new Member(Visit.user("Ben Roth"), Presence.ONLINE));
    visit.server.everybody.add(new Member(Visit.user("Cy Dole"), Presence.ONLINE));
    show("mine");
    details.chooseInvited();
    visit.fx.settle();
    assertThat(details.invited().found()).extracting(Person::name).containsExactly("Cy Dole");
    details.invited().pick(details.invited().found().getFirst());
    boolean[] done = {false};
    details.invitePicked(() -> done[0] = true);
    visit.fx.settle();
    assertThat(visit.server.asked).contains("invite r-mine [u-Cy-Dole]");
    assertThat(done[0]).isTrue();
  }

  @Test
  void aRoomIsMadeWithItsPeople() {
    visit.server.everybody.add(new Member(Visit.user("Cy Dole"), Presence.ONLINE));
    visit.server.joins =
        () -> new Event.Joined(1, Visit.room("budget", Rank.OWNER, Posting.EVERYBODY, false));
    NewRoomModel form = visit.home().newRoom();
    form.start("");
    visit.fx.settle();
    assertThat(form.canCreateProperty().get()).isFalse();
    form.nameProperty().set("#no");
    assertThat(form.nameProblemProperty().get()).isNotEmpty();
    form.nameProperty().set("budget");
    form.topicProperty().set("Numbers");
    form.closedProperty().set(true);
    form.invited().pick(form.invited().found().getFirst());
    form.create(() -> {});
    visit.fx.settle();
    assertThat(visit.server.asked).contains("create budget PRIVATE Numbers [u-Cy-Dole]");
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("budget");
  }

  private void members() {
    visit.server.members.put(
        new RoomId("r-mine"),
        List.of(
            new Member(Visit.user("Ben Roth"), Presence.ONLINE),
            new Member(Say.ME, Presence.ONLINE, Rank.OWNER, null, 0, 0)));
  }

  private void show(String room) {
    visit.home().rooms().selectedProperty().set(visit.item(room));
    visit.fx.settle();
  }
}
