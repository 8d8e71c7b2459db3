package chat.parley.desktop.viewmodel.text.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
  /** Keywords are marked k(), strings s(), numbers n(), comments c(), names and keys a(). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          java       | return x + 1; // one       | k(return) x + n(1); c(// one)
          java       | "a \\" b" + 'c'            | s("a \\" b") + s('c')
          Java       | int 自 = 0x1F;             | k(int) 自 = n(0x1F);
          js         | const a = `x ${y}`;        | k(const) a = s(`x ${y}`);
          ts         | let n: number = 1e3        | k(let) n: k(number) = n(1e3)
          python     | def f(): # why             | k(def) f(): c(# why)
          py         | x = '''a "b" c'''          | x = s('''a "b" c''')
          c++        | /* a */ int x; /* open     | c(/* a */) k(int) x; c(/* open)
          cs         | var x = "y";               | k(var) x = s("y");
          go         | func main() {}             | k(func) main() {}
          rust       | fn f<'a>(x: &'a str)       | k(fn) f<'a>(x: &'a k(str))
          sql        | Select 'a' FROM t -- all   | k(Select) s('a') k(FROM) t c(-- all)
          json       | {"a": "b", "c": [1, true]} | {a("a"): s("b"), a("c"): [n(1), k(true)]}
          yaml       | - name: x # y              | - a(name): x c(# y)
          yml        | on-push: true              | a(on-push): k(true)
          sh         | if [ $# -gt 1 ]; then      | k(if) [ $# -gt n(1) ]; k(then)
          properties | a.b-c = d                  | a(a.b-c) = d
          xml        | <a b="c">d</a><!-- e -->   | a(<a) b=s("c")a(>)da(</a)a(>)c(<!-- e -->)
          html       | <br/> 1 < 2                | a(<br)a(/>) 1 < 2
          cobol      | MOVE A TO B                | MOVE A TO B
                     | "no language"              | "no language"
          """)
  void theWordsOfALanguageAreTold(String language, String code, String expected) {
    String name = language == null ? "" : language;
    assertThat(spelled(Highlighter.lines(name, code).getFirst())).isEqualTo(expected);
  }

  @Test
  void whatGoesOverSeveralLinesIsTheSameOnEach() {
    assertThat(
            Highlighter.lines("java", "/* a\nb */ int x;\n").stream().map(HighlighterTest::spelled))
        .containsExactly("c(/* a)", "c(b */) k(int) x;", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"", "'", "`", "/*", "<!--", "<a ", "- ", "a:", "{\"", "\\", "#", "\"\"\"", " ", "a"
      })
  void noCodeTakesLongAndNoneIsLost(String piece) {
    String code = piece.repeat(60_000 / piece.length());
    for (String language : List.of("java", "js", "python", "xml", "yaml", "json", "rust", "sql")) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      List<List<Token>> lines = Highlighter.lines(language, code);
      long millis =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
      assertThat(millis).as(language).isLessThan(1_000);
      assertThat(
              lines.stream()
                  .map(line -> line.stream().map(Token::text).collect(Collectors.joining()))
                  .collect(Collectors.joining("\n")))
          .isEqualTo(code);
    }
  }

  private static String spelled(List<Token> line) {
    return line.stream()
        .map(
            token ->
                switch (token.kind()) {
                  case PLAIN -> token.text();
                  case KEYWORD -> "k(" + token.text() + ")";
                  case STRING -> "s(" + token.text() + ")";
                  case NUMBER -> "n(" + token.text() + ")";
                  case COMMENT -> "c(" + token.text() + ")";
                  case NAME -> "a(" + token.text() + ")";
                })
        .collect(Collectors.joining());
  }
}
