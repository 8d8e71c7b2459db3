package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.protocol.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkModelTest {
  private final FakeFx fx = new FakeFx();
  private final List<String> done = new ArrayList<>();
  private final LinkModel link = new LinkModel(fx, () -> "OFFICE-PC");

  @BeforeEach
  void attach() {
    link.attach(
        () -> done.add("retry"), () -> done.add("log in again"), () -> done.add("get the app"));
  }

  @Test
  void aBreakIsShownStepByStep() {
    live();
    lose();
    checkAfter(0, "", "");
    checkAfter(999, "", "");
    checkAfter(1, "Reconnecting…", "");
    checkAfter(3_999, "Reconnecting…", "");
    checkAfter(
        1,
        "",
        "WARNING Can't reach OFFICE-PC. New messages will be sent when it's back. [Retry now]");
    link.act();
    assertThat(done).containsExactly("retry");
  }

  @Test
  void everyTryToConnectBelongsToTheSameBreak() {
    live();
    lose();
    for (int i = 0; i < 4; i++) {
      fx.pass(Duration.ofSeconds(1));
      link.onLink(Link.of(LinkState.CONNECTING));
      link.onLink(new Link(LinkState.WAITING, "No server is running there.", null, 0));
    }
    checkAfter(1_000, "", "WARNING " + LOST);
    link.onLink(Link.of(LinkState.CONNECTING));
    checkAfter(0, "", "WARNING " + LOST);
  }

  @Test
  void aShortBreakLeavesNoTrace() {
    live();
    lose();
    fx.pass(Duration.ofMillis(900));
    live();
    checkAfter(10_000, "", "");
    lose();
    fx.pass(Duration.ofMillis(3_000));
    live();
    checkAfter(10_000, "", "");
  }

  @Test
  void comingBackAfterTheBannerIsSaidForTwoSeconds() {
    live();
    lose();
    fx.pass(Duration.ofSeconds(6));
    live();
    checkAfter(0, "", "SUCCESS Back online");
    link.onSent();
    checkAfter(0, "", "SUCCESS Back online, 1 message sent");
    link.onSent();
    link.onSent();
    checkAfter(1_999, "", "SUCCESS Back online, 3 messages sent");
    checkAfter(1, "", "");
  }

  @Test
  void messagesSentBeforeTheBreakAreNotCounted() {
    live();
    link.onSent();
    lose();
    fx.pass(Duration.ofSeconds(6));
    link.onSent();
    live();
    checkAfter(0, "", "SUCCESS Back online, 1 message sent");
  }

  @Test
  void theFirstConnectionIsNoReconnection() {
    link.onLink(Link.of(LinkState.CONNECTING));
    checkAfter(1_000, "Connecting…", "");
  }

  @Test
  void aRefusalIsShownAtOnceWithWhatHelps() {
    live();
    link.onLink(new Link(LinkState.REFUSED, "Log in again, please.", ErrorCode.BAD_TOKEN, 0));
    checkAfter(0, "", "DANGER Log in again, please. [Log in again]");
    link.act();
    link.onLink(new Link(LinkState.REFUSED, "This device is used elsewhere.", null, 0));
    checkAfter(10_000, "", "DANGER This device is used elsewhere. [Try again]");
    link.act();
    link.onLink(
        new Link(LinkState.REFUSED, "This server speaks version 2.", ErrorCode.UNSUPPORTED, 0));
    checkAfter(
        0,
        "",
        "DANGER OFFICE-PC and this app are of versions that do not understand each other."
            + " Get the app that fits. [Get the app]");
    link.act();
    assertThat(done).containsExactly("log in again", "retry", "get the app");
  }

  @Test
  void anotherSessionStartsClean() {
    live();
    lose();
    fx.pass(Duration.ofSeconds(6));
    link.detach();
    checkAfter(10_000, "", "");
    assertThat(link.liveProperty().get()).isFalse();
    assertThat(fx.timers()).isZero();
  }

  private static final String LOST =
      "Can't reach OFFICE-PC. New messages will be sent when it's back. [Retry now]";

  private void live() {
    link.onLink(Link.of(LinkState.LIVE));
  }

  private void lose() {
    link.onLink(new Link(LinkState.WAITING, "The line was cut.", null, 0));
  }

  private void checkAfter(long millis, String status, String banner) {
    fx.pass(Duration.ofMillis(millis));
    assertThat(link.statusProperty().get()).isEqualTo(status);
    Banner now = link.bannerProperty().get();
    String words =
        now == null
            ? ""
            : now.kind()
                + " "
                + now.text()
                + (now.actionLabel() == null ? "" : " [" + now.actionLabel() + "]");
    assertThat(words).isEqualTo(banner);
  }
}
