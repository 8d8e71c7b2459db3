package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "chatbox, chatbox:7070",
    "'  ChatBox  ', chatbox:7070",
    "chatbox.local:8000, chatbox.local:8000",
    "192.168.1.20, 192.168.1.20:7070",
    "192.168.1.20:80, 192.168.1.20:80",
    "ws://chatbox/ws, chatbox:7070",
    "WS://chatbox:99/ws, chatbox:99",
    "http://chatbox:7070/, chatbox:7070",
    "parley://chatbox, chatbox:7070",
    "wss://chatbox/ws, chatbox:7070",
    "https://chatbox:7071/, chatbox:7071",
    "[::1]:7071, [::1]:7071",
    "[::1], [::1]:7070",
    "fe80::12, [fe80::12]:7070",
    "http://[2001:db8::7]:80/, [2001:db8::7]:80",
    "büro.local, xn--bro-hoa.local:7070",
    "my_pc, my_pc:7070",
    "chatbox.:7070, chatbox:7070"
  })
  void whatPeopleTypeIsUnderstood(String typed, String address) throws BadAddress {
    assertThat(ServerAddress.parse(typed)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a b",
        "host:",
        "host:0",
        "host:65536",
        "host:+80",
        "host:port",
        "host:123456789012",
        ":7070",
        "..",
        "-host",
        "host..name",
        "1.2.3",
        "1.2.3.4.5",
        "300.1.1.1",
        "99999",
        "[::1",
        "[::1]7070",
        "[host]:80",
        "::zz",
        "ftp://host",
        "http://",
        "ws:///ws",
        "host/secret",
        "host?token=abc",
        "host#x",
        "user:pw@host",
        "ws://ann@host:7070",
        "host\\share",
        "ho\u0000st",
        "emoji\uD83D\uDE00\u0007"
      })
  void nonsenseIsOneSentence(String typed) {
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> ServerAddress.parse(typed))
        .satisfies(e -> assertThat(e.sentence()).endsWith(".").hasSizeBetween(20, 400));
  }

  @Test
  void tenThousandCharactersAreRefusedQuickly() {
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> ServerAddress.parse("a".repeat(10_000)))
        .satisfies(e -> assertThat(e.sentence()).doesNotContain("aaaa"));
  }

  @Test
  void whatIsShownCanBeTypedAgain() throws BadAddress {
    var address = new ServerAddress("fe80::1", 7071);
    assertThat(ServerAddress.parse(address.toString())).isEqualTo(address);
  }

  @Test
  void aZoneThatThisComputerDoesNotHaveNowIsReadAllTheSame() throws BadAddress {
    assertThat(ServerAddress.parse("[fe80::1%wlan9]:7070").host()).isEqualTo("fe80::1%wlan9");
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> ServerAddress.parse("[fe80::1%]:7070"));
    assertThatExceptionOfType(BadAddress.class)
        .isThrownBy(() -> ServerAddress.parse("[fe80::1%a/b]:7070"));
  }
}
