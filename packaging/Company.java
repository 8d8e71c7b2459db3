import chat.parley.client.ClientConfig;
import chat.parley.client.MemoryJournal;
import chat.parley.client.ParleyClient;
import chat.parley.client.QuietListener;
import chat.parley.client.ServerAddress;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this computer, and somebody on it who says things of every kind. */
final class Company implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  /** A guest's name is kept for who came by it, so each talker has another one. */
  private static final AtomicInteger COMPANIES = new AtomicInteger();

  /** One of each kind of text that the message pane knows. */
  private static final List<String> KINDS =
      List.of(
          "Good morning! The build is green again.",
          "**Bold**, *slanted*, ~~gone~~, `code` and https://example.org/a/long/address?with=more",
          "- one\n- two\n\n1. first\n2. second\n\n> said before\n\nand after it",
          "```java\nint half(int n) {\n  return n / 2; // whole numbers only\n}\n```",
          "\uD83D\uDC4D \uD83C\uDF89 ready \uD83D\uDE80",
          "A longer one, which is broken into lines where the window ends, so that the rows are of"
              + " many heights and not each like the one above it. It goes on for a while.");

  private Process server;
  private final ServerAddress address;
  private final ParleyClient talker;
  private final RoomId lobby;

  private Company(Process server, ServerAddress address, ParleyClient talker, RoomId lobby) {
    this.server = server;
    this.address = address;
    this.talker = talker;
    this.lobby = lobby;
  }

  /**
   * Starts a server and waits until somebody has logged in.
   *
   * @param command how to run it, up to its own options
   */
  static Company gather(List<String> command, Path folder) throws Exception {
    int port = freePort();
    Files.createDirectories(folder.getParent());
    Process server = serve(command, folder, port);
    try {
      ServerAddress address = new ServerAddress("127.0.0.1", port);
      awaitOpen(server, port);
      return join(server, address);
    } catch (Exception e) {
      server.destroyForcibly();
      throw new IOException(Files.readString(folder.resolveSibling("server-output")), e);
    }
  }

  private static Process serve(List<String> command, Path folder, int port) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(
        List.of(
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--data",
            folder.toString(),
            "--name",
            "Rehearsal"));
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling("server-output").toFile())
        .start();
  }

  /** Ends the server and starts it once more, while its people stay. */
  void serveAgain(List<String> command, Path folder) throws Exception {
    end();
    server = serve(command, folder, address.port());
    awaitOpen(server, address.port());
    talker.retryNow();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isBack()) {
      if (System.nanoTime() > end) {
        throw new IOException("Nobody came back.");
      }
      Thread.sleep(100);
    }
  }

  private boolean isBack() throws Exception {
    try {
      talker.members(lobby).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** How many messages the room's log has. */
  long count() throws Exception {
    return talker
        .history(lobby, new Command.Span.After(0), 200)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .events()
        .stream()
        .filter(Event.Message.class::isInstance)
        .count();
  }

  private static Company join(Process server, ServerAddress address) throws Exception {
    var welcome = new CompletableFuture<Event.Welcome>();
    ParleyClient talker =
        ParleyClient.start(
            ClientConfig.guest(address, "rehearsal", "Ben " + COMPANIES.incrementAndGet()),
            new MemoryJournal(),
            new QuietListener() {
              @Override
              public void onWelcome(Event.Welcome said) {
                welcome.complete(said);
              }
            });
    welcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Event.Joined joined =
        talker
            .join(new Command.Place.ByName("lobby", false))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    RoomId lobby = joined.room().room().id();
    return new Company(server, address, talker, lobby);
  }

  String address() {
    return address.host() + ":" + address.port();
  }

  Process server() {
    return server;
  }

  /** Returns when the server has all of it. */
  void say(int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      talker.send(lobby, KINDS.get(i % KINDS.size())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Thread.sleep(150); // below the rate that a server allows
    }
    talker.members(lobby).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until somebody else is connected. */
  void awaitGuest(String name) throws Exception {
    await(name, true);
  }

  /** Waits until somebody who was connected is not any more. */
  void awaitGone(String name) throws Exception {
    await(name, false);
  }

  private void await(String name, boolean connected) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (isConnected(name) != connected) {
      if (System.nanoTime() > end) {
        throw new IOException(name + (connected ? " did not come." : " did not go."));
      }
      Thread.sleep(100);
    }
  }

  private boolean isConnected(String name) throws Exception {
    return talker.members(lobby).get(PATIENCE_SECONDS, TimeUnit.SECONDS).members().stream()
        .filter(member -> member.user().name().equals(name))
        .anyMatch(member -> member.presence() != Presence.OFFLINE);
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Waits until something listens at that port of this computer. */
  static void awaitOpen(Process server, int port) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !server.isAlive()) {
          throw new IOException("The server did not come up.", e);
        }
        Thread.sleep(2);
      }
    }
  }

  /** The talker goes, and does not come back. */
  void leave() {
    talker.close();
  }

  /** Ends the server as its system would, and waits for it. */
  @Override
  public void close() throws InterruptedException {
    leave();
    end();
  }

  private void end() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }
}
