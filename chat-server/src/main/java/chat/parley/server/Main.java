package chat.parley.server;

import chat.parley.discovery.Ways;
import chat.parley.model.Door;
import chat.parley.model.Names;
import chat.parley.protocol.Datagram;
import chat.parley.server.file.Quotas;
import chat.parley.server.file.Sizes;
import chat.parley.server.identity.Reach;
import chat.parley.server.threads.CompilerThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Parley from the command line. */
@Command(
    name = "parley",
    description = "Team chat for your own network.",
    subcommands = {Main.Serve.class, CommandLine.HelpCommand.class})
public final class Main {
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::refuse);
  }

  /** One sentence and where to read on: a page of options would hide what was wrong. */
  private static int refuse(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println(wrong.getMessage());
    command
        .getErr()
        .printf("\"%s --help\" lists the options.%n", command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Whether the port speaks TLS. */
  enum Tls {
    ON,
    OFF
  }

  /** Runs a server until it is told to stop. */
  @Command(
      name = "server",
      subcommands = UserCommand.class,
      mixinStandardHelpOptions = true,
      description = "Run a server until it is stopped with Ctrl+C or SIGTERM.")
  static final class Serve implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int MOST_PORT = 65_535;
    private static final Pattern MISREAD = Pattern.compile("[%${}]|:-");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
        names = "--port",
        description = "The one port for everything; ${DEFAULT-VALUE} unless given.",
        defaultValue = "" + ServerConfig.DEFAULT_PORT)
    private String port = "";

    @Option(
        names = "--bind",
        description = "The address to listen on; ${DEFAULT-VALUE} means all.",
        defaultValue = "0.0.0.0")
    private String bind = "0.0.0.0";

    @Option(names = "--data", description = "The folder in which everything is kept.")
    private @Nullable Path data;

    @Option(names = "--name", description = "What people call this server.")
    private @Nullable String name;

    @Option(
        names = "--tls",
        description = "Whether the port is encrypted by TLS, on or off; on unless given.",
        defaultValue = "on")
    private Tls tls = Tls.ON;

    @Option(
        names = "--tls-cert",
        description = "A certificate of your own: PEM with --tls-key, or PKCS#12 (.p12, .pfx).")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", description = "The key of that certificate, in PEM form.")
    private @Nullable Path key;

    @Option(
        names = "--tls-password-file",
        description = "A file whose first line is the password of the PKCS#12 file.")
    private @Nullable Path password;

    @Option(
        names = "--accounts",
        description =
            "Whom to let in: guests (anybody by name, the default), open (accounts that anybody may"
                + " register), invite (accounts by invitation), closed (accounts there are).",
        defaultValue = "guests")
    private Door accounts = Door.GUESTS;

    @Option(
        names = "--max-file",
        description =
            "The largest file people may send, such as 100M; ${DEFAULT-VALUE} unless given.",
        defaultValue = "100M")
    private String maxFile = "100M";

    @Option(
        names = "--max-files-person",
        description = "How much one person's files may take; ${DEFAULT-VALUE} unless given.",
        defaultValue = "2G")
    private String maxFilesPerson = "2G";

    @Option(
        names = "--max-files",
        description = "How much all files together may take; as much as the disk has unless given.")
    private @Nullable String maxFiles;

    @Option(
        names = "--no-discovery",
        description = "Do not let apps on the network find this server by themselves.")
    private boolean noDiscovery;

    @Option(
        names = "--discovery-port",
        description =
            "The UDP port on which apps ask for servers, ${DEFAULT-VALUE} unless given; with another"
                + " one there is no mDNS.",
        defaultValue = "" + Datagram.PORT)
    private String discoveryPort = "";

    @Option(
        names = "--no-rate-limits",
        description = "Lift rates and connections per address, for benchmarks.")
    private boolean noRateLimits;

    @Option(
        names = "--restored",
        description = "Say so once after a backup was put back: apps forget what came later.")
    private boolean restored;

    @Override
    public Integer call() throws InterruptedException {
      ServerConfig config = config(folder());
      DataFolder.make(config.data());
      if (restored) {
        sayItIsRestored(config.data());
      }
      ServerLog.into(logFolder(config.data()));
      // On one thread, or it says of itself that it began on two.
      LoggerFactory.getILoggerFactory();
      ParleyServer server;
      try {
        server = ParleyServer.start(config);
      } catch (StartFailure e) {
        spec.commandLine().getErr().println(e.getMessage());
        return FAILED;
      }
      Thread.ofPlatform().name("parley-compilers").daemon().start(CompilerThreads::giveWay);
      Greeting.of(config, server).print(spec.commandLine().getOut());
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
        throw wrong("Nothing can be written in the folder " + folder + ".");
      }
    }

    /** What writes logs takes some names for patterns. */
    private Path logFolder(Path folder) {
      if (!MISREAD.matcher(folder.toString()).find()) {
        return folder;
      }
      try {
        Path instead = Files.createTempDirectory("parley-");
        spec.commandLine()
            .getErr()
            .println(
                "No log can be kept in a folder with %, $, {, } or :- in its name; it is in "
                    + instead
                    + " instead.");
        return instead;
      } catch (IOException e) {
        throw wrong("There is no folder for the log: " + e.getMessage());
      }
    }

    private Path folder() {
      if (data != null && data.toString().isBlank()) {
        throw wrong("--data names a folder; leave it out for the usual one.");
      }
      return (data == null ? DataFolder.usual() : data).toAbsolutePath().normalize();
    }

    private ServerConfig config(Path folder) {
      if (bind.isBlank()) {
        throw wrong("--bind names an address; leave it out to listen on all.");
      }
      try {
        String called = name == null ? usualName() : name.strip();
        return new ServerConfig(
            bind,
            port("--port", port, 0),
            folder,
            called,
            accounts,
            !noRateLimits,
            encryption(),
            quotas(),
            ways());
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
      }
    }

    /**
     * @param least 0 where that stands for any free one
     */
    private int port(String option, String given, int least) {
      try {
        int number = Integer.parseInt(given.strip());
        if (number >= least && number <= MOST_PORT) {
          return number;
        }
      } catch (NumberFormatException e) {
        // No number is as wrong as one that no port has.
      }
      String any = least == 0 ? " (or 0 for any that is free)" : "";
      throw wrong(option + " takes a number from 1 to " + MOST_PORT + any + ".");
    }

    private @Nullable Ways ways() {
      int asked = port("--discovery-port", discoveryPort, 1);
      return noDiscovery ? null : new Ways(asked, asked == Datagram.PORT, false);
    }

    private static String usualName() {
      String computer = Reach.computerName();
      return Names.problemWithServer(computer).isEmpty() ? computer : "Parley";
    }

    private Quotas quotas() {
      return new Quotas(
          Sizes.parse(maxFile),
          Sizes.parse(maxFilesPerson),
          maxFiles == null ? Quotas.DEFAULT.server() : Sizes.parse(maxFiles));
    }

    private Encryption encryption() {
      if (certificate == null) {
        if (key != null || password != null) {
          throw wrong("--tls-key and --tls-password-file go with --tls-cert.");
        }
        return tls == Tls.ON ? new Encryption.OwnKey() : new Encryption.Off();
      }
      if (tls == Tls.OFF) {
        throw wrong("--tls-cert does not go with --tls off.");
      }
      String file = String.valueOf(certificate.getFileName()).toLowerCase(Locale.ROOT);
      if (file.endsWith(".p12") || file.endsWith(".pfx")) {
        return new Encryption.Pkcs12(certificate, password);
      }
      if (key == null) {
        throw wrong("--tls-cert needs --tls-key, unless it is a .p12 or .pfx file.");
      }
      return new Encryption.PemFiles(certificate, key);
    }

    private ParameterException wrong(String sentence) {
      return new ParameterException(spec.commandLine(), sentence);
    }
  }
}
