package chat.parley.desktop.viewmodel.text.code;

import chat.parley.desktop.viewmodel.text.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Tells what is what in code. One pass, in time that grows with the length. */
public final class Highlighter {
  private Highlighter() {}

  /** The lines of the code in pieces; one piece a line when the language is not known. */
  public static List<List<Token>> lines(String languageName, String code) {
    Language language = Language.named(languageName);
    return inLines(
        language == null
            ? List.of(new Token(Kind.PLAIN, code))
            : new CodeReader(language, code).read());
  }

  private static List<List<Token>> inLines(List<Token> tokens) {
    List<List<Token>> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token token : tokens) {
      String text = token.text();
      int from = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        add(line, token.kind(), text.substring(from, end));
        lines.add(List.copyOf(line));
        line.clear();
        from = end + 1;
      }
      add(line, token.kind(), text.substring(from));
    }
    lines.add(List.copyOf(line));
    return lines;
  }

  private static void add(List<Token> line, Kind kind, String text) {
    if (!text.isEmpty()) {
      line.add(new Token(kind, text));
    }
  }
}
