package chat.parley.desktop.viewmodel.outside;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.RefusedException;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.protocol.ErrorCode;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private final Locale before = Locale.getDefault();
  private final Throwable taken =
      new CompletionException(
          new RefusedException(ErrorCode.NAME_TAKEN, "Somebody is called Ann already."));

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  @Test
  void whoReadsEnglishSeesWhatTheServerSaid() {
    Locale.setDefault(Locale.UK);
    assertThat(Sentences.of(taken)).isEqualTo("Somebody is called Ann already.");
  }

  @Test
  void whoReadsGermanSeesOurSentenceForIt() {
    Locale.setDefault(Locale.GERMANY);
    assertThat(Sentences.of(taken)).startsWith("Dieser Name ist vergeben");
    assertThat(Texts.of("people.typing.one", "Ann")).isEqualTo("Ann schreibt…");
  }

  @Test
  void whyAMutedPersonTakesNoOtherNameIsSaidInGermanToo() {
    Locale.setDefault(Locale.GERMANY);
    var muted = new CompletionException(new RefusedException(ErrorCode.FORBIDDEN, "You cannot."));
    assertThat(Sentences.of(muted, ErrorCode.FORBIDDEN, "error.forbidden.name"))
        .isEqualTo("Solange du in einem Raum stumm bist, kannst du keinen anderen Namen annehmen.");
    assertThat(Sentences.of(taken, ErrorCode.FORBIDDEN, "error.forbidden.name"))
        .startsWith("Dieser Name ist vergeben");
  }

  @Test
  void aBanSaysUntilWhenAndWhyInGermanToo() {
    Locale.setDefault(Locale.GERMANY);
    String english = "You may not come in here until 3 November, 12:05. Reason: Advertising";
    assertThat(Sentences.of(ErrorCode.BANNED, english))
        .isEqualTo("Du darfst hier bis 3. November, 12:05 Uhr nicht hinein. Grund: Advertising");
    assertThat(Sentences.of(ErrorCode.BANNED, "Something else."))
        .startsWith("Du darfst hier nicht hinein.");
  }

  @Test
  void aLanguageTheAppDoesNotSpeakGetsEnglish() {
    Locale.setDefault(Locale.JAPAN);
    assertThat(Texts.of("language")).isEqualTo("en");
  }
}
