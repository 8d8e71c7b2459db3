package chat.parley.server;

import chat.parley.server.threads.CompilerThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Runs a server until it is told to stop. */
final class ServeCommand {
  private static final int FAILED = 1;
  private static final Pattern MISREAD = Pattern.compile("[%${}]|:-");

  private final Subcommand given;

  private ServeCommand(Subcommand given) {
    this.given = given;
  }

  static Subcommand described() {
    var server =
        new Subcommand(
            "server",
            "Run a server until it is stopped with Ctrl+C or SIGTERM.",
            given -> new ServeCommand(given).run());
    return ServeOptions.of(server).with(UserCommand.described());
  }

  private int run() throws InterruptedException {
    ServerConfig config = new ServeOptions(given).config();
    DataFolder.make(config.data());
    if (given.has("--restored")) {
      sayItIsRestored(config.data());
    }
    ServerLog.into(logFolder(config.data()));
    // On one thread, or it says of itself that it began on two.
    LoggerFactory.getILoggerFactory();
    ParleyServer server;
    try {
      server = ParleyServer.start(config);
    } catch (StartFailure e) {
      given.err().println(e.getMessage());
      return FAILED;
    }
    Thread.ofPlatform().name("parley-compilers").daemon().start(CompilerThreads::giveWay);
    Greeting.of(config, server).print(given.out());
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("parley-stop")
                .unstarted(
                    () -> {
                      server.close();
                      stopped.countDown();
                    }));
    stopped.await();
    return 0;
  }

  private void sayItIsRestored(Path folder) {
    try {
      DataFolder.sayItIsRestored(folder);
    } catch (IOException e) {
      throw given.wrong("Nothing can be written in the folder " + folder + ".");
    }
  }

  /** What writes logs takes some names for patterns. */
  private Path logFolder(Path folder) {
    if (!MISREAD.matcher(folder.toString()).find()) {
      return folder;
    }
    try {
      Path instead = Files.createTempDirectory("parley-");
      given
          .err()
          .println(
              "No log can be kept in a folder with %, $, {, } or :- in its name; it is in "
                  + instead
                  + " instead.");
      return instead;
    } catch (IOException e) {
      throw given.wrong("There is no folder for the log: " + e.getMessage());
    }
  }
}
