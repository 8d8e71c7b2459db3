package chat.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Door;
import chat.parley.model.MessageLimits;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import chat.parley.server.store.Ruling;
import org.junit.jupiter.api.Test;

class SignboardTest {
  private final Signboard sign =
      new Signboard(
          new Event.ServerInfo("Office", "0.1.0", Limits.DEFAULT, Door.GUESTS, "", 0, ""));

  @Test
  void whatIsDecidedStandsAndTheRestIsAsTheServerWasStarted() {
    sign.decide(new Ruling.Chosen("Kitchen", Door.CLOSED, null, null, null));
    assertThat(sign.server().name()).isEqualTo("Kitchen");
    assertThat(sign.server().door()).isEqualTo(Door.CLOSED);
    assertThat(sign.server().motd()).isEmpty();
  }

  @Test
  void anAppThatIsPutThereLaterIsToldOfWhateverIsDecided() {
    sign.decide(new Ruling.Chosen("Kitchen", null, null, null, null));
    sign.offer("0.2.0");
    assertThat(sign.server().app()).isEqualTo("0.2.0");
    assertThat(sign.server().name()).isEqualTo("Kitchen");
    sign.decide(new Ruling.Chosen("Hall", null, null, null, null));
    assertThat(sign.server().app()).isEqualTo("0.2.0");
    sign.offer("");
    assertThat(sign.server().app()).isEmpty();
  }

  @Test
  void limitsOfMessagesAreAsDecidedAndTheUsualOnesBefore() {
    assertThat(sign.settings().messages()).isEqualTo(MessageLimits.USUAL);
    assertThat(Limits.DEFAULT.withMessages(MessageLimits.USUAL)).isEqualTo(Limits.DEFAULT);
    var messages = new MessageLimits(500, 2, 20);
    sign.decide(new Ruling.Chosen(null, null, null, null, messages));
    assertThat(sign.settings().messages()).isEqualTo(messages);
    assertThat(sign.server().limits().bodyChars()).isEqualTo(500);
    assertThat(sign.server().limits().sendPerSecond()).isEqualTo(2);
    assertThat(sign.server().limits().sendBurst()).isEqualTo(4);
  }

  @Test
  void ratesThatAreLiftedStayLiftedWhateverIsDecided() {
    var lifted =
        new Signboard(new Event.ServerInfo("Office", "0.1.0", Limits.DEFAULT.withoutRates()));
    lifted.decide(new Ruling.Chosen(null, null, null, null, new MessageLimits(500, 2, 20)));
    assertThat(lifted.server().limits().sendPerSecond()).isZero();
    assertThat(lifted.server().limits().sendBurst()).isZero();
    assertThat(lifted.server().limits().bodyChars()).isEqualTo(500);
  }

  @Test
  void aNameFromBeforeTheRuleOfNamesIsNotShown() {
    sign.decide(new Ruling.Chosen("Kit\u202enehc", null, null, null, null));
    assertThat(sign.server().name()).isEqualTo("Office");
  }
}
