package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.parley.model.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTest {
  private static final Fingerprint KEY = new Fingerprint("0f".repeat(32));

  @Test
  void anAddressIsAnInvitationWithoutAKey() throws BadAddress {
    assertThat(Invitation.parse(" office-pc "))
        .isEqualTo(Invitation.to(new ServerAddress("office-pc", 7070)));
  }

  @Test
  void theKeyComesBehindTheHashAndIsNotPartOfTheAddress() throws BadAddress {
    var invitation = new Invitation(new ServerAddress("fe80::1", 7071), KEY);
    assertThat(invitation).hasToString("parley://[fe80::1]:7071/#pin=" + KEY);
    assertThat(Invitation.parse(invitation.toString() + "\n")).isEqualTo(invitation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pc#", "pc#pin=", "pc#pin=0f", "pc/#secret=1", "pc/#pin=0f&x", "#pin="})
  void whatIsNotWholeIsOneSentence(String typed) {
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> Invitation.parse(typed))
        .satisfies(e -> assertThat(e.sentence()).endsWith("."));
  }

  @Test
  void twoKeysAreNoInvitation() {
    String key = "0f".repeat(32);
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> Invitation.parse("parley://host/#pin=" + key + "&pin=" + key));
  }
}
