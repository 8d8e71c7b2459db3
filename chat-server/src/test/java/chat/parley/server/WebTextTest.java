package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page makes of a text takes time that grows with it, whoever wrote it. */
@Tag("browser")
class WebTextTest {
  /** The best of three, so that a computer with other things to do is not taken for a slow page. */
  private static final String SLOW =
      """
      const at = (name) => new URL(name, document.querySelector('script[type=module]').src).href;
      const { body, shows, oneLine } = await import(at('body.js'));
      const { namesIn } = await import(at('names.js'));
      const { SearchWords } = await import(at('searchwords.js'));
      const names = namesIn(['Ann Bell', 'Ben'], 'Ann Bell');
      const n = 16000;
      const all = {
        heading: '# a' + ' '.repeat(n) + 'b',
        marks: '# a' + '#'.repeat(n) + 'b',
        both: '# a' + ' #'.repeat(n / 2) + 'b',
        fence: '~~~' + ' '.repeat(n) + '`',
        tildes: '~'.repeat(n) + '`',
        ticks: '`'.repeat(n) + ' `',
        end: '```\\n```' + ' '.repeat(n) + 'x',
        rule: '- '.repeat(n / 2) + 'x',
        wide: '- -' + ' '.repeat(n) + 'x',
        bullet: '-' + ' '.repeat(n) + '\\u2028x',
        number: '1.' + ' '.repeat(n) + '\\u2028x',
        quotes: '> '.repeat(n / 2),
        quoted: '> # a\\n'.repeat(n / 6),
        items: '- # a\\n'.repeat(n / 6),
        blank: ' '.repeat(n) + 'x',
        lines: '\\n'.repeat(n) + 'x',
        mention: '@' + '.'.repeat(n),
        mentions: '@.'.repeat(n / 2),
        long: '@' + 'a'.repeat(n),
        stars: '*'.repeat(n),
        opened: '*a '.repeat(n / 3),
        nested: '**a _b '.repeat(n / 7),
        brackets: '['.repeat(n),
        links: '[a]('.repeat(n / 4),
        angles: '<'.repeat(n),
        address: 'http://a' + ')'.repeat(n),
        addresses: ('http://a' + ')'.repeat(1990) + ' ').repeat(8),
        bare: 'http://'.repeat(n / 7),
        code: Array.from({ length: 170 }, (_, i) => '`'.repeat(i + 1) + ' ').join(''),
        flags: '\\u{1F1E9}'.repeat(29) + 'x',
        tones: '\\u{1F3FD}'.repeat(29) + 'x',
        joined: '\\u{1F468}\\u200D'.repeat(14) + 'x',
      };
      const slow = [];
      for (const [what, text] of Object.entries(all)) {
        let best = Infinity;
        for (let i = 0; i < 3 && best > 100; i++) {
          const from = performance.now();
          body(text, names);
          shows(text);
          oneLine(text);
          new SearchWords('a b').pieces(text);
          best = Math.min(best, performance.now() - from);
        }
        if (best > 100) slow.push(`${what} ${Math.round(best)} ms`);
      }
      return slow;
      """;

  private static final String HEADINGS =
      """
      const at = new URL('markdown.js', document.querySelector('script[type=module]').src).href;
      const { read } = await import(at);
      return arguments[0].map((line) => read(line, null)[0])
        .map((block) => `${block.kind} ${(block.parts ?? []).map((part) => part.text).join('')}`);
      """;

  @TempDir Path folder;

  @Test
  void noTextOfSixteenThousandLettersHoldsThePageUp() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.go(server).awaitThere("#login-name");
      assertThat(ann.later(SLOW)).isEqualTo(List.of());
    }
  }

  @Test
  void headingsLoseTheMarksThatCloseThem() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.go(server).awaitThere("#login-name");
      assertThat(
              ann.later(
                  HEADINGS,
                  List.of("# a", "  ###   a b  ## ", "## #", "# ", "#a", "#######  a", "# a # b")))
          .isEqualTo(
              List.of(
                  "heading a",
                  "heading a b",
                  "heading ",
                  "heading ",
                  "p #a",
                  "p #######  a",
                  "heading a # b"));
    }
  }
}
