package chat.parley.desktop.app;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.platform.InvitationFile;
import chat.parley.desktop.platform.PngFile;
import chat.parley.desktop.platform.ServerProgram;
import chat.parley.desktop.platform.ServerTrouble;
import chat.parley.desktop.platform.ServerUnit;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Host;
import chat.parley.discovery.ComputerName;
import chat.parley.discovery.Lan;
import chat.parley.model.Fingerprint;
import chat.parley.wire.KeyPrint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that this person's app runs on this computer, with its data in the app's folder. */
final class OwnServer implements Host {
  private static final Logger log = LoggerFactory.getLogger(OwnServer.class);

  /** By its name only: the app reaches a server by its address, as everybody does. */
  private static final String MAIN = "chat.parley.server.Main";

  private static final Found NOTHING = new Found(null, "", "", List.of(), Host.Start.UNABLE);

  private final Path folder;
  private final Path kept;
  private final ServerProgram program;
  private final List<String> options;
  private final FxThread fx;

  /**
   * @param folder in which the server keeps its data
   * @param kept in which join cards and invitations are saved
   * @param options for the server's command line
   * @param version of the app
   */
  OwnServer(Path folder, Path kept, List<String> options, String version, FxThread fx) {
    this.folder = folder;
    this.kept = kept;
    this.program =
        new ServerProgram(
            folder,
            MAIN,
            ServerAddress.DEFAULT_PORT,
            version,
            ServerUnit.ofThisComputer(folder.toAbsolutePath()));
    this.options = List.copyOf(options);
    this.fx = fx;
  }

  @Override
  public void find(Consumer<Found> found) {
    inBackground(this::found, found, _ -> found.accept(NOTHING));
  }

  private Found found() throws IOException {
    try {
      program.followApp(options);
    } catch (IOException e) {
      log.warn("The system may start this server from where the app was before.", e);
    }
    try {
      program.renew(options);
    } catch (IOException e) {
      log.warn("The server of before this app was updated did not make place for a new one.", e);
    }
    Optional<ServerProgram.Running> running = program.find();
    return new Found(
        running.isPresent() ? hosted(running.get()) : null,
        program.name().orElse(""),
        computer(),
        Lan.reachable().stream().map(InetAddress::getHostAddress).toList(),
        starts());
  }

  /** Systems add the name of the network to it, which nobody says. */
  private static String computer() {
    String name = ComputerName.get().orElse("");
    return name.contains(".") && !name.matches("[0-9.]+")
        ? name.substring(0, name.indexOf('.'))
        : name;
  }

  private Start starts() throws IOException {
    if (!program.canStartWithComputer()) {
      return Start.UNABLE;
    }
    if (!program.startsWithComputer()) {
      return Start.NEVER;
    }
    return program.startsBeforeLogIn() ? Start.WITH_COMPUTER : Start.AT_LOG_IN;
  }

  @Override
  public void start(String name, Consumer<Hosted> done, Consumer<String> failed) {
    inBackground(() -> hosted(program.start(name, options)), done, failed);
  }

  @Override
  public void startWithComputer(boolean on, Consumer<Start> done, Consumer<String> failed) {
    inBackground(
        () -> {
          program.startWithComputer(on, options);
          return starts();
        },
        done,
        failed);
  }

  @Override
  public void stop(Runnable done, Consumer<String> failed) {
    inBackground(
        () -> {
          program.stop();
          return "";
        },
        _ -> done.run(),
        failed);
  }

  @Override
  public void savePicture(int width, int[] argb, Consumer<String> done, Consumer<String> failed) {
    inBackground(() -> PngFile.write(kept, "Parley", width, argb).toString(), done, failed);
  }

  @Override
  public void saveInvitation(
      String server, String link, Consumer<String> done, Consumer<String> failed) {
    inBackground(() -> InvitationFile.write(kept, server, link).toString(), done, failed);
  }

  private Hosted hosted(ServerProgram.Running running) throws IOException {
    return new Hosted(
        new Invitation(new ServerAddress("127.0.0.1", running.port()), key()), setUpCode());
  }

  private @Nullable Fingerprint key() throws IOException {
    Path file = folder.resolve("tls").resolve("certificate.pem");
    if (!Files.exists(file)) {
      return null;
    }
    try (var in = Files.newInputStream(file)) {
      return KeyPrint.of(
          CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey());
    } catch (CertificateException e) {
      throw new IOException(file + " is not a certificate.", e);
    }
  }

  private @Nullable String setUpCode() throws IOException {
    Path file = folder.resolve("setup-code.txt");
    return Files.exists(file) ? Files.readString(file).strip() : null;
  }

  /** One sentence for a person. */
  static String reason(Exception e) {
    if (!(e instanceof ServerTrouble trouble)) {
      return Texts.of("host.trouble.other", String.valueOf(e.getMessage()));
    }
    String detail = trouble.detail();
    return switch (trouble.kind()) {
      case PORTS_TAKEN -> Texts.of("host.trouble.ports", detail);
      case ENDED -> Texts.of("host.trouble.ended", detail);
      case ENDED_SAYING -> Texts.of("host.trouble.said", detail);
      case NOT_OPEN -> Texts.of("host.trouble.closed", detail);
      case NOT_ENDED -> Texts.of("host.trouble.runs");
      case NO_STARTER -> Texts.of("host.trouble.unable");
      case NONE_YET -> Texts.of("host.trouble.none");
      case GIVEN_UP -> Texts.of("host.trouble.given.up");
    };
  }

  private <T> void inBackground(
      Callable<T> work, Consumer<? super T> done, Consumer<String> failed) {
    Thread.ofPlatform()
        .name("parley-host")
        .daemon()
        .start(
            () -> {
              try {
                T outcome = work.call();
                fx.run(() -> done.accept(outcome));
              } catch (Exception e) {
                log.warn("The server on this computer", e);
                fx.run(() -> failed.accept(Texts.of("host.failed", reason(e))));
              }
            });
  }
}
