package chat.parley.protocol;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes messages that are almost right: one to four random changes to one that is. */
final class Bender {
  private static final List<String> NASTY =
      List.of(
          "null",
          "true",
          "-1",
          "1.5",
          "1e400",
          "9007199254740992",
          "0",
          "\"\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\ud83d",
          "\0",
          "\ufeff",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "'",
          "NaN",
          "//",
          "/*",
          "#",
          "\n",
          "\"type\":",
          "\"seq\":1,",
          "\"room\":\"r\",",
          "\"__proto__\":{},",
          "[[[[[[[[[[[[[[[[[[",
          "{\"a\":{\"a\":{\"a\":",
          "\u2028",
          "\u00a0");

  private final RandomGenerator random;
  private final List<String> straight =
      Stream.concat(DecodeCommandTest.understood().stream(), DecodeEventTest.understood().stream())
          .toList();

  Bender(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    var text = new StringBuilder(oneOf(straight));
    for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
      bend(text);
    }
    return text.toString();
  }

  private void bend(StringBuilder text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1, 12));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, oneOf(NASTY));
      case 2 -> text.replace(from, to, oneOf(NASTY));
      case 3 -> text.insert(from, text.substring(from, to));
      case 4 -> text.insert(from, (char) random.nextInt(0x10000));
      default -> text.replace(from, text.length(), oneOf(straight));
    }
  }

  private String oneOf(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }
}
