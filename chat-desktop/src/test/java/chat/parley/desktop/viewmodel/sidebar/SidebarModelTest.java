package chat.parley.desktop.viewmodel.sidebar;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.KeepModel.Level;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Hint;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.RoomRow;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.RoomState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidebarModelTest {
  @Test
  void roomsStandBeforeConversationsAndTheLobbyFirst() {
    var visit =
        new Visit(state("beta", 0, 0, 0), state("lobby", 0, 0, 0), Visit.direct(0, "Ben Roth"));
    assertThat(rows(visit))
        .containsExactly("Rooms:", "lobby", "beta", "Direct messages:", "Ben Roth");
  }

  @Test
  void conversationsOfManyAreCalledByThreeFirstNamesAndANumber() {
    var visit =
        new Visit(
            Visit.direct(0, "Ben Roth", "Cy Dole"),
            Visit.direct(0, "Ann A", "Ben B", "Cy C", "Di D", "Ed E"));
    assertThat(rows(visit)).contains("Ben, Cy", "Ann, Ben, Cy +2");
  }

  @Test
  void aFavouriteStandsAboveAllAndOtherDevicesAreTold() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0));
    visit.home().sidebar().favourite(visit.item("alpha"), true);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Favourites:", "alpha", "Rooms:", "lobby");
    assertThat(visit.server.asked).anyMatch(said -> said.startsWith("keep room/r-alpha {\"fav"));
  }

  @Test
  void whatAnotherDeviceMovedIsMovedHere() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0));
    visit.keeps("sections", "[{\"id\":\"s1\",\"name\":\"Later\",\"collapsed\":false}]");
    visit.keeps("room/r-alpha", "{\"section\":\"s1\"}");
    assertThat(rows(visit)).startsWith("Later:", "alpha", "Rooms:", "lobby");
    visit.keeps("room/r-alpha", null);
    assertThat(rows(visit)).startsWith("Later:", "(Drag rooms here)", "Rooms:", "lobby", "alpha");
  }

  @Test
  void sectionsAreMadeRenamedShiftedAndDeleted() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0));
    var sidebar = visit.home().sidebar();
    assertThat(sidebar.addSection(" ", null)).isNotEmpty();
    assertThat(sidebar.addSection("One", visit.item("alpha"))).isEmpty();
    assertThat(sidebar.addSection("Two", null)).isEmpty();
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("One:", "alpha", "Two:", "(Drag rooms here)", "Rooms:");
    String one = heading(visit, "One").id();
    assertThat(sidebar.canShift(one, -1)).isFalse();
    sidebar.shift(one, 1);
    sidebar.rename(one, "First");
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Two:", "(Drag rooms here)", "First:", "alpha");
    sidebar.place(one, heading(visit, "Two").id());
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("First:", "alpha", "Two:");
    sidebar.place(one, Heading.ROOMS);
    visit.fx.settle();
    assertThat(rows(visit)).as("only mine change places").startsWith("First:", "alpha", "Two:");
    sidebar.delete(one);
    visit.fx.settle();
    assertThat(rows(visit)).containsSequence("Rooms:", "lobby", "alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b\u2060", "\u3164", "\u00a0\ufe0f"})
  void aSectionWhoseNameNobodyWouldSeeIsNotMade(String name) {
    var visit = new Visit(state("lobby", 0, 0, 0));
    var sidebar = visit.home().sidebar();
    assertThat(sidebar.addSection(name, null)).isEqualTo("Please enter a name for the section.");
    assertThat(sidebar.addSection("👩\u200d🚀", null)).isEmpty();
    visit.fx.settle();
    String made = heading(visit, "👩\u200d🚀").id();
    assertThat(sidebar.rename(made, name)).isEqualTo("Please enter a name for the section.");
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("👩\u200d🚀:", "(Drag rooms here)", "Rooms:");
  }

  @Test
  void aClosedHeadingShowsOnlyWhatCallsAndWhatIsOpen() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("quiet", 9, 9, 0), state("busy", 9, 4, 5));
    visit.home().sidebar().toggle(heading(visit, "Rooms"));
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "lobby", "busy", "Direct messages:");
    assertThat(visit.server.asked).contains("keep folded [\"rooms\"]");
    visit.home().sidebar().toggle(heading(visit, "Rooms"));
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "lobby", "busy", "quiet");
  }

  @Test
  void aMutedRoomCallsOnlyWhenItNamesMe() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("noise", 9, 4, 5));
    assertThat(visit.item("noise").calls()).isTrue();
    visit.keeps("room/r-noise", "{\"muted\":true}");
    assertThat(visit.item("noise").calls()).isFalse();
    RoomState noise = state("noise", 10, 4, 6);
    visit.tells(noise.count(10, 4, 6, 1));
    assertThat(visit.item("noise").calls()).isTrue();
    assertThat(visit.item("noise").count()).isEqualTo(1);
  }

  @Test
  void everyMessageOfAConversationCounts() {
    var visit = new Visit(state("lobby", 0, 0, 0), Visit.direct(3, "Ben Roth"));
    assertThat(visit.item("Ben Roth").count()).isEqualTo(3);
  }

  @Test
  void levelsAreUsualUntilIChooseOne() {
    var visit = new Visit(state("lobby", 0, 0, 0), Visit.direct(0, "Ben Roth"));
    assertThat(visit.item("lobby").levelProperty().get()).isEqualTo(Level.MENTIONS);
    assertThat(visit.item("Ben Roth").levelProperty().get()).isEqualTo(Level.ALL);
    visit.keeps("room/r-lobby", "{\"level\":\"none\"}");
    assertThat(visit.item("lobby").levelProperty().get()).isEqualTo(Level.NONE);
  }

  @Test
  void aHiddenConversationComesBackWithANewMessage() {
    var visit = new Visit(state("lobby", 0, 0, 0), Visit.direct(0, "Ben Roth"));
    visit.home().rooms().selectedProperty().set(visit.item("Ben Roth"));
    visit.home().rooms().hide(visit.item("Ben Roth"));
    visit.fx.settle();
    assertThat(rows(visit)).doesNotContain("Ben Roth");
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("lobby");
    visit.tells(Visit.direct(1, "Ben Roth"));
    assertThat(rows(visit)).contains("Ben Roth");
    visit.tells(Visit.direct(0, "Ben Roth"));
    assertThat(rows(visit)).as("after it was read").contains("Ben Roth");
  }

  @Test
  void anArchivedRoomIsThereOnlyWhileItIsOpen() {
    var visit =
        new Visit(state("lobby", 0, 0, 0), Visit.room("old", Rank.MEMBER, Posting.EVERYBODY, true));
    assertThat(rows(visit)).doesNotContain("old");
    visit.home().rooms().selectedProperty().set(visit.item("old"));
    assertThat(rows(visit)).contains("old");
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    assertThat(rows(visit)).doesNotContain("old");
  }

  @Test
  void whoHasNoConversationIsInvitedToStartOne() {
    assertThat(rows(new Visit(state("lobby", 0, 0, 0))))
        .endsWith("Direct messages:", "(Everyone on your network is one click away)");
  }

  @Test
  void oneGoesFromRoomToRoomAsTheyStand() {
    var visit =
        new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0), Visit.direct(0, "Ben Roth"));
    visit.home().sidebar().favourite(visit.item("alpha"), true);
    visit.fx.settle();
    visit.home().rooms().selectedProperty().set(visit.item("alpha"));
    visit.home().rooms().selectNext(false);
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("lobby");
    visit.home().rooms().selectNext(false);
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("Ben Roth");
  }

  @Test
  void stepByStepOnePassesOverWhatIsFoldedAwayUnlessItCalls() {
    var visit =
        new Visit(
            state("lobby", 0, 0, 0),
            state("busy", 9, 4, 5),
            state("quiet", 9, 9, 0),
            Visit.direct(0, "Ben Roth"));
    visit.home().sidebar().toggle(heading(visit, "Rooms"));
    var rooms = visit.home().rooms();
    rooms.selectNext(false);
    assertThat(rooms.selectedProperty().get().name()).isEqualTo("busy");
    rooms.selectNext(false);
    assertThat(rooms.selectedProperty().get().name()).isEqualTo("Ben Roth");
    rooms.selectPrevious(false);
    assertThat(rooms.selectedProperty().get().name()).isEqualTo("busy");
    assertThat(rooms.selectPlace(2)).as("a third room in sight").isFalse();
  }

  @Test
  void roomsStandWhereIPutThemAndNewOnesFollowByName() {
    var visit =
        new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0), state("gamma", 0, 0, 0));
    visit.home().sidebar().place(visit.item("gamma"), visit.item("lobby"), false);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "gamma", "lobby", "alpha");
    assertThat(visit.server.asked)
        .contains("keep order/rooms [\"r-gamma\",\"r-lobby\",\"r-alpha\"]");
    visit.home().sidebar().place(visit.item("gamma"), visit.item("alpha"), true);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "lobby", "alpha", "gamma");
    visit.keeps("order/rooms", "[\"r-gamma\",\"r-gone\",null]");
    assertThat(rows(visit)).startsWith("Rooms:", "gamma", "lobby", "alpha");
  }

  @Test
  void oneStepsARoomUpAndDownAndSortsByNameAgain() {
    var visit = new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0));
    var sidebar = visit.home().sidebar();
    assertThat(sidebar.canStep(visit.item("lobby"), -1)).isFalse();
    assertThat(sidebar.isOrdered(heading(visit, "Rooms"))).isFalse();
    sidebar.step(visit.item("lobby"), 1);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "alpha", "lobby");
    assertThat(sidebar.canStep(visit.item("lobby"), 1)).isFalse();
    sidebar.step(visit.item("lobby"), -1);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "lobby", "alpha");
    sidebar.step(visit.item("alpha"), -1);
    sidebar.orderByName(heading(visit, "Rooms"));
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Rooms:", "lobby", "alpha");
    assertThat(visit.server.asked).contains("keep order/rooms null");
  }

  @Test
  void aRoomPutBesideOneOfAnotherHeadingGoesThereButNoConversationAmongRooms() {
    var visit =
        new Visit(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0), Visit.direct(0, "Ben Roth"));
    var sidebar = visit.home().sidebar();
    sidebar.addSection("Later", visit.item("alpha"));
    sidebar.place(visit.item("lobby"), visit.item("alpha"), false);
    sidebar.place(visit.item("Ben Roth"), visit.item("alpha"), true);
    visit.fx.settle();
    assertThat(rows(visit)).startsWith("Later:", "lobby", "alpha", "Ben Roth", "Rooms:");
    sidebar.delete(heading(visit, "Later").id());
    visit.fx.settle();
    sidebar.place(visit.item("Ben Roth"), visit.item("alpha"), false);
    visit.fx.settle();
    assertThat(rows(visit))
        .containsExactly("Rooms:", "lobby", "alpha", "Direct messages:", "Ben Roth");
  }

  private static List<String> rows(Visit visit) {
    return visit.home().sidebar().rows().stream()
        .map(
            row ->
                switch (row) {
                  case Heading heading -> heading.name() + ":";
                  case RoomRow room -> room.room().name();
                  case Hint hint -> "(" + hint.words() + ")";
                })
        .toList();
  }

  private static Heading heading(Visit visit, String name) {
    return visit.home().sidebar().rows().stream()
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .filter(heading -> heading.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
