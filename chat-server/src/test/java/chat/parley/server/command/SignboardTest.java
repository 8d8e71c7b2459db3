package chat.parley.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Door;
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
    sign.decide(new Ruling.Chosen("Kitchen", Door.CLOSED, null, null));
    assertThat(sign.server().name()).isEqualTo("Kitchen");
    assertThat(sign.server().door()).isEqualTo(Door.CLOSED);
    assertThat(sign.server().motd()).isEmpty();
  }

  @Test
  void anAppThatIsPutThereLaterIsToldOfWhateverIsDecided() {
    sign.decide(new Ruling.Chosen("Kitchen", null, null, null));
    sign.offer("0.2.0");
    assertThat(sign.server().app()).isEqualTo("0.2.0");
    assertThat(sign.server().name()).isEqualTo("Kitchen");
    sign.decide(new Ruling.Chosen("Hall", null, null, null));
    assertThat(sign.server().app()).isEqualTo("0.2.0");
    sign.offer("");
    assertThat(sign.server().app()).isEmpty();
  }

  @Test
  void aNameFromBeforeTheRuleOfNamesIsNotShown() {
    sign.decide(new Ruling.Chosen("Kit\u202enehc", null, null, null));
    assertThat(sign.server().name()).isEqualTo("Office");
  }
}
