package chat.parley.desktop.viewmodel.text.code;

import chat.parley.desktop.viewmodel.text.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads one piece of code from its beginning to its end. */
final class CodeReader {
  private final Language language;
  private final String code;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /** Where what was not yet told begins; it is plain. */
  private int plainFrom;

  private boolean inTag;

  CodeReader(Language language, String code) {
    this.language = language;
    this.code = code;
  }

  List<Token> read() {
    while (at < code.length()) {
      step();
    }
    flushPlain();
    return tokens;
  }

  private void step() {
    char c = code.charAt(at);
    if (readComment() || readLongString()) {
      return;
    }
    if (language.tags()) {
      stepInMarkup(c);
    } else if (language.quotes().indexOf(c) >= 0) {
      readString(c);
    } else if (Character.isDigit(c)) {
      take(Kind.NUMBER, endOfNumber());
    } else if (Character.isJavaIdentifierStart(c)) {
      readWord();
    } else {
      at++;
    }
  }

  private void stepInMarkup(char c) {
    if (c == '<' && at + 1 < code.length() && isTagStart(code.charAt(at + 1))) {
      inTag = true;
      take(Kind.NAME, endOfTagName(at + 1));
    } else if (c == '>' && inTag) {
      inTag = false;
      take(Kind.NAME, at + 1);
    } else if (c == '/' && inTag && code.startsWith("/>", at)) {
      inTag = false;
      take(Kind.NAME, at + 2);
    } else if (inTag && language.quotes().indexOf(c) >= 0) {
      int end = code.indexOf(c, at + 1);
      take(Kind.STRING, end < 0 ? code.length() : end + 1);
    } else {
      at++;
    }
  }

  private static boolean isTagStart(char c) {
    return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  private int endOfTagName(int from) {
    int end = from + 1;
    while (end < code.length()
        && (isWord(code.charAt(end)) || ":-.".indexOf(code.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private boolean readComment() {
    for (String start : language.lineComments()) {
      if (code.startsWith(start, at) && mayBeginComment(start)) {
        take(Kind.COMMENT, endOfLine(at));
        return true;
      }
    }
    for (String pair : language.blockComments()) {
      int space = pair.indexOf(' ');
      if (code.startsWith(pair.substring(0, space), at)) {
        String end = pair.substring(space + 1);
        int found = code.indexOf(end, at + space);
        take(Kind.COMMENT, found < 0 ? code.length() : found + end.length());
        return true;
      }
    }
    return false;
  }

  /** In a shell {@code $#} and {@code a#b} are no comments, and ; and ! begin one only a line. */
  private boolean mayBeginComment(String start) {
    if (start.equals(";") || start.equals("!")) {
      return at == 0 || code.charAt(at - 1) == '\n';
    }
    return !start.equals("#") || at == 0 || Character.isWhitespace(code.charAt(at - 1));
  }

  private boolean readLongString() {
    for (String quote : language.longQuotes()) {
      if (code.startsWith(quote, at)) {
        int end = code.indexOf(quote, at + quote.length());
        take(Kind.STRING, end < 0 ? code.length() : end + quote.length());
        return true;
      }
    }
    return false;
  }

  private void readString(char quote) {
    int end = at + 1;
    while (end < code.length() && code.charAt(end) != quote && code.charAt(end) != '\n') {
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(code.length(), end);
    if (end == code.length() || code.charAt(end) == '\n') {
      // An apostrophe in a sentence, or a lifetime in Rust.
      at = quote == '\'' ? at + 1 : at;
      if (quote != '\'') {
        take(Kind.STRING, end);
      }
      return;
    }
    end++;
    take(isBeforeKeySign(end) ? Kind.NAME : Kind.STRING, end);
  }

  private void readWord() {
    int end = endOfWord();
    if (isFirstInLine() && isBeforeKeySign(endOfKey(end))) {
      take(Kind.NAME, endOfKey(end));
    } else if (language.isKeyword(code.substring(at, end))) {
      take(Kind.KEYWORD, end);
    } else {
      at = end;
    }
  }

  private int endOfWord() {
    int end = at;
    while (end < code.length() && isWord(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  /** Keys may have dots and dashes in them. */
  private int endOfKey(int from) {
    int end = from;
    while (!language.keySigns().isEmpty()
        && end < code.length()
        && (isWord(code.charAt(end)) || ".-/".indexOf(code.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private boolean isFirstInLine() {
    int before = at - 1;
    while (before >= 0 && " \t-".indexOf(code.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || code.charAt(before) == '\n';
  }

  private boolean isBeforeKeySign(int end) {
    int next = end;
    while (next < code.length() && code.charAt(next) == ' ') {
      next++;
    }
    return next < code.length()
        && !language.keySigns().isEmpty()
        && language.keySigns().indexOf(code.charAt(next)) >= 0;
  }

  private int endOfNumber() {
    int end = at;
    while (end < code.length() && (isWord(code.charAt(end)) || code.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private int endOfLine(int from) {
    int end = code.indexOf('\n', from);
    return end < 0 ? code.length() : end;
  }

  private void take(Kind kind, int end) {
    flushPlain();
    tokens.add(new Token(kind, code.substring(at, end)));
    at = end;
    plainFrom = end;
  }

  private void flushPlain() {
    if (plainFrom < at) {
      tokens.add(new Token(Kind.PLAIN, code.substring(plainFrom, at)));
    }
    plainFrom = at;
  }
}
