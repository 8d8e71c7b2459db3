import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a part of Parley once, so that Java can keep what it learned for later starts: {@code java
 * Rehearsal.java server|desktop FOLDER SERVER_JAR COMMAND...}. The command says where Java is to
 * write that; it does when it is told to end.
 */
public final class Rehearsal {
  private static final long WRITING_SECONDS = 300;
  private static final int MESSAGES = 40;

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    clear(folder);
    List<String> command = Arrays.asList(args).subList(3, args.length);
    if (args[0].equals("server")) {
      server(folder, command);
    } else {
      desktop(folder, List.of(java(), "-jar", args[2], "server"), command);
    }
    clear(folder);
  }

  /** The second start is kept: nearly all are such, with a key and a database that are there. */
  private static void server(Path folder, List<String> command) throws Exception {
    Company.gather(unkept(command), folder.resolve("data")).close();
    try (Company company = Company.gather(command, folder.resolve("data"))) {
      company.say(MESSAGES);
      company.leave();
      company.server().destroy();
      await(company.server(), folder.resolve("server-output"));
    }
  }

  private static void desktop(Path folder, List<String> server, List<String> command)
      throws Exception {
    try (Company company = Company.gather(server, folder.resolve("data"))) {
      company.say(MESSAGES);
      // It looks for servers on this computer only.
      List<String> profile =
          List.of("--profile", folder.resolve("profile").toString(), "--discovery-port", "7991");
      List<String> guest = List.of("--server", company.address(), "--name", "Ann");
      Path output = folder.resolve("app-output");
      List<String> link = joined(profile, List.of("parley://" + company.address() + "/"));
      visit(company, joined(joined(unkept(command), profile), guest), List.of(), output);
      visit(company, joined(command, profile), joined(unkept(command), link), output);
    }
  }

  /**
   * The app comes, hears something, and is told to end.
   *
   * @param opener opens a link in the app that runs, which then shows the form of a first start;
   *     empty for no such thing
   */
  private static void visit(
      Company company, List<String> command, List<String> opener, Path output) throws Exception {
    Process app =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      company.awaitGuest("Ann");
      company.say(6);
      TimeUnit.SECONDS.sleep(3); // the window draws what it got
      if (!opener.isEmpty()) {
        open(opener);
      }
      app.destroy();
      await(app, output);
      company.awaitGone("Ann");
    } finally {
      app.destroyForcibly();
    }
  }

  /** Where the app cannot be told, as in a folder with a very long name, it is not. */
  private static void open(List<String> opener) throws Exception {
    Process second =
        new ProcessBuilder(opener)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!second.waitFor(30, TimeUnit.SECONDS)) {
      second.destroyForcibly();
    }
    TimeUnit.SECONDS.sleep(2);
  }

  /** The same without keeping what Java learns. */
  private static List<String> unkept(List<String> command) {
    return command.stream().filter(word -> !word.startsWith("-XX:AOTCacheOutput=")).toList();
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static void await(Process process, Path output) throws Exception {
    if (!process.waitFor(WRITING_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("It did not end:\n" + Files.readString(output));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
