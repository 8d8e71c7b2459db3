package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.ComposerMode;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.MessageLink;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be done with a message, without a window. */
class MessageDeedsTest {
  private final Office office = Spoken.office();

  @Test
  void onlyMyOwnMessagesCanBeEditedAndDeletedByAMember() {
    enter();
    assertThat(allowed("Please print one")).contains(MessageAction.EDIT, MessageAction.DELETE);
    assertThat(allowed("In the cupboard"))
        .contains(MessageAction.REPLY, MessageAction.REACT, MessageAction.THREAD)
        .doesNotContain(MessageAction.EDIT, MessageAction.DELETE);
  }

  @Test
  void aDeletedMessageOffersNothingThatNeedsItsText() {
    enter();
    MessageItem gone =
        office.home().timelineProperty().get().items().stream()
            .filter(item -> item instanceof MessageItem m && m.extras().deleted())
            .map(MessageItem.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(office.home().messages().allowed(gone, false))
        .containsExactlyInAnyOrder(MessageAction.LINK, MessageAction.UNREAD, MessageAction.PROFILE);
  }

  @Test
  void aClickOnMyReactionTakesItBack() {
    enter();
    office.home().messages().react(message("In the cupboard"), "👍");
    office.home().messages().react(message("In the cupboard"), "🎉");
    assertThat(office.server.asked)
        .contains("react r-general 4 👍 false", "react r-general 4 🎉 true");
    assertThat(office.home().messages().lastEmojiProperty().get()).isEqualTo("🎉");
  }

  @Test
  void aReplyIsSentWithItsHookAndKeptInTheDraftUntilThen() {
    enter();
    office.home().messages().reply(message("In the cupboard"));
    office.home().composer().textProperty().set("Found it");
    office.fx.pass(Duration.ofSeconds(1));
    assertThat(office.server.asked)
        .contains("keep draft/r-general {\"text\":\"Found it\",\"reply\":4}");
    office.home().composer().send();
    office.fx.settle();
    assertThat(office.server.asked.stream().filter(asked -> asked.startsWith("send")))
        .containsExactly("send r-general Found it Hook[reply=4, thread=0, forward=null]");
    assertThat(office.home().composer().modeProperty().get()).isEqualTo(new ComposerMode.Writing());
    assertThat(office.home().keeps().draft(Office.GENERAL.id()).isEmpty()).isTrue();
  }

  @Test
  void aReplyBegunOnAnotherDeviceGoesOnHere() {
    enter();
    office.keeps("draft/r-general", "{\"text\":\"Yes\",\"reply\":4}");
    assertThat(office.home().composer().textProperty().get()).isEqualTo("Yes");
    assertThat(office.home().composer().modeProperty().get())
        .isInstanceOfSatisfying(
            ComposerMode.Replying.class,
            mode -> assertThat(mode.to().name()).isEqualTo("Bruno Silva"));
  }

  @Test
  void editingPutsWhatWasWrittenAsideAndBringsItBack() {
    enter();
    office.home().composer().textProperty().set("half a thou");
    assertThat(office.home().messages().editLast()).isTrue();
    assertThat(office.home().composer().textProperty().get()).startsWith("Please print one");
    office.home().composer().textProperty().set("Print two labels");
    office.home().composer().send();
    office.fx.settle();
    assertThat(office.server.asked).contains("edit r-general 8 Print two labels");
    assertThat(office.home().composer().textProperty().get()).isEqualTo("half a thou");
  }

  @Test
  void anEditThatIsLeftHalfDoneIsThereWhenOneComesBackToTheRoom() {
    enter();
    var composer = office.home().composer();
    composer.textProperty().set("half a thou");
    office.home().messages().editLast();
    composer.textProperty().set("Print two lab");
    var general = office.home().rooms().selectedProperty().get();
    office.home().rooms().selectNext(false);
    office.fx.settle();
    assertThat(composer.textProperty().get()).isEmpty();
    assertThat(composer.modeProperty().get()).isEqualTo(new ComposerMode.Writing());
    office.home().rooms().selectedProperty().set(general);
    office.fx.settle();
    assertThat(composer.modeProperty().get()).isInstanceOf(ComposerMode.Editing.class);
    assertThat(composer.textProperty().get()).isEqualTo("Print two lab");
    composer.cancel();
    assertThat(composer.textProperty().get()).isEqualTo("half a thou");
    office.home().rooms().selectNext(false);
    office.home().rooms().selectedProperty().set(general);
    assertThat(composer.textProperty().get()).isEqualTo("half a thou");
  }

  @Test
  void anEditThatIsCancelledChangesNothing() {
    enter();
    office.home().messages().editLast();
    office.home().composer().textProperty().set("Print two labels");
    assertThat(office.home().composer().cancel()).isTrue();
    assertThat(office.home().composer().cancel()).isFalse();
    office.fx.pass(Duration.ofSeconds(1));
    assertThat(office.home().composer().textProperty().get()).isEmpty();
    assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("edit"));
    assertThat(office.server.asked).noneMatch(asked -> asked.contains("Print two"));
  }

