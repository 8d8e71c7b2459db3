package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/PROTOCOL.md and the program say the same. */
class ProtocolDocTest {
  private static final ProtocolPage PAGE = ProtocolPage.read();

  @ParameterizedTest
  @MethodSource
  void exampleMeansWhatItSays(ProtocolPage.Example example) throws Malformed {
    Object said = said(example);
    assertThat(tree(encode(said)))
        .as("what the program would write")
        .isEqualTo(tree(example.json()));
  }

  static Stream<ProtocolPage.Example> exampleMeansWhatItSays() {
    return Stream.concat(PAGE.blocks().stream(), PAGE.lines().stream());
  }

  @ParameterizedTest
  @MethodSource
  void everyFieldOfAnExampleHasARow(ProtocolPage.Example example) {
    JsonObject message = tree(example.json());
    for (String field : message.keySet()) {
      if (!field.equals("type")) {
        assertThat(hasRow(example.section(), field)).as("a row for %s", field).isTrue();
      }
    }
    for (String field : innerFields(message)) {
      assertThat(hasRow(PAGE.text(), field)).as("a row for %s", field).isTrue();
    }
  }

  static Stream<ProtocolPage.Example> everyFieldOfAnExampleHasARow() {
    return PAGE.blocks().stream();
  }

  @Test
  void everyCommandAndEventHasAnExample() throws Malformed {
    Set<Class<?>> shown = new HashSet<>();
    for (ProtocolPage.Example example : PAGE.blocks()) {
      Object said = said(example);
      shown.add(said.getClass());
      shown.addAll(partsOf(said));
    }
    assertThat(shown)
        .containsAll(RoundTripTest.kindsOf(Command.class))
        .containsAll(RoundTripTest.kindsOf(Event.class))
        .containsAll(RoundTripTest.kindsOf(Command.Auth.class))
        .containsAll(RoundTripTest.kindsOf(Command.Place.class))
        .containsAll(RoundTripTest.kindsOf(Command.Span.class));
  }

  @Test
  void everyBlockOfJsonSaysWhoseItIs() {
    assertThat(PAGE.blocks()).isNotEmpty();
    assertThat(PAGE.lines()).isNotEmpty();
    assertThat(PAGE.blocks().size() + PAGE.conversations()).isEqualTo(PAGE.fencesWithJson());
  }

  @Test
  void everyErrorCodeHasOneRow() {
    assertThat(table("Error codes", 2))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values())
                .map(code -> "`" + code.wire() + "` " + yesOrNo(code.temporary()))
                .toList());
  }

  @Test
  void everyCloseCodeHasOneRow() {
    assertThat(table("Close codes", 2))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CloseCode.values())
                .map(code -> code.code() + " " + yesOrNo(CloseCode.comeBack(code.code())))
                .toList());
    assertThat(Arrays.stream(CloseCode.values()).map(CloseCode::code)).doesNotHaveDuplicates();
    assertThat(CloseCode.comeBack(1006)).isTrue();
  }

  @Test
  void usualLimitsAreTheOnesInTheProgram() throws Malformed {
    var welcome =
        PAGE.lines().stream()
            .filter(line -> line.json().contains("\"welcome\""))
            .findFirst()
            .orElseThrow();
    var limits = ((Event.Welcome) said(welcome)).server().limits();
    assertThat(limits).isEqualTo(Limits.DEFAULT);
    assertThat(table("Limits", 1))
        .containsAll(
            tree(welcome.json())
                .getAsJsonObject("server")
                .getAsJsonObject("limits")
                .entrySet()
                .stream()
                .map(limit -> "`" + limit.getKey() + "` " + limit.getValue())
                .toList());
  }

  @Test
  void numbersInTheTextAreTheOnesInTheProgram() {
    assertThat(PAGE.text())
        .contains("nested at most " + Limits.JSON_DEPTH + " deep")
        .contains("32 MiB (33,554,432 bytes)")
        .contains("nothing arrives from a client for " + Limits.DEAD_SECONDS + " seconds")
        .contains("silent for " + Limits.PING_SECONDS + " seconds");
    assertThat(Limits.SERVER_FRAME_BYTES).isEqualTo(33_554_432);
  }

  @Test
  void linksLeadSomewhere() {
    assertThat(Pattern.compile("]\\(#([^)]*)\\)").matcher(PAGE.text()).results())
        .extracting((MatchResult link) -> link.group(1))
        .isNotEmpty()
        .isSubsetOf(PAGE.anchors());
  }

  private static Object said(ProtocolPage.Example example) throws Malformed {
    return example.byClient()
        ? Codec.decodeCommand(example.json())
        : Codec.decodeEvent(example.json()).orElseThrow();
  }

  private static String encode(Object said) {
    return said instanceof Command command ? Codec.encode(command) : Codec.encode((Event) said);
  }

  private static JsonObject tree(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static boolean hasRow(String text, String field) {
    return text.contains("\n| `" + field + "` |");
  }

  /** What a command is made of and has more than one form. */
  private static List<Class<?>> partsOf(Object said) {
    return switch (said) {
      case Command.Hello c -> List.of(c.auth().getClass());
      case Command.Join c -> List.of(c.place().getClass());
      case Command.History c -> List.of(c.span().getClass());
      default -> List.of();
    };
  }

  /** The names in objects that a message holds; ids of rooms, as in cursors, are not names. */
  private static Set<String> innerFields(JsonObject message) {
    return message.entrySet().stream()
        .filter(field -> !field.getKey().equals("cursors"))
        .flatMap(field -> objectsIn(field.getValue()))
        .flatMap(inner -> Stream.concat(inner.keySet().stream(), innerFields(inner).stream()))
        .filter(name -> !name.equals("type"))
        .collect(Collectors.toSet());
  }

  private static Stream<JsonObject> objectsIn(JsonElement value) {
    if (value.isJsonArray()) {
      return value.getAsJsonArray().asList().stream().flatMap(ProtocolDocTest::objectsIn);
    }
    return value.isJsonObject() ? Stream.of(value.getAsJsonObject()) : Stream.empty();
  }

  /** First cell and another one of each row that is about a code or a number. */
  private static Collection<String> table(String heading, int cell) {
    return PAGE.rows(heading).stream()
        .filter(row -> row.getFirst().matches("`[a-z_]+`|[0-9]{4}"))
        .map(row -> row.getFirst() + " " + row.get(cell))
        .toList();
  }

  private static String yesOrNo(boolean answer) {
    return answer ? "yes" : "no";
  }
}
