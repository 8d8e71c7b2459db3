package chat.parley.server;

import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
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
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  /** Whether the port speaks TLS. */
  enum Tls {
    ON,
    OFF
  }

  /** Runs a server until it is told to stop. */
  @Command(
      name = "server",
      mixinStandardHelpOptions = true,
      description = "Run a server until it is stopped with Ctrl+C or SIGTERM.")
  static final class Serve implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
        names = "--port",
        description = "The one port for everything; ${DEFAULT-VALUE} unless given.",
        defaultValue = "" + ServerConfig.DEFAULT_PORT)
    private int port;

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
        description =
            "Whether the port speaks TLS: off (the default); on comes in a later version.",
        defaultValue = "off")
    private Tls tls = Tls.OFF;

    @Option(
        names = "--no-rate-limits",
        description = "Lift rates and connections per address, for benchmarks.")
    private boolean noRateLimits;

    @Override
    public Integer call() throws InterruptedException {
      if (tls == Tls.ON) {
        throw new ParameterException(
            spec.commandLine(), "This version does not speak TLS yet. Start with --tls off.");
      }
      Path folder = (data == null ? DataFolder.usual() : data).toAbsolutePath().normalize();
      DataFolder.make(folder);
      System.setProperty("parley.data", folder.toString());
      ServerConfig config = config(folder);
      ParleyServer server;
      try {
        server = ParleyServer.start(config);
      } catch (StartFailure e) {
        spec.commandLine().getErr().println(e.getMessage());
        return FAILED;
      }
      greet(config, server.port());
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

    private ServerConfig config(Path folder) {
      try {
        String called = name == null ? hostName() : name.strip();
        return new ServerConfig(bind, port, folder, called, !noRateLimits);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
      }
    }

    private void greet(ServerConfig config, int actualPort) {
      PrintWriter out = spec.commandLine().getOut();
      List<String> hosts =
          config.bind().equals("0.0.0.0") || config.bind().equals("::")
              ? addresses()
              : List.of(config.bind());
      out.printf("%s is open.%n", config.name());
      hosts.forEach(host -> out.printf("  Address for others:  %s:%d%n", host, actualPort));
      out.printf("  In a browser:        http://%s:%d/%n", hosts.getFirst(), actualPort);
      out.printf("  Encryption:          off: others on this network can read along%n");
      out.printf("  Data is kept in:     %s%n", config.data());
      out.flush();
    }

    private static String hostName() {
      String known = System.getenv("COMPUTERNAME");
      if (known != null && !known.isBlank()) {
        return known;
      }
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "Parley";
      }
    }

    /** The addresses by which others on the network can reach this computer, or loopback. */
    private static List<String> addresses() {
      try {
        List<String> found =
            Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .filter(Serve::isUsable)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address)
                .map(InetAddress::getHostAddress)
                .sorted()
                .toList();
        return found.isEmpty() ? List.of("localhost") : found;
      } catch (SocketException e) {
        return List.of("localhost");
      }
    }

    private static boolean isUsable(NetworkInterface network) {
      try {
        String name = network.getName().toLowerCase(Locale.ROOT);
        return network.isUp() && !network.isLoopback() && !name.startsWith("docker");
      } catch (SocketException e) {
        return false;
      }
    }
  }
}
