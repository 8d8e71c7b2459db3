package chat.parley.desktop.app;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.platform.Os;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.outside.Finder;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.discovery.FoundServer;
import chat.parley.discovery.Lan;
import chat.parley.discovery.ServerSearch;
import chat.parley.discovery.Ways;
import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks for servers on the networks of this computer. */
final class NetworkFinder implements Finder {
  private static final int KNOCK_MILLIS = 2_000;

  private final Ways ways;
  private final KnownServersFile known;
  private final FxThread fx;

  NetworkFinder(Ways ways, KnownServersFile known, FxThread fx) {
    this.ways = ways;
    this.known = known;
    this.fx = fx;
  }

  @Override
  public Runnable look(Consumer<List<Seen>> listener) {
    ServerSearch search =
        ServerSearch.start(
            ways,
            known::hosts,
            found -> {
              List<Seen> seen = found.stream().map(this::seen).toList();
              fx.run(() -> listener.accept(seen));
            });
    return search::close;
  }

  private Seen seen(FoundServer server) {
    return new Seen(server, acquaintance(server));
  }

  private Acquaintance acquaintance(FoundServer server) {
    Fingerprint key = server.advert().key();
    List<Fingerprint> there =
        server.addresses().stream().flatMap(at -> known.keyAt(at).stream()).toList();
    if (there.stream().anyMatch(one -> !one.equals(key))) {
      return Acquaintance.CHANGED;
    }
    if (key == null) {
      return Acquaintance.OPEN;
    }
    return known.knows(key) ? Acquaintance.KNOWN : Acquaintance.NEW;
  }

  @Override
  public void check(List<ServerAddress> at, Consumer<Checkup> done) {
    Thread.ofVirtual()
        .name("parley-check")
        .start(
            () -> {
              Checkup checkup = checked(at);
              fx.run(() -> done.accept(checkup));
            });
  }

  private static Checkup checked(List<ServerAddress> at) {
    try (var knocking = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Knock>> knocks =
          at.stream()
              .map(address -> CompletableFuture.supplyAsync(() -> knock(address), knocking))
              .toList();
      List<InetAddress> own = Lan.reachable();
      return new Checkup(
          words(own.stream()),
          words(Lan.own().stream().filter(address -> !own.contains(address))),
          knocks.stream().map(CompletableFuture::join).toList(),
          Os.current() == Os.MAC);
    }
  }

  private static Knock knock(ServerAddress at) {
    InetAddress host;
    try {
      host = InetAddress.getByName(at.host());
    } catch (UnknownHostException e) {
      return new Knock(at, Answer.UNKNOWN, false);
    }
    boolean near = Lan.isNear(host);
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, at.port()), KNOCK_MILLIS);
      return new Knock(at, Answer.OPEN, near);
    } catch (ConnectException e) {
      return new Knock(at, Answer.SHUT, near);
    } catch (IOException e) {
      return new Knock(at, Answer.SILENT, near);
    }
  }

  private static List<String> words(Stream<InetAddress> addresses) {
    return addresses.map(InetAddress::getHostAddress).toList();
  }
}
