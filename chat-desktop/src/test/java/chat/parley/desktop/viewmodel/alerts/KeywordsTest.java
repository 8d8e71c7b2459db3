package chat.parley.desktop.viewmodel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.model.Ties;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      printer     | The printer is on fire        | yes
      printer     | PRINTER!                      | yes
      printer     | printers                      | no
      printer     | blueprinter                   | no
      printer     | my_printer                    | no
      printer     | (printer)                     | yes
      printer     | no printers, but a printer    | yes
      server room | in the Server Room now        | yes
      server room | servers room                  | no
      café        | CAFE at noon                  | yes
      cafe        | see you at the café           | yes
      Müller      | MULLER called                 | yes
      straße      | in der STRASSE                | yes
      λόγος       | ΛΟΓΟΣ                         | yes
      c++         | I like C++, you?              | yes
      .net        | we use .NET here              | yes
      ABC         | ＡＢＣ                        | yes
      会议        | 下午的会议在三楼              | yes
      ой          | твой дом                      | no
      🎉          | done🎉yes                     | yes
      """)
  void wordsAreFoundWholeInAnyCaseWithOrWithoutAccents(String word, String text, String found) {
    assertThat(new Keywords(List.of(word)).in(text)).isEqualTo(found.equals("yes"));
  }

  @Test
  void charactersThatNobodySeesHideNoWord() {
    assertThat(new Keywords(List.of("printer")).in("pri\u200Bnt\u00ADer")).isTrue();
    assertThat(new Keywords(List.of("cafe\u0301")).in("caf\u00E9")).isTrue();
  }

  @Test
  void emptyWordsAndEndlessOnesAreNone() {
    String endless = "x".repeat(5_000);
    Keywords keywords = new Keywords(List.of("", "  ", "\u0301", endless));
    assertThat(keywords.in(endless)).isFalse();
    assertThat(keywords.in("")).isFalse();
    assertThat(new Keywords(Collections.nCopies(1_000, "a")).in("b a c")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      HERE   | @Here is cake              | HERE
      ROOM   | cake, @Room!               | ROOM
      NOBODY | whoever is called @room    | NOBODY
      NOBODY | the printer, please        | KEYWORD
      ROOM   | @room the printer          | ROOM
      NOBODY | nothing                    | NOBODY
      """)
  void aMessageCallsWhomTheServerSaysItCalls(Ties.Call call, String body, Naming naming) {
    var said = Say.message(1, "Ann", Say.MORNING, body);
    var message = Say.calling(said, call);
    assertThat(Naming.of(message, Say.ME.id(), new Keywords(List.of("printer")))).isEqualTo(naming);
  }

  @Test
  void theServersWordThatIAmNamedWeighsMost() {
    var message = Say.mentioning(1, "Ann", Say.MORNING);
    assertThat(Naming.of(message, Say.ME.id(), new Keywords(List.of()))).isEqualTo(Naming.ME);
  }
}
