package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told who asks for something that cannot be. */
class MainTest {
  @TempDir Path folder;

  private final StringWriter errors = new StringWriter();
  private final StringWriter told = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--port=99999, 1 to 65535",
    "--port=-1, 1 to 65535",
    "--port=many, --port takes a number from 1 to 65535",
    "--port=, --port takes a number from 1 to 65535",
    "--discovery-port=0, --discovery-port takes a number from 1 to 65535",
    "--discovery-port=many, --discovery-port takes a number from 1 to 65535",
    "--tls=maybe, --tls takes on or off.",
    "--accounts=everyone, '--accounts takes guests, open, invite or closed.'",
    "--tls-cert=, --tls-cert names a file.",
    "--max-file=much, A size is a number with K",
    "--tls-key=k.pem, --tls-cert",
    "--colour=blue, --colour",
  })
  void anImpossibleOptionIsOneSentenceAndWhereToReadOn(String option, String names) {
    assertThat(server(option)).isEqualTo(2);
    assertThat(errors.toString().lines()).hasSize(2);
    assertThat(errors.toString().lines().toList().getFirst()).contains(names);
    assertThat(errors.toString()).contains("\"parley server --help\" lists the options.");
    assertThat(folder).as("nothing is made for a server that does not start").isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "server user"})
  void whatThereIsToAskForIsListed(String asked) {
    assertThat(run(asked.isEmpty() ? new String[0] : asked.split(" "))).isZero();
    assertThat(told.toString()).contains(asked.endsWith("user") ? "reset" : "server");
  }

  @Test
  void theListOfOptionsHasEachWithWhatItIsUnlessGiven() {
    assertThat(run("server", "--help")).isZero();
    assertThat(told.toString())
        .contains("--port=PORT", "7070 unless given", "--accounts=WHOM", "--restored")
        .doesNotContain("DEFAULT-VALUE");
  }

  @Test
  void wordsInCapitalsAreThoseWords() {
    assertThat(run("server", "--tls=OFF", "--accounts=Closed", "--port=x")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("--port takes a number");
  }

  @Test
  void aNameOfAHundredCharactersIsRefused() {
    assertThat(server("--name=" + "x".repeat(100))).isEqualTo(2);
    assertThat(errors.toString()).startsWith("A server's name has 1 to 60 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Of\u0007fice", "Office\nis open.", "Of\u202eecif"})
  void aNameWithWhatDoesNotShowIsRefusedAndNotPrinted(String name) {
    assertThat(server("--name=" + name)).isEqualTo(2);
    assertThat(errors.toString().lines()).hasSize(2);
    assertThat(errors.toString()).startsWith("A server's name cannot have U+").doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aFolderWithoutANameIsNotTheOneWhereTheShellIs(String nothing) {
    assertThat(run("server", "--tls=off", "--port=0", "--data=" + nothing)).isEqualTo(2);
    assertThat(errors.toString())
        .startsWith("--data names a folder; leave it out for the usual one.");
  }

  @Test
  void aServerThatStartsSaysNothingOfItsLogging() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder)) {
      assertThat(server.output()).isNotEmpty().noneMatch(line -> line.contains("SLF4J"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"50% done", "a %d{yyyy} b", "${HOME}", "a{b}", "a:-b"})
  void aFolderWhoseNameLoggingWouldMisreadIsServedAllTheSame(String name) throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve(name))) {
      assertThat(server.output())
          .anyMatch(line -> line.contains("No log can be kept in a folder with"))
          .noneMatch(line -> line.contains("Exception"));
    }
    assertThat(folder.resolve(name).resolve("parley.db")).exists();
  }

  @Test
  void anAddressWithoutANameIsOneSentence() {
    assertThat(server("--tls=off", "--port=0", "--bind=")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("--bind names an address");
  }

  @Test
  void aBackupThatIsPutBackIsAnotherHistory() throws Exception {
    Path data = folder.resolve("backup");
    String before = epochOf(data, "Ann");
    assertThat(epochOf(data, "Ben")).isEqualTo(before);
    String after = epochOf(data, "Cem", "--restored");
    assertThat(after).isNotEqualTo(before);
    assertThat(epochOf(data, "Dan")).isEqualTo(after);
  }

  private static String epochOf(Path data, String name, String... options) throws Exception {
    try (ServerProcess server = ServerProcess.start(data, options);
        Guest ann = Guest.connect(server.port())) {
      return ann.hello(new Command.Auth.Guest(name), null, Map.of()).epoch();
    }
  }

  @Test
  void aTakenPortIsOneSentence() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThat(server("--bind=127.0.0.1", "--tls=off", "--port=" + port)).isEqualTo(1);
      assertThat(errors.toString().lines()).hasSize(1);
      assertThat(errors.toString()).contains(String.valueOf(port)).doesNotContain("Exception");
    }
  }

  @Test
  void aFileWhereTheFolderShouldBeIsOneSentenceAndStays() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(run("server", "--tls=off", "--port=0", "--data=" + file)).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).contains("notes.txt").doesNotContain("Exception");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aDatabaseThatIsNoneIsOneSentenceAndStays() throws Exception {
    Path data = Files.createDirectory(folder.resolve("other"));
    Path database = Files.writeString(data.resolve("parley.db"), "no database at all ".repeat(9));
    String before = Files.readString(database);
    assertThat(run("server", "--tls=off", "--port=0", "--data=" + data)).isEqualTo(1);
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString()).contains("parley.db").doesNotContain("Exception");
    assertThat(database).hasContent(before);
  }

  private int server(String... options) {
    var all = new String[options.length + 2];
    all[0] = "server";
    all[1] = "--data=" + folder.resolve("data");
    System.arraycopy(options, 0, all, 2, options.length);
    return run(all);
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(told, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