  @Test
  void anEditToNothingAsksWhetherToDelete() {
    enter();
    office.home().messages().editLast();
    office.home().composer().textProperty().set("  ");
    office.home().composer().send();
    assertThat(office.home().messages().askedProperty().get().seq()).isEqualTo(8);
    office.home().messages().answer(true);
    office.fx.settle();
    assertThat(office.server.asked).contains("delete r-general 8");
    assertThat(office.home().composer().modeProperty().get()).isEqualTo(new ComposerMode.Writing());
  }

  @Test
  void aQuotedMessageThatIsNotLoadedIsLookedUp() {
    enter();
    assertThat(message("Thanks Bruno!").extras().quote())
        .extracting(Quote::state, Quote::name, Quote::text)
        .containsExactly(
            Quote.State.THERE, "Bruno Silva", "Morning all, the build server is back up.");
  }

  @Test
  void aThreadShowsItsFirstMessageItsRepliesAndWhatIsNew() {
    enter();
    office.home().messages().openThread(message("Full barcode"));
    office.fx.settle();
    var thread = office.home().messages().thread().shownProperty().get();
    assertThat(thread.items().stream().filter(MessageItem.class::isInstance)).hasSize(4);
    assertThat(thread.followedProperty().get()).isTrue();
    thread.seen(9);
    assertThat(office.server.asked).contains("keep thread/r-general/5 {\"read\":9}");
    office.fx.settle();
    assertThat(message("Label printer").extras().thread().unread()).isFalse();
    office.home().messages().thread().composer().textProperty().set("Great");
    office.home().messages().thread().composer().send();
    office.fx.settle();
    assertThat(office.server.asked)
        .contains("send r-general Great Hook[reply=0, thread=5, forward=null]");
  }

  @Test
  void whatIsTypedInAThreadIsThereWhenItIsOpenedAgain() {
    enter();
    office.home().messages().thread().open(5);
    office.home().messages().thread().composer().textProperty().set("Half a reply");
    office.home().messages().thread().close();
    assertThat(office.home().messages().thread().composer().textProperty().get()).isEmpty();
    office.home().messages().thread().open(5);
    assertThat(office.home().messages().thread().composer().textProperty().get())
        .isEqualTo("Half a reply");
  }

  @Test
  void aMessageThatIsTakenBackIsInTheComposerAgain() {
    enter();
    office.listener.onOutgoing(Spoken.held(office, "Not like that"));
    office.fx.settle();
    office.home().messages().undo(message("Not like that"));
    office.fx.settle();
    assertThat(office.server.asked).contains("discard held");
    assertThat(office.home().composer().textProperty().get()).isEqualTo("Not like that");
    assertThat(find("Not like that")).isNull();
  }

  @Test
  void whoIBlockIsNotReadUntilIAsk() {
    enter();
    Spoken.goesOn(office);
    assertThat(find("Buy cheap watches")).isNull();
    office.home().timelineProperty().get().reveal(11);
    office.fx.settle();
    assertThat(find("Buy cheap watches")).isNotNull();
  }

