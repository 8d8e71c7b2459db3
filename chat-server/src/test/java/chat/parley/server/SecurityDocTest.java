package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.access.Passes;
import chat.parley.server.access.PasswordRules;
import chat.parley.server.access.Passwords;
import chat.parley.server.session.Rates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/SECURITY.md promises nothing that no test shows, and leaves no requirement out. */
class SecurityDocTest {
  private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
  private static final String PAGE = page();

  private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+#\\w+)`");

  /** | Number | In short | State | Shown by |. */
  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]{8,}) \\|"
              + " (held|(?:not yet|does not apply): [^|]{8,}) \\| ([^|]*)\\|$");

  private static final Pattern BUCKET =
      Pattern.compile("(?m)^\\| `([A-Z]+)` \\| [^|]+ \\| (\\d+) \\| (\\d+) ms \\|$");

  private static final Pattern LINK = Pattern.compile("]\\(([A-Z]+\\.md|#[^)]+)");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    TestSources sources = TestSources.under(ROOT);
    List<String> named =
        NAMED_TEST.matcher(PAGE).results().map(test -> test.group(1)).distinct().toList();
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named)
        .filteredOn(test -> !sources.has(test))
        .as("tests that are not there")
        .isEmpty();
  }

  @Test
  void everyRequirementOfLevelOneHasOneRow() throws IOException {
    assertThat(rows()).extracting(row -> row.group(1)).containsExactlyElementsOf(numbers());
  }

  @Test
  void nothingIsHeldWithoutATest() {
    assertThat(rows())
        .filteredOn(row -> row.group(3).equals("held"))
        .allSatisfy(row -> assertThat(row.group(4)).as(row.group(1)).containsPattern(NAMED_TEST));
  }

  @Test
  void rowsAreCountedRight() throws IOException {
    assertThat(PAGE.replace('\n', ' '))
        .contains("has " + numbers().size() + " requirements of level 1")
        .contains(
            "Of these %d are held, %d not yet, and %d do not apply."
                .formatted(count("held"), count("not yet"), count("does not apply")));
  }

  @Test
  void ratesAreTheOnesInTheProgram() {
    assertThat(BUCKET.matcher(PAGE).results())
        .extracting(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
        .containsExactlyElementsOf(
            Arrays.stream(Rates.Kind.values()).map(SecurityDocTest::measured).toList());
  }

  @Test
  void numbersInTheTextAreTheOnesInTheProgram() {
    String hash = new Passwords(new SecureRandom()).hash("correct horse battery");
    assertThat(PAGE)
        .contains("has %d to %d characters".formatted(PasswordRules.LEAST, PasswordRules.MOST))
        .contains("for %d minutes".formatted(Passes.GOOD_FOR.toMinutes()))
        .contains("`" + hash.substring(0, hash.lastIndexOf("p=1$") + 4) + "…`")
        .contains("Argon2id, 19 MiB, 2 passes, 1 lane");
  }

  @Test
  void pagesThatAreLinkedAreThere() {
    List<String> links = LINK.matcher(PAGE).results().map(link -> link.group(1)).toList();
    assertThat(links).isNotEmpty();
    assertThat(links)
        .filteredOn(link -> !leadsSomewhere(link))
        .as("links that lead nowhere")
        .isEmpty();
  }

  private static boolean leadsSomewhere(String link) {
    return link.startsWith("#")
        ? PAGE.toLowerCase(Locale.ROOT).contains("\n## " + link.substring(1).replace('-', ' '))
        : Files.exists(ROOT.resolve("docs").resolve(link));
  }

  private static List<MatchResult> rows() {
    return REQUIREMENT.matcher(PAGE).results().toList();
  }

  private static long count(String state) {
    return rows().stream().filter(row -> row.group(3).startsWith(state)).count();
  }

  /** Its name, how many it gives at once, and how long it takes for the next one. */
  private static String measured(Rates.Kind kind) {
    var rates = new Rates(true, () -> 0);
    int atOnce = 0;
    long wait = rates.take(kind, "somebody");
    while (wait == 0) {
      atOnce++;
      wait = rates.take(kind, "somebody");
    }
    return kind + " " + atOnce + " " + wait;
  }

  private static List<String> numbers() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SecurityDocTest.class.getResourceAsStream("asvs-5.0-level-1.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String page() {
    try {
      return Files.readString(ROOT.resolve("docs/SECURITY.md"));
    } catch (IOException e) {
      throw new IllegalStateException("docs/SECURITY.md cannot be read", e);
    }
  }
}
