package chat.parley.protocol;

import chat.parley.ProjectRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What docs/PROTOCOL.md says, in parts that a test can hold the program to. */
final class ProtocolPage {
  /**
   * A message that the page shows.
   *
   * @param byClient whether a client says it, else the server
   * @param section the text of the part of the page in which it stands
   */
  record Example(boolean byClient, String json, String section) {
    @Override
    public String toString() {
      return json;
    }
  }

  private static final Pattern BLOCK =
      Pattern.compile("```json (client|server)\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern EXCHANGE =
      Pattern.compile("```exchange\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*)\\|$");

  private final String text;

  private ProtocolPage(String text) {
    this.text = text;
  }

  static ProtocolPage read() {
    return new ProtocolPage(ProjectRoot.read("docs/PROTOCOL.md"));
  }

  String text() {
    return text;
  }

  /** The blocks that show one message each, for the reference. */
  List<Example> blocks() {
    var examples = new ArrayList<Example>();
    for (String section : text.split("\n(?=#{2,3} )")) {
      Matcher block = BLOCK.matcher(section);
      while (block.find()) {
        examples.add(new Example(block.group(1).equals("client"), block.group(2), section));
      }
    }
    return examples;
  }

  /** The lines of the conversations that the walk tells. */
  List<Example> lines() {
    return EXCHANGE
        .matcher(text)
        .results()
        .flatMap(exchange -> exchange.group(1).lines())
        .map(ProtocolPage::line)
        .toList();
  }

  private static Example line(String line) {
    String[] parts = line.split("> ", 2);
    if (!parts[0].equals("client") && !parts[0].equals("server")) {
      throw new IllegalArgumentException("Who says this? " + line);
    }
    return new Example(parts[0].equals("client"), parts[1], "");
  }

  /** How many fences there are that look like JSON, whoever they say it is by. */
  long fencesWithJson() {
    return Pattern.compile("(?m)^```(json|exchange)").matcher(text).results().count();
  }

  long conversations() {
    return EXCHANGE.matcher(text).results().count();
  }

  /** The cells of the table rows under a heading, trimmed. */
  List<List<String>> rows(String heading) {
    String section =
        Stream.of(text.split("\n(?=#{2,3} )"))
            .filter(part -> part.startsWith("### " + heading + "\n"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No heading " + heading));
    return ROW.matcher(section)
        .results()
        .map(row -> Stream.of(row.group(1).split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  /** The anchors that headings make, in the manner of the usual viewers. */
  List<String> anchors() {
    var anchors = new ArrayList<String>();
    Pattern.compile("(?m)^#+ (.*)$")
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(words -> words.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .forEach(anchor -> anchors.add(unused(anchor, anchors)));
    return anchors;
  }

  private static String unused(String anchor, List<String> taken) {
    String free = anchor;
    for (int n = 1; taken.contains(free); n++) {
      free = anchor + "-" + n;
    }
    return free;
  }
}
