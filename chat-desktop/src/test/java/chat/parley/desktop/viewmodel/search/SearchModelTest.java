package chat.parley.desktop.viewmodel.search;

import static chat.parley.desktop.testing.Say.MORNING;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.RefusedException;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.search.SearchModel.Scope;
import chat.parley.desktop.viewmodel.search.SearchState.Kind;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchModelTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Visit visit =
      new Visit(state("lobby", 4, 4, 0), state("kitchen", 2, 2, 0), state("empty", 0, 0, 0));
  private final SearchModel search = visit.home().shown().search();

  SearchModelTest() {
    said("lobby", 1, "Ann", 0, "The barcode is 4711-A");
    said("lobby", 2, "Ben", 1, "Which barcode?");
    said("lobby", 3, "Ann", DAY, "Another day, another Bärcode");
    said("lobby", 4, "Ann", DAY + 1, "Nothing of that kind");
    said("kitchen", 1, "Ben", 2, "Milk has a barcode too");
    said("kitchen", 2, "Ann", 3, "Tea");
    person("Ann");
    person("Ben");
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.fx.settle();
    search.open(true);
    visit.fx.settle();
    visit.server.asked.clear();
  }

  @Test
  void anOpenedHitIsPointedOutUntilTheSearchIsClosed() {
    open("barcode", 2);
    Pointed pointed = search.pointedProperty().get();
    assertThat(pointed.isIn(new RoomId("r-lobby"))).isTrue();
    assertThat(pointed.wordsAt(1)).isEqualTo(SearchWords.of("barcode"));
    assertThat(pointed.wordsAt(2)).isEqualTo(Pointed.NO_WORDS);
    search.open(false);
    assertThat(search.pointedProperty().get()).isEqualTo(Pointed.NOTHING);
  }

  @Test
  void anotherRoomEndsWhatIsPointedOutButNotTheRoomToWhichTheHitLeads() {
    search.scopeProperty().set(Scope.EVERYWHERE);
    open("milk", 0);
    assertThat(visit.home().rooms().selectedProperty().get()).isEqualTo(visit.item("kitchen"));
    assertThat(search.pointedProperty().get().isIn(new RoomId("r-kitchen"))).isTrue();
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.fx.settle();
    assertThat(search.pointedProperty().get()).isEqualTo(Pointed.NOTHING);
  }

  @Test
  void aMessageThatHasNoPlaceYetIsNeverPointedOut() {
    assertThat(Pointed.NOTHING.isAt(0)).isFalse();
  }

  private void open(String words, int hit) {
    search.textProperty().set(words);
    visit.fx.pass(Duration.ofMillis(200));
    search.show(search.hits().get(hit));
    visit.fx.settle();
  }

  @Test
  void theServerIsAskedOnceWhenNothingWasTypedForAWhile() {
    search.textProperty().set("bar");
    visit.fx.pass(Duration.ofMillis(150));
    search.textProperty().set("barcode");
    visit.fx.pass(Duration.ofMillis(150));
    assertThat(asked()).isEmpty();
    visit.fx.pass(Duration.ofMillis(50));
    assertThat(asked()).hasSize(1);
    assertThat(found()).containsExactly("lobby 3", "lobby 2", "lobby 1");
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.FOUND);
    assertThat(search.stateProperty().get().more()).isFalse();
  }

  @Test
  void everywhereMeansAllRoomsAndEachHitSaysItsRoom() {
    search.scopeProperty().set(Scope.EVERYWHERE);
    type("barcode");
    assertThat(found()).containsExactly("lobby 3", "kitchen 1", "lobby 2", "lobby 1");
    assertThat(search.hits()).allMatch(SearchHit::roomNamed);
    search.scopeProperty().set(Scope.ROOM);
    visit.fx.settle();
    assertThat(found()).containsExactly("lobby 3", "lobby 2", "lobby 1");
    assertThat(search.hits()).noneMatch(SearchHit::roomNamed);
  }

  @Test
  void filtersNarrow() {
    type("barcode from:ann");
    assertThat(found()).containsExactly("lobby 3", "lobby 1");
    type("barcode in:#kitchen");
    assertThat(found()).containsExactly("kitchen 1");
    String day = Instant.ofEpochMilli(MORNING + DAY).toString().substring(0, 10);
    type("barcode before:" + day);
    assertThat(found()).containsExactly("lobby 2", "lobby 1");
    type("on:" + day);
    assertThat(found()).containsExactly("lobby 4", "lobby 3");
    type("after:" + day);
    assertThat(found()).isEmpty();
    type("has:file");
    assertThat(found()).isEmpty();
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void aFilterThatCannotBeMeantSaysSoInOneSentenceAndNothingIsAsked() {
    for (String typed :
        List.of("from:zoe", "in:#nowhere", "on:2026-02-30", "has:nothing", "on:today on:today")) {
      visit.server.asked.clear();
      type(typed);
      assertThat(search.stateProperty().get().kind()).as(typed).isEqualTo(Kind.UNCLEAR);
      assertThat(search.stateProperty().get().problem()).as(typed).endsWith(".");
      assertThat(asked()).as(typed).isEmpty();
    }
  }

  @Test
  void whoIsNotKnownByNameIsAskedForOnce() {
    visit.server.everybody.add(member("Zoe"));
    said("lobby", 5, "Zoe", DAY + 5, "barcodes are fun");
    type("barcode from:zoe");
    assertThat(visit.server.asked).contains("people zoe");
    assertThat(found()).containsExactly("lobby 5");
    type("from:nobody");
    type("from:nobody x");
    assertThat(visit.server.asked.stream().filter("people nobody"::equals)).hasSize(1);
  }

  @Test
  void severalOfOneNameAreNamed() {
    person("Anna");
    type("from:an");
    assertThat(search.stateProperty().get().problem()).contains("Ann, Anna");
    type("from:ann");
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.FOUND);
  }

  @Test
  void anAnswerToAnOlderQuestionIsNotShown() {
    search.textProperty().set("barcode");
    search.search(); // Answered, but the answer is still on its way to the screen.
    search.textProperty().set("tea in:kitchen");
    visit.fx.settle();
    assertThat(found()).isEmpty();
    visit.fx.pass(SearchModel.PAUSE);
    assertThat(found()).containsExactly("kitchen 2");
  }

  @Test
  void emptyPagesAreGoneThroughUpToABoundAndThenSomebodyHasToAsk() {
    visit.server.searches = before -> new Event.Hits(1, List.of(), before == 0 ? 100 : before - 1);
    type("rare");
    assertThat(asked()).hasSize(Hunt.MOST_EMPTY);
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.NOTHING);
    assertThat(search.stateProperty().get().tired()).isTrue();
    visit.server.asked.clear();
    search.loadMore();
    visit.fx.settle();
    assertThat(asked()).isEmpty();
    Event.Message old = Say.message(9, "Ann", MORNING, "rare");
    visit.server.searches =
        before -> new Event.Hits(1, before < 92 ? List.of(old) : List.of(), before < 92 ? 0 : 50);
    search.lookFurtherBack();
    visit.fx.settle();
    assertThat(found()).containsExactly("lobby 9");
    assertThat(search.stateProperty().get().more()).isFalse();
  }

  @Test
  void olderPagesComeWhenTheReaderIsNearTheEnd() {
    for (int seq = 10; seq < 10 + 2 * Hunt.PAGE; seq++) {
      said("empty", seq, "Ann", 2 * DAY + seq, "many " + seq);
    }
    search.scopeProperty().set(Scope.EVERYWHERE);
    type("many");
    assertThat(found()).hasSize(Hunt.PAGE);
    assertThat(search.stateProperty().get().more()).isTrue();
    search.loadMore();
    visit.fx.settle();
    assertThat(found()).hasSize(2 * Hunt.PAGE).doesNotHaveDuplicates();
    search.loadMore();
    visit.fx.settle();
    assertThat(asked()).hasSize(2);
  }

  @Test
  void whoAsksTooOftenWaitsAndIsAnsweredThen() {
    visit.server.searches =
        before -> {
          throw new RefusedException(ErrorCode.RATE_LIMITED, "Too many searches.");
        };
    type("barcode");
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.SEARCHING);
    visit.server.searches = null;
    visit.fx.pass(Duration.ofSeconds(1));
    assertThat(found()).hasSize(3);
  }

  @Test
  void aRefusalIsOneSentenceAndCanBeTriedAgain() {
    visit.server.searches =
        before -> {
          throw new RefusedException(ErrorCode.OTHER, "The disk is full.");
        };
    type("barcode");
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.FAILED);
    assertThat(search.stateProperty().get().problem()).isEqualTo("The disk is full.");
    visit.server.searches = null;
    search.tryAgain();
    visit.fx.settle();
    assertThat(found()).hasSize(3);
    assertThat(search.stateProperty().get().problem()).isEmpty();
  }

  @Test
  void withoutAConnectionWhatIsKeptHereIsLookedThroughAndTheServerIsAskedWhenItIsBack() {
    RoomId lobby = Say.LOBBY;
    visit.kept.put(lobby, visit.server.logs.get(lobby).subList(0, 2));
    visit.server.up = false;
    type("barcode");
    assertThat(found()).containsExactly("lobby 2", "lobby 1");
    assertThat(search.stateProperty().get().here()).isTrue();
    visit.server.up = true;
    search.onLive();
    visit.fx.settle();
    assertThat(found()).containsExactly("lobby 3", "lobby 2", "lobby 1");
    assertThat(search.stateProperty().get().here()).isFalse();
  }

  @Test
  void withoutAConnectionPeopleAreKnownByWhatTheySaid() {
    said("lobby", 5, "Zoe", DAY + 5, "barcodes are fun");
    visit.kept.putAll(visit.server.logs);
    visit.server.up = false;
    type("from:zoe");
    assertThat(found()).containsExactly("lobby 5");
  }

  @Test
  void whatBecomesOfAMessageIsSeenInTheList() {
    type("barcode");
    visit.happens(
        Say.LOBBY,
        new Event.Deleted(Say.LOBBY, 5, user("Ann").id(), "Ann", MORNING + DAY + 9, 1),
        new Event.Edited(
            Say.LOBBY, 6, user("Ben").id(), "Ben", MORNING + DAY + 9, 2, "No word", List.of()),
        new Event.Edited(
            Say.LOBBY, 7, user("Ann").id(), "Ann", MORNING + DAY + 9, 3, "My barcode", List.of()));
    assertThat(found()).containsExactly("lobby 3");
    assertThat(search.hits().getFirst().said().text()).isEqualTo("My barcode");
    search.scopeProperty().set(Scope.EVERYWHERE);
    type("milk");
    visit.removes(Say.room("kitchen").id());
    assertThat(found()).isEmpty();
    assertThat(search.stateProperty().get().kind()).isEqualTo(Kind.NOTHING);
  }

  @Test
  void lookingMarksNothingAsReadAndShowingGoesToTheRoomWhileTheListStays() {
    search.scopeProperty().set(Scope.EVERYWHERE);
    type("barcode");
    assertThat(visit.server.asked).noneMatch(asked -> asked.startsWith("read "));
    search.show(search.hits().get(1));
    visit.fx.settle();
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("kitchen");
    assertThat(visit.home().timelineProperty().get().landedProperty().get()).isNotNull();
    assertThat(found()).hasSize(4);
    assertThat(asked()).hasSize(1);
  }

  @Test
  void anotherRoomIsLookedThroughWhenItIsShown() {
    type("barcode");
    visit.home().rooms().selectedProperty().set(visit.item("kitchen"));
    visit.fx.settle();
    assertThat(found()).containsExactly("kitchen 1");
    assertThat(search.roomLabel()).isEqualTo("#kitchen");
  }

  @Test
  void aRoomThatWasAskedForByAFilterStaysTheOneWhileOthersAreShown() {
    type("barcode in:kitchen");
    search.show(search.hits().getFirst());
    visit.fx.settle();
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("kitchen");
    assertThat(asked()).hasSize(1);
    assertThat(found()).containsExactly("kitchen 1");
  }

  @Test
  void iAmMeantByAWordToo() {
    said("lobby", 5, "Me", DAY + 5, "My own barcode");
    type("from:me barcode");
    assertThat(found()).containsExactly("lobby 5");
  }

  @Test
  void whoIsBlockedIsLeftOut() {
    type("barcode");
    visit.keeps("block/u-ben", "on");
    type("barcod");
    assertThat(found()).containsExactly("lobby 3", "lobby 1");
  }

  @Test
  void theWordAtTheCaretIsCompleted() {
    assertThat(offered("")).contains("from:", "in:", "has:");
    assertThat(offered("bar")).isEmpty();
    assertThat(offered("be")).containsExactly("before:");
    assertThat(offered("from:b")).containsExactly("Ben");
    assertThat(offered("in:ki")).containsExactly("#kitchen");
    Offer offer = search.offers().getFirst();
    search.take(offer);
    assertThat(search.textProperty().get()).isEqualTo("in:#kitchen ");
    assertThat(search.caretProperty().get()).isEqualTo("in:#kitchen ".length());
  }

  @Test
  void nobodyIsAskedWhileNobodyLooks() {
    search.open(false);
    type("barcode");
    assertThat(asked()).isEmpty();
    search.open(true);
    visit.fx.settle();
    assertThat(found()).hasSize(3);
  }

  private List<String> offered(String typed) {
    search.textProperty().set(typed);
    search.caretProperty().set(typed.length());
    return search.offers().stream().map(Offer::words).toList();
  }

  private void type(String typed) {
    search.textProperty().set(typed);
    search.caretProperty().set(typed.length());
    visit.fx.pass(SearchModel.PAUSE);
  }

  private List<String> found() {
    return search.hits().stream().map(hit -> hit.room().name() + " " + hit.seq()).toList();
  }

  private List<String> asked() {
    return visit.server.asked.stream().filter(asked -> asked.startsWith("search ")).toList();
  }

  private void said(String room, long seq, String who, long after, String body) {
    RoomId id = Say.room(room).id();
    visit
        .server
        .logs
        .computeIfAbsent(id, _ -> new ArrayList<>())
        .add(
            new Event.Message(
                id, seq, user(who).id(), who, MORNING + after, body, List.of(), null));
  }

  private void person(String name) {
    visit.home().company().book().know(List.of(member(name)));
  }

  private static Member member(String name) {
    return new Member(user(name), Presence.ONLINE);
  }

  private static User user(String name) {
    return new User(new UserId("u-" + name.toLowerCase()), name, Role.MEMBER);
  }
}
