package chat.parley.server.store;

import static chat.parley.server.store.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said is found by whoever may read it, and by nobody else. */
class SearchTest extends StoreTest {
  private List<String> find(Guest who, String query) {
    return find(who, query, Command.Narrow.NOT);
  }

  private List<String> find(Guest who, String query, Command.Narrow narrow) {
    return all(who, query, narrow, 100).stream().map(Event.Message::body).toList();
  }

  /** All pages. */
  private List<Event.Message> all(Guest who, String query, Command.Narrow narrow, int limit) {
    var found = new ArrayList<Event.Message>();
    long next = 0;
    do {
      Store.Hits hits = store.search(who.id(), SearchWords.of(query), narrow, next, limit);
      assertThat(hits.messages()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(hits.messages());
      next = hits.next();
    } while (next != 0);
    return found;
  }

  private <T> T ask(Readers.Question<T> question) {
    try (Statements db = Connections.reader(folder.resolve("parley.db"), Duration.ofSeconds(5))) {
      return question.ask(db);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitIndexed() {
    eventually(
        "the index at the log's end",
        () ->
            ask(
                db ->
                    WordIndex.howFar(db) == db.number("SELECT coalesce(max(key), 0) FROM events")));
  }

  private long indexedWith(String piece) {
    return ask(db -> db.number("SELECT count(*) FROM words WHERE words MATCH ?", piece));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAndPiecesOfThemAreFoundAtOnceAndWhenTheyAreIndexed(boolean indexed) {
    desk.say(ann, room, "The Barcode reader is at 192.168.7.20");
    desk.say(ben, room, "part 4711-A, Lange Straße");
    desk.say(ben, room, "日本語の文章です");
    desk.say(ann, room, "so 😀 glad");
    if (indexed) {
      awaitIndexed();
    }
    for (String query :
        List.of("barcode", "CODE", "168.7", "reader 192", "\"barcode reader\"", "e b", "is")) {
      assertThat(find(ann, query))
          .as(query)
          .containsExactly("The Barcode reader is at 192.168.7.20");
    }
    for (String query : List.of("4711", "11-a", "strasse", "1-A lange", "a")) {
      assertThat(find(ann, query)).as(query).contains("part 4711-A, Lange Straße");
    }
    assertThat(find(ann, "語の")).containsExactly("日本語の文章です");
    assertThat(find(ann, "文章で")).containsExactly("日本語の文章です");
    assertThat(find(ann, "😀")).containsExactly("so 😀 glad");
    for (String query : List.of("barcodes", "reader tea", "\"reader barcode\"", "%", "_____")) {
      assertThat(find(ann, query)).as(query).isEmpty();
    }
  }

  @Test
  void onlyWhoIsInARoomFindsWhatIsSaidThere() {
    desk.say(ann, room, "swordfish in the open");
    RoomId hidden =
        desk.done(
                new Write.CreateRoom(
                    new Room(Desk.freshRoom(), "den", RoomKind.PRIVATE, ""),
                    "den",
                    ann.user(),
                    List.of(),
                    Desk.MANY_ROOMS))
            .state()
            .room()
            .id();
    desk.say(ann, hidden, "swordfish in the dark");
    awaitIndexed();
    desk.say(ann, hidden, "swordfish just now");

    assertThat(find(ann, "swordfish")).hasSize(3);
    assertThat(find(ben, "swordfish")).containsExactly("swordfish in the open");
    assertThat(find(ben, "swordfish", new Command.Narrow(hidden, null, 0, 0, false))).isEmpty();
    assertThat(find(eve, "swordfish")).isEmpty();
    assertThat(find(eve, "", new Command.Narrow(null, ann.id(), 0, 0, false))).isEmpty();
    desk.leave(ben, room);
    assertThat(find(ben, "swordfish")).isEmpty();
  }

  /** How the pages of a search end, and where each goes on. */
  private List<List<Object>> pages(Guest who, String query, int limit) {
    var pages = new ArrayList<List<Object>>();
    long next = 0;
    do {
      Store.Hits hits =
          store.search(who.id(), SearchWords.of(query), Command.Narrow.NOT, next, limit);
      pages.add(List.of(hits.messages().stream().map(Event.Message::body).toList(), hits.next()));
      next = hits.next();
    } while (next != 0);
    return pages;
  }

  @Test
  void howMuchIsWrittenInOtherRoomsMovesNoPage() {
    desk.say(ann, room, "tea early");
    RoomId hidden =
        desk.done(
                new Write.CreateRoom(
                    new Room(Desk.freshRoom(), "den", RoomKind.PRIVATE, ""),
                    "den",
                    ann.user(),
                    List.of(),
                    Desk.MANY_ROOMS))
            .state()
            .room()
            .id();
    fill(hidden, ann, 5_000, number -> "tea in hiding " + number);
    desk.say(ben, room, "tea late");
    Map<String, List<List<Object>>> before = pagesOfBen();
    fill(hidden, ann, 60_000, number -> number % 2 == 0 ? "" : "tea zzz");

    assertThat(pagesOfBen()).isEqualTo(before);
    assertThat(before.get("te/1"))
        .extracting(List::getFirst)
        .containsExactly(List.of("tea late"), List.of("tea early"));
    assertThat(before.get("zz/1")).containsExactly(List.of(List.of(), 0L));
    assertThat(pages(eve, "te", 1)).containsExactly(List.of(List.of(), 0L));
  }

  private Map<String, List<List<Object>>> pagesOfBen() {
    var pages = new HashMap<String, List<List<Object>>>();
    for (String query : List.of("te", "zz", "tea", "zzz", "late")) {
      for (int limit : List.of(1, 2, 100)) {
        pages.put(query + "/" + limit, pages(ben, query, limit));
      }
    }
    return pages;
  }

  @Test
  void onePageReadsThroughSoManyOfOnesOwnMessagesAndTheNextGoesOnThere() {
    desk.say(ben, room, "zz first");
    fill(room, ann, 120_000, number -> number == 30_000 ? "zz middle" : "tea");
    desk.say(ben, room, "zz last");
    List<List<Object>> pages = pages(ben, "zz", 100);
    assertThat(pages)
        .extracting(List::getFirst)
        .containsExactly(List.of("zz last"), List.of("zz middle"), List.of("zz first"));
  }

  @Test
  void whatIsEditedIsFoundByItsNewWordsAndWhatIsDeletedByNone() throws Exception {
    long edited = desk.say(ann, room, "qzxold words").seq();
    long deleted = desk.say(ann, room, "qzxgone for ever").seq();
    awaitIndexed();
    assertThat(find(ben, "qzx")).hasSize(2);
    desk.done(new Write.Edit(room, ann.user(), edited, "fresh words", List.of()));
    desk.done(new Write.Delete(room, ann.user(), deleted));

    assertThat(find(ben, "qzx")).isEmpty();
    assertThat(find(ben, "fresh")).containsExactly("fresh words");
    assertThat(indexedWith("qzx")).isZero();
    assertThat(indexedWith("fre")).isEqualTo(1);
    awaitIndexed();
    store.close();
    byte[] file = Files.readAllBytes(folder.resolve("parley.db"));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("0qzx");
    reopen();
  }

  @Test
  void whatIsTooOldToBeKeptIsNotFound() {
    desk.say(ann, room, "swordfish");
    awaitIndexed();
    desk.done(new Write.Expire(Long.MAX_VALUE, 100));
    assertThat(find(ann, "swordfish")).isEmpty();
    assertThat(find(ann, "", new Command.Narrow(room, null, 0, 0, false))).isEmpty();
    assertThat(indexedWith("swo")).isZero();
  }

  @Test
  void searchIsNarrowedByRoomPersonAndTime() {
    RoomId other = desk.join(ann, "coffee").state().room().id();
    Event.Message first = desk.say(ann, room, "tea one");
    desk.say(ben, room, "tea two");
    Event.Message last = desk.say(ann, other, "tea three");

    assertThat(find(ann, "tea", new Command.Narrow(other, null, 0, 0, false)))
        .containsExactly("tea three");
    assertThat(find(ann, "tea", new Command.Narrow(null, ben.id(), 0, 0, false)))
        .containsExactly("tea two");
    assertThat(find(ann, "", new Command.Narrow(room, ann.id(), 0, 0, false)))
        .containsExactly("tea one");
    assertThat(find(ann, "tea", new Command.Narrow(null, null, last.at() + 1, 0, false))).isEmpty();
    assertThat(find(ann, "tea", new Command.Narrow(null, null, first.at(), 0, false))).hasSize(3);
    assertThat(find(ann, "tea", new Command.Narrow(null, null, 0, first.at(), false))).isEmpty();
    assertThat(find(ann, "tea", new Command.Narrow(null, null, 0, 0, true))).isEmpty();
    assertThat(find(ann, "tea", new Command.Narrow(null, new UserId("nobody"), 0, 0, false)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void pagesGoOnWhereTheLastOneEnded(int limit) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String body = (i % 3 == 0 ? "soup " : "tea ") + i;
      desk.say(ann, room, body);
      if (i % 3 != 0) {
        said.addFirst(body);
      }
      if (i == 90) {
        awaitIndexed();
      }
    }
    assertThat(all(ben, "tea", Command.Narrow.NOT, limit).stream().map(Event.Message::body))
        .containsExactlyElementsOf(said);
    assertThat(all(ben, "te", Command.Narrow.NOT, limit).stream().map(Event.Message::body))
        .containsExactlyElementsOf(said);
  }

  @Test
  void databaseFromBeforeTheIndexIsIndexedInThePauses() {
    IntStream.range(0, 500).forEach(i -> desk.say(ann, room, "swordfish " + i));
    awaitIndexed();
    store.close();
    try (Statements db = Connections.writer(folder.resolve("parley.db"), Duration.ofSeconds(5))) {
      db.update("INSERT INTO words (words) VALUES ('delete-all')");
      db.update("DELETE FROM meta WHERE name = ?", WordIndex.HOW_FAR);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    reopen();
    assertThat(find(ann, "swordfish")).hasSize(500);
    awaitIndexed();
    assertThat(indexedWith("swo")).isEqualTo(500);
    assertThat(find(ann, "swordfish 49")).hasSize(15);
  }

  @Test
  void whateverHappensTheSearchFindsJustWhatTheLogSays() {
    var random = new Random(7);
    List<String> vocabulary =
        List.of("tea", "Tee", "teapot", "ab", "b", "äpfel", "APFEL", "4711-A", "日本語", "本語の");
    for (int round = 0; round < 400; round++) {
      String body =
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(_ -> vocabulary.get(random.nextInt(vocabulary.size())))
              .reduce((a, b) -> a + (random.nextBoolean() ? " " : "") + b)
              .orElseThrow();
      long seq = 1 + random.nextLong(head());
      switch (random.nextInt(6)) {
        case 0 -> desk.submit(new Write.Edit(room, ann.user(), seq, body, List.of())).join();
        case 1 -> desk.submit(new Write.Delete(room, ann.user(), seq)).join();
        default -> desk.say(ann, room, body);
      }
      if (round % 100 == 50) {
        awaitIndexed();
      }
      if (round % 10 == 0) {
        String query = vocabulary.get(random.nextInt(vocabulary.size()));
        assertThat(find(ben, query)).as(query).isEqualTo(inTheLog(query));
      }
    }
    awaitIndexed();
    vocabulary.forEach(query -> assertThat(find(ben, query)).isEqualTo(inTheLog(query)));
  }

  private List<String> inTheLog(String query) {
    SearchWords words = SearchWords.of(query);
    return desk.log(room, ben).reversed().stream()
        .filter(Event.Message.class::isInstance)
        .map(event -> ((Event.Message) event).body())
        .filter(words::areIn)
        .toList();
  }
}
