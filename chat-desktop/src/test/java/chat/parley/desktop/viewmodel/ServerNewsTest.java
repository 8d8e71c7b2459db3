package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.client.Secrecy;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Door;
import chat.parley.model.Fingerprint;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server says of itself and of me while I am connected. */
class ServerNewsTest {
  private static final Fingerprint KEY = Fingerprint.parse("0f".repeat(32)).orElseThrow();

  private final RoomState lobby = Visit.room("lobby", Rank.MEMBER, Posting.EVERYBODY, false);
  private final Visit visit = new Visit(lobby);

  @Test
  void otherSettingsCountAtOnce() {
    visit.changes(
        new Event.ServerInfo("Second floor", "1", Limits.DEFAULT, Door.OPEN, "Be kind.", 30));
    assertThat(visit.home().nameProperty().get()).isEqualTo("Second floor");
    assertThat(visit.app.toasts()).extracting(Toast::text).containsExactly("Be kind.");
    visit.changes(
        new Event.ServerInfo(
            "Second floor",
            "1",
            new Limits(65_536, 5, 512, 32, 10, 5, 500, 0),
            Door.OPEN,
            "Be kind.",
            30));
    assertThat(visit.app.toasts()).hasSize(1);
    visit.home().composer().textProperty().set("longer than five");
    assertThat(visit.home().composer().canSendProperty().get()).isFalse();
  }

  @Test
  void iAmRememberedByTheNameThatTheServerKnows() {
    assertThat(visit.preferences.accounts()).containsExactly(new Account("office-pc:7070", "Me"));
    visit.becomes("Me Myself");
    Account now = new Account("office-pc:7070", "Me Myself", "Me");
    assertThat(visit.preferences.accounts()).containsExactly(now);
    assertThat(visit.preferences.lastAccount()).isEqualTo(now);
    assertThat(visit.home().account()).isEqualTo(now);
    visit.app.addServer();
    assertThat(visit.app.login().nameProperty().get()).isEqualTo("Me Myself");
    visit.app.leave(visit.home());
    assertThat(visit.preferences.accounts()).isEmpty();
  }

  @Test
  void whatBecameTooOldGoesFromTheWindow() {
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.happens(
        lobby.room().id(), said(1, "old words"), said(2, "older than it looks"), said(3, "young"));
    assertThat(texts()).containsExactly("old words", "older than it looks", "young");
    visit.tells(new RoomState(lobby.room(), 3, 3, 0, 0, Rank.MEMBER, List.of(), 0, 2));
    assertThat(texts()).containsExactly("", "", "young");
    visit.happens(lobby.room().id(), said(4, "younger"));
    assertThat(texts()).containsExactly("", "", "young", "younger");
  }

  @Test
  void aServerThatIsNotEncryptedAnyMoreGetsNothingAndTheBannerSaysWhatToDo() {
    visit.secrecy(new Secrecy.Withheld(KEY));
    visit.link(LinkState.WAITING);
    visit.fx.pass(Duration.ofSeconds(5));
    Banner banner = visit.home().link().bannerProperty().get();
    assertThat(banner.kind()).isEqualTo(Banner.Kind.DANGER);
    assertThat(banner.text())
        .isEqualTo(
            "OFFICE-PC was encrypted before and is not now. Nothing is sent."
                + " Ask the person who runs it to start it with encryption again.");
    assertThat(banner.actionLabel()).as("only this, and no way to agree").isEqualTo("Retry now");
    assertThat(visit.app.keyQuestionProperty().get()).isNull();
    visit.secrecy(new Secrecy.Encrypted(KEY));
    visit.link(LinkState.LIVE);
    assertThat(visit.home().link().bannerProperty().get().kind()).isEqualTo(Banner.Kind.SUCCESS);
  }

  @Test
  void whoRunsTheServerSeesHowManyReportsWaitAndAnOpenListIsAskedAnew() {
    visit.becomes(Role.ADMIN);
    visit.reports(new Event.Reported(lobby.room().id(), 1));
    assertThat(visit.home().waiting().totalProperty().get()).isEqualTo(1);
    assertThat(asked("Reports")).as("nobody looks").isZero();
    visit.server.replies.put(Command.Reports.class, _ -> new Event.ReportList(1, List.of(), 0));
    visit.home().administration().reports().shelf().refresh();
    visit.fx.settle();
    assertThat(asked("Reports")).isEqualTo(1);
    visit.reports(new Event.Reported(lobby.room().id(), 2));
    assertThat(asked("Reports")).isEqualTo(2);
  }

  private long asked(String kind) {
    return visit.server.asked.stream().filter(asked -> asked.startsWith(kind)).count();
  }

  private Event.Message said(long seq, String body) {
    Event.Message one = Say.message(seq, "Ann", Say.MORNING + seq, body);
    return new Event.Message(
        lobby.room().id(), seq, one.from(), one.name(), one.at(), body, List.of(), null);
  }

  private List<String> texts() {
    return visit.home().timelineProperty().get().items().stream()
        .filter(MessageItem.class::isInstance)
        .map(item -> ((MessageItem) item).body())
        .toList();
  }
}
