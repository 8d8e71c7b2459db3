package chat.parley.desktop.viewmodel.completion;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfAbsentee;
import chat.parley.desktop.viewmodel.completion.Suggestion.OfEmoji;
import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom and what somebody may mean who has begun to write it. */
class CompletionModelTest {
  private static final User BEN = Visit.user("Ben Roth");
  private static final User BELLA = Visit.user("Bella Ruiz");

  private final RoomState kitchen = Visit.room("kitchen", Rank.MEMBER, Posting.EVERYBODY, false);
  private final Visit visit = new Visit(kitchen);

  @Test
  void thePeopleOfTheRoomComeFirstAndAfterThemThoseWhoAreNotInIt() {
    here(BEN);
    onServer(BEN, BELLA);
    look("Ask @be");
    assertThat(offered()).containsExactly("@Ben Roth", "@Bella Ruiz");
    assertThat(suggestions().get(1)).isInstanceOf(OfAbsentee.class);
  }

  @Test
  void whoIsNotInTheRoomIsNotOfferedBeforeALetterIsTyped() {
    here(BEN);
    onServer(BEN, BELLA);
    look("Ask @");
    assertThat(offered()).containsExactly("@Ben Roth", "@here", "@room");
  }

  @Test
  void aWordThatCallsSeveralIsOfferedBeforeStrangersOfThatName() {
    User herbert = Visit.user("Herbert");
    here(BEN);
    onServer(BEN, herbert);
    look("@he");
    assertThat(offered()).containsExactly("@here", "@Herbert");
  }

  @Test
  void neverAreMoreThanEightOffered() {
    List<User> many = IntStream.range(0, 12).mapToObj(i -> Visit.user("Ann " + i)).toList();
    here(many.getFirst(), many.get(1));
    onServer(many.toArray(User[]::new));
    look("@ann");
    assertThat(offered()).hasSize(8).startsWith("@Ann 0", "@Ann 1");
  }

  @Test
  void inGermanAGermanWordBehindAColonFindsTheEmojiAndAnEnglishOneGoesOnToDoSo() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMAN);
      look("Gut :daum");
      assertThat(suggestions().getFirst()).isEqualTo(new OfEmoji("👍", "+1", "Daumen hoch"));
      look("Gut :thumbsu");
      assertThat(suggestions().getFirst()).isEqualTo(new OfEmoji("👍", "thumbsup", "Daumen hoch"));
    } finally {
      Locale.setDefault(before);
    }
    look("Good :thumbsu");
    assertThat(suggestions().getFirst()).isEqualTo(new OfEmoji("👍", "thumbsup", ""));
  }

  @Test
  void whoHasComeInSinceCountsAsOneOfTheRoom() {
    here(BEN);
    onServer(BEN, BELLA);
    look("@bell");
    here(BEN, BELLA);
    look("@bella");
    assertThat(suggestions().getFirst()).isInstanceOf(Suggestion.OfPerson.class);
  }

  private void here(User... people) {
    visit.server.members.put(kitchen.room().id(), members(people));
    visit.home().rooms().selectedProperty().set(null);
    visit.home().rooms().selectedProperty().set(visit.item("kitchen"));
    visit.fx.settle();
  }

  @Test
  void myRoomsComeFirstAndThenThePublicOnesOfTheDirectoryWhichIsAskedForOnce() {
    list("Kitty corner", RoomKind.PUBLIC, false);
    list("kitsch", RoomKind.PUBLIC, true);
    list("kitchen garden", RoomKind.PRIVATE, false);
    assertThat(visit.server.directoryAsked).isZero();
    look("See #kit");
    assertThat(offered()).as("nobody waits for the server").containsExactly("#kitchen");
    visit.fx.settle();
    assertThat(offered()).containsExactly("#kitchen", "#Kitty corner");
    look("See #kitt");
    visit.fx.settle();
    assertThat(offered()).containsExactly("#Kitty corner");
    look("And #ki");
    visit.fx.settle();
    assertThat(visit.server.directoryAsked).isOne();
  }

  @Test
  void aDirectoryThatCouldNotBeHadIsAskedForAgainLater() {
    visit.server.up = false;
    look("See #kit");
    visit.fx.settle();
    assertThat(offered()).containsExactly("#kitchen");
    visit.server.up = true;
    list("kittens", RoomKind.PUBLIC, false);
    look("See #kitt");
    visit.fx.settle();
    look("See #kitte");
    visit.fx.settle();
    assertThat(offered()).containsExactly("#kittens");
  }

  private void list(String name, RoomKind kind, boolean archived) {
    var id = new RoomId("r-" + name.replace(' ', '-'));
    var room = new Room(id, name, kind, "", "", Posting.EVERYBODY, archived);
    visit.server.directory.add(new RoomListing(room, 3, false));
  }

  private void onServer(User... people) {
    visit.server.everybody.addAll(members(people));
    visit.link(LinkState.LIVE);
  }

  private static List<Member> members(User... people) {
    return List.of(people).stream().map(user -> new Member(user, Presence.ONLINE)).toList();
  }

  private void look(String text) {
    model().look(text, text.length());
  }

  private List<Suggestion> suggestions() {
    return model().suggestions();
  }

  private List<String> offered() {
    return suggestions().stream().map(Suggestion::text).toList();
  }

  private CompletionModel model() {
    return visit.home().shown().completion();
  }
}
