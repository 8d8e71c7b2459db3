package chat.parley.server.frontdoor;

import chat.parley.protocol.CloseCode;
import chat.parley.server.session.Conversation;
import chat.parley.wire.GuardedDraft;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one port of a server. Accepts whatever may come in, gives each connection a virtual thread,
 * and keeps going: nothing that a connection does, and no trouble of the system, ends the
 * accepting.
 *
 * <p>Runs on daemon threads: whoever starts it decides how long the process lives.
 */
public final class FrontDoor {
  /** The path at which a connection becomes a WebSocket. */
  public static final String WEB_SOCKET_PATH = "/ws";

  /** The path at which streams are opened, and what their clients say is heard. */
  public static final String STREAM_PATH = "/stream";

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final int BACKLOG = 1024;

  /** What whoever is connected is told at the end. */
  static final String STOPPING = "The server is stopping. Connect again in a moment.";

  /** After an accept that failed, for example for want of file descriptors. */
  private static final Duration BREATHER = Duration.ofMillis(20);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
  private static final Duration PORT_BACK_WITHIN = Duration.ofSeconds(1);
  private static final Duration MOST_BETWEEN_CHECKS = Duration.ofMillis(250);

  private final FrontDoorConfig config;
  private final ServerSocket listener;
  private final Connection.Shared shared;
  private final Admission admission;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final HeavyWork heavyWork = new HeavyWork();
  private final RareLog full = new RareLog(LOG);
  private final RareLog trouble = new RareLog(LOG);
  private final Thread acceptor;
  private final Thread checker;
  private volatile boolean stopping;

  /**
   * Listens when it returns.
   *
   * @param opener called on the connection's thread for each WebSocket connection
   * @param http answers every request that does not ask for a WebSocket
   * @throws CannotListen when the port or the address cannot be had
   */
  public static FrontDoor start(
      FrontDoorConfig config, Conversation.Opener opener, HttpHandler http) throws CannotListen {
    var door = new FrontDoor(config, listen(config), opener, http);
    door.acceptor.start();
    door.checker.start();
    return door;
  }

  private FrontDoor(
      FrontDoorConfig config, ServerSocket listener, Conversation.Opener opener, HttpHandler http) {
    this.config = config;
    this.listener = listener;
    this.admission = new Admission(config.connections(), config.perAddress());
    Outbox.Rules rules = Outbox.Rules.of(config.deadlines());
    this.shared =
        new Connection.Shared(
            this,
            config,
            opener,
            http,
            List.of(new GuardedDraft(config.messageBytes())),
            rules,
            new Streams(opener, rules),
            Turnstile.ofThisComputer(config.tls() != null));
    this.acceptor = Thread.ofPlatform().name("front-door").daemon().unstarted(this::accept);
    this.checker = Thread.ofPlatform().name("front-door-checks").daemon().unstarted(this::check);
  }

  private static ServerSocket listen(FrontDoorConfig config) throws CannotListen {
    var address = new InetSocketAddress(config.bind(), config.port());
    try {
      if (address.isUnresolved() || isOfMany(address.getAddress())) {
        throw new UnknownHostException(config.bind());
      }
      return new ServerSocket(config.port(), BACKLOG, address.getAddress());
    } catch (IOException e) {
      throw CannotListen.on(address, e);
    }
  }

  /** The system lets a server listen on an address of many computers, where nobody reaches it. */
  private static boolean isOfMany(InetAddress address) {
    return address.isMulticastAddress() || address.equals(InetAddress.ofLiteral("255.255.255.255"));
  }

  /** The port it listens on, also when any was asked for. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Connections that are open at this moment, whatever they speak. */
  public int connections() {
    return admission.inside();
  }

  /** Takes no more connections and gives the port back; connections that are open go on. */
  public void stopAccepting() {
    try {
      listener.close();
      acceptor.join(PORT_BACK_WITHIN); // the system keeps the port while anybody waits on it
    } catch (IOException e) {
      LOG.warn("The port could not be given back", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes no more connections and ends those that are open: what they said before is heard and what
   * waits for them still goes out, then they are told. Takes no longer than {@link Deadlines#stop},
   * whatever they do.
   */
  public void close(CloseCode code) {
    long start = System.nanoTime();
    long most = config.deadlines().stop().toNanos();
    stopAccepting();
    awaitHeard(start + most / 2);
    stopping = true;
    connections.forEach(connection -> connection.hangUp(code));
    awaitEmpty(start + most);
    connections.forEach(Connection::abort);
    checker.interrupt();
    heavyWork.close();
  }

  boolean isStopping() {
    return stopping;
  }

  HeavyWork heavyWork() {
    return heavyWork;
  }

  Deadlines deadlines() {
    return config.deadlines();
  }

  /** The connection's last call. */
  void left(Connection connection) {
    connections.remove(connection);
    admission.leave(connection.peer());
    if (stopping) {
      synchronized (connections) {
        connections.notifyAll();
      }
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException | RuntimeException | Error e) {
        if (!listener.isClosed()) {
          trouble.warn("A connection could not be accepted; others will be", e);
          pause(BREATHER);
        }
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    if (!admission.enter(socket.getInetAddress())) {
      full.warn("Too many connections; one was turned away", socket.getInetAddress());
      socket.close();
      return;
    }
    var connection = new Connection(shared, socket);
    long now = System.nanoTime();
    connections.add(connection);
    if (stopping) {
      connection.close(); // it came in while the others were being sent away
    }
    try {
      Thread.ofVirtual().name("connection").start(() -> connection.run(now));
    } catch (Throwable e) {
      connection.close();
      left(connection);
      throw e;
    }
  }

  private void check() {
    Duration eighth = config.deadlines().goodbye().dividedBy(8);
    Duration pause = eighth.compareTo(MOST_BETWEEN_CHECKS) < 0 ? eighth : MOST_BETWEEN_CHECKS;
    while (pause(pause)) {
      try {
        long now = System.nanoTime();
        connections.forEach(connection -> connection.check(now));
      } catch (RuntimeException | Error e) {
        trouble.warn("Connections could not be checked; they will be again", e);
      }
    }
  }

  /** Whoever goes on talking is not listened to for ever. */
  private void awaitHeard(long end) {
    int quiet = 0; // one look may fall between the reading of a byte and its being heard
    while (quiet < 3 && end - System.nanoTime() > 0 && pause(BETWEEN_LOOKS)) {
      quiet = connections.stream().allMatch(Connection::isHeard) ? quiet + 1 : 0;
    }
  }

  private void awaitEmpty(long end) {
    synchronized (connections) {
      try {
        for (long left = end - System.nanoTime();
            left > 0 && !connections.isEmpty();
            left = end - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(connections, left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** False when interrupted, which is how the checks end. */
  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
