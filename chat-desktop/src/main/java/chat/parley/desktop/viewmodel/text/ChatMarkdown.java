package chat.parley.desktop.viewmodel.text;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * CommonMark as people in a chat expect it: what is typed is there. So indented lines are no code,
 * {@code &nbsp;} is six characters, HTML is text, and {@code \\office-pc\tools} keeps its
 * backslashes.
 */
final class ChatMarkdown {
  /** Deeper quotes and lists are shown as text. */
  private static final int DEPTH = 8;

  /** What a backslash takes the meaning from. */
  private static final String ESCAPED = "*_~`[]";

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create(), StrikethroughExtension.create()))
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  FencedCodeBlock.class,
                  ThematicBreak.class,
                  ListBlock.class,
                  BlockQuote.class))
          .maxOpenBlockParsers(DEPTH)
          .maxInlineNesting(DEPTH)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .customInlineContentParserFactory(new Own('\\', () -> ChatMarkdown::backslash))
          .customInlineContentParserFactory(new Own('&', () -> ChatMarkdown::ampersand))
          .build();

  private ChatMarkdown() {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  private static ParsedInline backslash(InlineParserState state) {
    Scanner scanner = state.scanner();
    scanner.next();
    char next = scanner.peek();
    if (ESCAPED.indexOf(next) < 0) {
      return ParsedInline.of(new Text("\\"), scanner.position());
    }
    scanner.next();
    return ParsedInline.of(new Text(Character.toString(next)), scanner.position());
  }

  private static ParsedInline ampersand(InlineParserState state) {
    state.scanner().next();
    return ParsedInline.of(new Text("&"), state.scanner().position());
  }

  private record Own(char trigger, java.util.function.Supplier<InlineContentParser> parser)
      implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of(trigger);
    }

    @Override
    public InlineContentParser create() {
      return parser.get();
    }
  }
}
