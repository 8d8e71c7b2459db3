package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keys do to a text that is being written; the selection stands between [ and ]. */
class WritingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BOLD   | say [this] now      | say **[this]** now
          BOLD   | say **[this]** now  | say [this] now
          BOLD   | say [**this**] now  | say [this] now
          BOLD   | say [] now          | say **[]** now
          ITALIC | say [this] now      | say _[this]_ now
          CODE   | run [this]          | run `[this]`
          CODE   | [a;/b;]             | ```/[a;/b;]/```
          CODE   | x [a;/b;] y         | x /```/[a;/b;]/```/ y
          """)
  void marksAreSetAndTakenAway(MarkKeys key, String before, String after) {
    String text = before.replace('/', '\n');
    int from = text.indexOf('[');
    int to = text.indexOf(']') - 1;
    String bare = text.replace("[", "").replace("]", "");
    Edit edit = key.toggle(bare, from, to);
    StringBuilder now = new StringBuilder(bare).replace(edit.start(), edit.end(), edit.text());
    now.insert(edit.selectTo(), ']').insert(edit.selectFrom(), '[');
    assertThat(now.toString()).isEqualTo(after.replace('/', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ```java^             | true
          ```java/int i;^      | true
          ```java/int i;/```^  | false
          ```/a/```/b^         | false
          ```/a/```/```/b^     | true
          see ``` there^       | false
          a^                   | false
          """)
  void enterBreaksTheLineWhileABlockOfCodeIsOpen(String text, boolean open) {
    String lines = text.replace('/', '\n');
    int caret = lines.indexOf('^');
    assertThat(Fences.isOpenAt(lines.replace("^", ""), caret)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run `ls ^     | true
          run `ls` ^    | false
          ```/x @^      | true
          """)
  void placesInCodeAreKnown(String text, boolean code) {
    String lines = text.replace('/', '\n');
    int caret = lines.indexOf('^');
    assertThat(Fences.isCodeAt(lines.replace("^", ""), caret)).isEqualTo(code);
  }
}
