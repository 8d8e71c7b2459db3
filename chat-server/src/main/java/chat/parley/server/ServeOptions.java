package chat.parley.server;

import chat.parley.discovery.Ways;
import chat.parley.model.Door;
import chat.parley.model.Names;
import chat.parley.protocol.Datagram;
import chat.parley.server.file.Quotas;
import chat.parley.server.file.Sizes;
import chat.parley.server.identity.Reach;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** What a server is asked for on the command line. */
final class ServeOptions {
  private static final int MOST_PORT = 65_535;

  private final Subcommand given;

  ServeOptions(Subcommand given) {
    this.given = given;
  }

  static Subcommand of(Subcommand server) {
    return server
        .option(
            "--port",
            "PORT",
            String.valueOf(ServerConfig.DEFAULT_PORT),
            "The one port for everything; ${DEFAULT-VALUE} unless given.")
        .option(
            "--bind", "ADDRESS", "0.0.0.0", "The address to listen on; ${DEFAULT-VALUE} means all.")
        .option("--data", "FOLDER", null, "The folder in which everything is kept.")
        .option("--name", "NAME", null, "What people call this server.")
        .option(
            "--tls",
            "on|off",
            "on",
            "Whether the port is encrypted by TLS; ${DEFAULT-VALUE} unless given.")
        .option(
            "--tls-cert",
            "FILE",
            null,
            "A certificate of your own: PEM with --tls-key, or PKCS#12 (.p12, .pfx).")
        .option("--tls-key", "FILE", null, "The key of that certificate, in PEM form.")
        .option(
            "--tls-password-file",
            "FILE",
            null,
            "A file whose first line is the password of the PKCS#12 file.")
        .option(
            "--accounts",
            "WHOM",
            "guests",
            "Whom to let in: guests (anybody by name, the default), open (accounts that anybody may"
                + " register), invite (accounts by invitation), closed (accounts there are).")
        .option(
            "--max-file",
            "SIZE",
            "100M",
            "The largest file people may send, such as 100M; ${DEFAULT-VALUE} unless given.")
        .option(
            "--max-files-person",
            "SIZE",
            "2G",
            "How much one person's files may take; ${DEFAULT-VALUE} unless given.")
        .option(
            "--max-files",
            "SIZE",
            null,
            "How much all files together may take; as much as the disk has unless given.")
        .flag("--no-discovery", "Do not let apps on the network find this server by themselves.")
        .option(
            "--discovery-port",
            "PORT",
            String.valueOf(Datagram.PORT),
            "The UDP port on which apps ask for servers, ${DEFAULT-VALUE} unless given; with another"
                + " one there is no mDNS.")
        .flag("--no-rate-limits", "Lift rates and connections per address, for benchmarks.")
        .flag(
            "--restored", "Say so once after a backup was put back: apps forget what came later.");
  }

  /**
   * Paths are absolute in it.
   *
   * @throws ParameterException with one sentence for a person
   */
  ServerConfig config() {
    String bind = given.valueOrUsual("--bind");
    if (bind.isBlank()) {
      throw wrong("--bind names an address; leave it out to listen on all.");
    }
    try {
      String name = given.value("--name");
      return new ServerConfig(
          bind,
          port("--port", 0),
          given.dataFolder(),
          name == null ? usualName() : name.strip(),
          door(),
          !given.has("--no-rate-limits"),
          encryption(),
          quotas(),
          ways());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Door door() {
    String asked = given.valueOrUsual("--accounts").strip().toUpperCase(Locale.ROOT);
    for (Door door : Door.values()) {
      if (door.name().equals(asked)) {
        return door;
      }
    }
    throw wrong("--accounts takes guests, open, invite or closed.");
  }

  /**
   * @param least 0 where that stands for any free one
   */
  private int port(String option, int least) {
    try {
      int number = Integer.parseInt(given.valueOrUsual(option).strip());
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
    int asked = port("--discovery-port", 1);
    return given.has("--no-discovery") ? null : new Ways(asked, asked == Datagram.PORT, false);
  }

  private static String usualName() {
    String computer = Reach.computerName();
    return Names.problemWithServer(computer).isEmpty() ? computer : "Parley";
  }

  private Quotas quotas() {
    String all = given.value("--max-files");
    return new Quotas(
        Sizes.parse(given.valueOrUsual("--max-file")),
        Sizes.parse(given.valueOrUsual("--max-files-person")),
        all == null ? Quotas.DEFAULT.server() : Sizes.parse(all));
  }

  private boolean encrypts() {
    return switch (given.valueOrUsual("--tls").strip().toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw wrong("--tls takes on or off.");
    };
  }

  private Encryption encryption() {
    Path certificate = file("--tls-cert");
    Path key = file("--tls-key");
    Path password = file("--tls-password-file");
    if (certificate == null) {
      if (key != null || password != null) {
        throw wrong("--tls-key and --tls-password-file go with --tls-cert.");
      }
      return encrypts() ? new Encryption.OwnKey() : new Encryption.Off();
    }
    if (!encrypts()) {
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

  private @Nullable Path file(String option) {
    return given.path(option, option + " names a file.");
  }

  private ParameterException wrong(String sentence) {
    return given.wrong(sentence);
  }
}