  @Test
  void markedUnreadItStaysUnreadUntilIReadOn() {
    office.read = 11;
    enter();
    var timeline = office.home().timelineProperty().get();
    timeline.atBottom(true);
    office.server.asked.clear();
    timeline.unreadFrom(8);
    office.fx.settle();
    timeline.atBottom(true);
    timeline.seen(11);
    office.fx.pass(Duration.ofSeconds(2));
    assertThat(office.server.asked).contains("unread r-general 8");
    assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("read "));
    timeline.readsOn();
    timeline.seen(11);
    office.fx.settle();
    assertThat(office.server.asked).contains("read r-general 11");
  }

  @Test
  void aLinkLeadsBackToItsMessage() {
    enter();
    String link = office.home().messages().links().of(message("In the cupboard"));
    assertThat(MessageLink.parse(link))
        .hasValueSatisfying(
            parsed -> {
              assertThat(parsed.room()).isEqualTo(Office.GENERAL.id());
              assertThat(parsed.seq()).isEqualTo(4);
            });
    assertThat(office.home().messages().links().open(link)).isTrue();
    office.fx.settle();
    assertThat(office.home().timelineProperty().get().landedProperty().get().flash()).isTrue();
    assertThat(office.home().messages().links().open("https://example.org/")).isFalse();
  }

  @Test
  void aLinkToARoomOpensIt() {
    enter();
    RoomItem lobby =
        office.home().rooms().items().stream()
            .filter(room -> room.name().equals("lobby"))
            .findFirst()
            .orElseThrow();
    office.home().openLink(office.home().linkTo(lobby));
    assertThat(office.home().rooms().selectedProperty().get()).isSameAs(lobby);
    office.home().openLink("parley://office-pc:7070/r-of-others");
    assertThat(office.home().rooms().selectedProperty().get()).isSameAs(lobby);
    assertThat(office.app.toasts()).isNotEmpty();
  }

  @Test
  void oddLinksAreNoLinks() {
    for (String odd :
        List.of(
            "parley://host",
            "parley://host/room/0",
            "parley://host/room/x",
            "parley://host/a/b/3",
            "parley:///room/3",
            "parley://host/" + "r".repeat(65) + "/3",
            "parley://host/room/9999999999999999")) {
      assertThat(MessageLink.parse(odd)).as(odd).isEmpty();
    }
    assertThat(MessageLink.parse(" parley://10.0.4.2:7070/r-1/41 "))
        .contains(new MessageLink("10.0.4.2:7070", new RoomId("r-1"), 41));
  }

  @Test
  void aForwardedMessageGoesWithItsSource() {
    enter();
    var lobby =
        office.home().rooms().items().stream()
            .filter(room -> room.name().equals("lobby"))
            .findFirst()
            .orElseThrow();
    office.home().messages().forward(message("In the cupboard"), lobby);
    office.fx.settle();
    assertThat(office.server.asked)
        .contains(
            "send r-lobby In the cupboard behind desk 4, top shelf Hook[reply=0, thread=0,"
                + " forward=Source[room=r-general, seq=4]]");
    assertThat(office.app.toasts().getLast().text()).isEqualTo("Forwarded to lobby");
  }

  @Test
  void aMessageIsForwardedToSomebodyWithoutAConversationYet() {
    enter();
    office.server.joins = () -> new Event.Joined(1, Office.direct(0, "Greta Lund"));
    var member = new Member(Office.user("Greta Lund"), Presence.OFFLINE);
    var greta = Person.of(member, Office.ANA.id());
    var before = office.home().rooms().selectedProperty().get();
    office.home().messages().forward(message("In the cupboard"), greta);
    office.fx.settle();
    assertThat(office.server.asked)
        .anyMatch(
            said ->
                said.startsWith("send " + Office.direct(0, "Greta Lund").room().id())
                    && said.endsWith("forward=Source[room=r-general, seq=4]]"));
    assertThat(office.app.toasts().getLast().text()).isEqualTo("Forwarded to Greta Lund");
    assertThat(office.home().rooms().selectedProperty().get()).isSameAs(before);
  }

  @Test
  void pinsAreLoadedAndFollowWhatIsPinned() {
    enter();
    assertThat(office.home().messages().pins().items()).hasSize(1);
    office.becomes(4, m -> Spoken.with(m, pinned(12)));
    office.happens(
        seq ->
            new Event.Pinned(Office.GENERAL.id(), seq, Office.ANA.id(), "Ana Okafor", 0, 4, true));
    office.fx.pass(Duration.ofSeconds(1));
    assertThat(office.home().messages().pins().items()).hasSize(2);
  }

  private static chat.parley.model.Changes pinned(long seq) {
    return new chat.parley.model.Changes(
        seq, 0, false, true, List.of(), chat.parley.model.Changes.Replies.NONE);
  }

  private void enter() {
    office.enter();
    office.fx.settle();
  }

  private Set<MessageAction> allowed(String start) {
    return office.home().messages().allowed(message(start), false);
  }

  private MessageItem message(String start) {
    MessageItem found = find(start);
    assertThat(found).as(start).isNotNull();
    return found;
  }

  private MessageItem find(String start) {
    return office.home().timelineProperty().get().items().stream()
        .map(item -> item instanceof ThreadLine line ? line.message() : item)
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.body().startsWith(start))
        .findFirst()
        .orElse(null);
  }
}
