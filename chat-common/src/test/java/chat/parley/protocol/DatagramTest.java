package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.parley.model.Fingerprint;
import chat.parley.model.Names;
import chat.parley.model.Nonce;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramTest {
  private static final Nonce NONCE = new Nonce("5f0c");
  private static final Fingerprint KEY = new Fingerprint("0a".repeat(32));

  @Test
  void questionAndAnswerComeBackAsTheyWere() throws Malformed {
    var secure = new Advert("id-1", "Büro 2 \"oben\"", 7070, KEY, 12, "0.1.0");
    var open = new Advert("id-2", "Office", 65_535, null, 0, "");
    assertThat(again(new Datagram.Question(NONCE))).isEqualTo(new Datagram.Question(NONCE));
    for (Advert advert : new Advert[] {secure, open}) {
      var answer = new Datagram.Answer(NONCE, advert);
      assertThat(again(answer)).isEqualTo(answer);
    }
  }

  @Test
  void longestAnswerFitsADatagram() {
    String longest = "€".repeat(Names.SERVER_MAX);
    var advert =
        new Advert(
            "x".repeat(Advert.MAX_ID),
            longest,
            65_535,
            KEY,
            Integer.MAX_VALUE,
            "€".repeat(Advert.MAX_VERSION));
    String json = Datagram.encode(new Datagram.Answer(new Nonce("n".repeat(64)), advert));
    assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Datagram.MAX_BYTES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{}",
        "{\"type\":\"who_is_here\"}",
        "{\"type\":\"welcome\",\"nonce\":\"a\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"\",\"name\":\"O\",\"port\":1,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\" \",\"port\":1,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\"O\",\"port\":0,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\"O\",\"port\":70000,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\"O\\nP\",\"port\":1,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\"O\u202eP\",\"port\":1,\"version\":\"\"}",
        "{\"type\":\"here\",\"nonce\":\"a\",\"id\":\"i\",\"name\":\"O\",\"port\":1,\"version\":\"\",\"key\":\"00\"}",
      })
  void whatIsNeitherIsRefused(String text) {
    assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Datagram.decode(text));
  }

  @Test
  void pageShowsWhatTheProgramSays() throws Malformed {
    var examples =
        Pattern.compile("(?m)^(app|server)> (\\{\"type\":\"(?:who_is_here|here)\".*})$")
            .matcher(ProtocolPage.read().text())
            .results()
            .map(example -> example.group(2))
            .toList();
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      assertThat(JsonParser.parseString(Datagram.encode(Datagram.decode(example))))
          .isEqualTo(JsonParser.parseString(example));
    }
    assertThat(ProtocolPage.read().text())
        .contains("UDP port " + Datagram.PORT)
        .contains("1,024 bytes");
    assertThat(Datagram.MAX_BYTES).isEqualTo(1_024);
  }

  private static Datagram again(Datagram said) throws Malformed {
    return Datagram.decode(Datagram.encode(said));
  }
}
