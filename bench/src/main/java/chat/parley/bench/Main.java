package chat.parley.bench;

import chat.parley.client.BadAddress;
import chat.parley.client.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The benchmark from the command line. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measure a Parley server: one of our own on this computer, or with --server any that"
            + " runs with --no-rate-limits.")
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int SLOW_RATE = 500;
  private static final int SLOW_CLIENTS = 100;
  private static final int SLOW_ROOMS = 2;

  /** Large enough for the buffers of the kernel to fill within the run. */
  private static final int SLOW_SIZE = 1_000;

  /** The kinds of load that can be asked for. */
  enum Kind {
    ROOMS,
    IDLE,
    SLOW,
    STORM,
    FILES,
    FLOOD
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Parameters(
      paramLabel = "KIND",
      description =
          "What to measure: rooms, idle, slow, storm, files, flood; all of them unless named.")
  private List<Kind> kinds = new ArrayList<>();

  @Option(
      names = "--clients",
      description = "Connections; usually 1000 in rooms, 5000 in idle, 100 in slow, 32 in flood.")
  private @Nullable Integer clients;

  @Option(names = "--rooms", description = "Rooms; usually 10 in rooms, 2 in slow.")
  private @Nullable Integer rooms;

  @Option(names = "--rate", description = "Messages a second; usually 200 in rooms, 500 in slow.")
  private @Nullable Integer rate;

  @Option(
      names = "--seconds",
      description = "How long each measurement takes; ${DEFAULT-VALUE} unless given.",
      defaultValue = "20")
  private int seconds = 20;

  @Option(names = "--size", description = "Characters a message; usually 100, in slow 1000.")
  private @Nullable Integer size;

  @Option(
      names = "--server",
      description = "Measure the server at this address; it must run with --tls off.")
  private @Nullable String server;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() {
    checkNumbers();
    List<Kind> wanted = kinds.isEmpty() ? List.of(Kind.values()) : kinds;
    var table = new Table(spec.commandLine().getOut());
    try {
      for (Kind kind : wanted) {
        // Each on a server of its own, so that none inherits what another left behind.
        try (Subject subject = subject()) {
          shape(kind).run(subject, table);
        }
      }
      return 0;
    } catch (CannotMeasure e) {
      spec.commandLine().getErr().println(e.getMessage());
      return FAILED;
    }
  }

  private Shape shape(Kind kind) {
    return switch (kind) {
      case ROOMS ->
          new RoomsShape(or(clients, 1_000), or(rooms, 10), or(rate, 200), seconds, or(size, 100));
      case IDLE -> new IdleShape(or(clients, 5_000));
      case SLOW ->
          new SlowShape(
              or(clients, SLOW_CLIENTS),
              or(rooms, SLOW_ROOMS),
              or(rate, SLOW_RATE),
              seconds,
              or(size, SLOW_SIZE));
      case STORM ->
          new StormShape(or(clients, 1_000), or(rooms, 10), or(rate, 200), seconds, or(size, 100));
      case FILES ->
          new FilesShape(or(clients, 1_000), or(rooms, 10), or(rate, 200), seconds, or(size, 100));
      case FLOOD -> new FloodShape(or(clients, 32), seconds, or(size, 100));
    };
  }

  private Subject subject() {
    GivingWay.compilers();
    if (server != null) {
      try {
        return new Subject.Elsewhere(ServerAddress.parse(server));
      } catch (BadAddress e) {
        throw new CannotMeasure(e.sentence(), e);
      }
    }
    Path jar = Path.of(System.getProperty("parley.server.jar", "chat-server.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new CannotMeasure(
          "There is no server at " + jar + "; start this with ./parley bench, or name --server.");
    }
    return ServerProcess.start(jar);
  }

  private void checkNumbers() {
    check("--clients", clients, 20_000);
    check("--rooms", rooms, 1_000);
    check("--rate", rate, 100_000);
    check("--seconds", seconds, 3_600);
    check("--size", size, 16_000);
  }

  private void check(String option, @Nullable Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw new ParameterException(
          spec.commandLine(), option + " is a number from 1 to " + most + ".");
    }
  }

  private static int or(@Nullable Integer given, int usual) {
    return given == null ? usual : given;
  }
}
