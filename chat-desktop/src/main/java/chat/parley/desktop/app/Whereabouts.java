package chat.parley.desktop.app;

import chat.parley.client.Invitation;
import chat.parley.client.KnownServers;
import chat.parley.client.ServerAddress;
import chat.parley.discovery.FoundServer;
import chat.parley.discovery.ServerSearch;
import chat.parley.discovery.Ways;
import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of servers, and where those servers are. One that does not answer where it was is looked
 * for on the network by its key and its history until it is back; what is said there of them is
 * only a reason to knock. Any thread.
 */
final class Whereabouts implements KnownServers, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Whereabouts.class);

  /** Knocking takes seconds at each. */
  private static final int MAX_SEEN = 3;

  private final KnownServersFile keys;
  private final PlacesFile moved;

  /** Who waits for a server. Guarded by this, as all below. */
  private final Map<ServerAddress, List<Runnable>> waiting = new HashMap<>();

  private final Map<ServerAddress, List<ServerAddress>> seen = new HashMap<>();
  private final Set<ServerAddress> lost = new LinkedHashSet<>();

  /** Where another server than the known one was asked for: nobody is to be sent elsewhere. */
  private final Set<ServerAddress> held = new LinkedHashSet<>();

  /** Keys that invitations name and that nobody has shown yet. */
  private final Map<ServerAddress, Fingerprint> expected = new HashMap<>();

  /** Those whose key was shown at a place where nobody has been let in yet. */
  private final Set<ServerAddress> unproven = new HashSet<>();

  private @Nullable Ways ways;
  private @Nullable ServerSearch search;

  Whereabouts(KnownServersFile keys, PlacesFile moved) {
    this.keys = keys;
    this.moved = moved;
  }

  /** By these ways servers are looked for from now on. */
  synchronized void lookBy(Ways these) {
    ways = these;
    look();
  }

  KnownServersFile keys() {
    return keys;
  }

  @Override
  public synchronized @Nullable Fingerprint keyOf(ServerAddress server) {
    Fingerprint kept = keys.keyOf(server);
    return kept == null ? expected.get(server) : kept;
  }

  /**
   * Somebody says that the server has this key. It must show it, and is known by it only when it
   * has: else anybody's words would make the server itself look like a stranger later.
   *
   * @throws IOException when what is known there already cannot be kept
   */
  void expects(ServerAddress server, Fingerprint key) throws IOException {
    synchronized (this) {
      if (keys.keyOf(server) == null) {
        expected.put(server, key);
        return;
      }
    }
    met(server, key);
  }

  /**
   * The known one is not sent for where somebody asks for another one at its address: then a person
   * has to say which of them it is.
   */
  @Override
  public Fingerprint met(ServerAddress server, Fingerprint key) throws IOException {
    Fingerprint kept = keys.met(server, key);
    if (!kept.equals(key)) {
      synchronized (this) {
        held.add(server);
      }
    }
    return kept;
  }

  @Override
  public void trust(ServerAddress server, Fingerprint key) throws IOException {
    keys.trust(server, key);
    synchronized (this) {
      expected.remove(server);
      if (held.remove(server)) {
        moved.put(server, server);
        seen.remove(server);
      }
    }
  }

  @Override
  public synchronized ServerAddress lastPlace(ServerAddress server) {
    return held.contains(server) ? server : moved.of(server).orElse(server);
  }

  @Override
  public synchronized List<ServerAddress> rumours(ServerAddress server) {
    return held.contains(server) ? List.of() : seen.getOrDefault(server, List.of());
  }

  @Override
  public synchronized void isAt(ServerAddress server, ServerAddress place) {
    keepProven(server);
    if (!place.equals(lastPlace(server))) {
      unproven.add(server);
    }
    moved.put(server, place);
    seen.remove(server);
    lost.remove(server);
    look();
  }

  private void keepProven(ServerAddress server) {
    Fingerprint proven = expected.get(server);
    if (proven != null) {
      try {
        keys.met(server, proven);
        expected.remove(server);
      } catch (IOException e) {
        log.warn("The key of {} cannot be kept.", server, e);
      }
    }
  }

  @Override
  public synchronized void hasHistory(ServerAddress server, String history) {
    unproven.remove(server);
    keys.hasHistory(server, history);
  }

  @Override
  public synchronized boolean isAnother(ServerAddress server) {
    if (!unproven.remove(server)) {
      return false;
    }
    moved.put(server, server);
    seen.remove(server);
    return true;
  }

  @Override
  public synchronized void isLost(ServerAddress server) {
    if (!held.contains(server)) {
      lost.add(server);
      look();
    }
  }

  /**
   * The way to the same server by an address at which it was met before; the same way when it was
   * not.
   *
   * @param history what the server at the end of that way says of its history; null when it is
   *     silent about it
   * @param before where a person was, the likeliest first
   */
  synchronized Invitation asMet(
      Invitation way, @Nullable String history, List<ServerAddress> before) {
    Fingerprint key = way.key();
    if (key == null || key.equals(keys.keyOf(way.server()))) {
      return way;
    }
    Optional<ServerAddress> met =
        before.stream()
            .filter(address -> key.equals(keyOf(address)) && mayHave(address, history))
            .findFirst();
    met.ifPresent(address -> seen.put(address, List.of(way.server())));
    return met.map(address -> new Invitation(address, key)).orElse(way);
  }

  /**
   * @param retry called on any thread when a server that was lost may be back
   * @return ends it
   */
  synchronized Runnable await(ServerAddress server, Runnable retry) {
    waiting.computeIfAbsent(server, _ -> new ArrayList<>()).add(retry);
    look();
    return () -> leave(server, retry);
  }

  private synchronized void leave(ServerAddress server, Runnable retry) {
    List<Runnable> left = waiting.getOrDefault(server, List.of());
    left.remove(retry);
    if (left.isEmpty()) {
      waiting.remove(server);
      lost.remove(server);
      seen.remove(server);
      expected.remove(server);
    }
    look();
  }

  /** Asks the network as long as somebody waits for one that is lost, and no longer. */
  private void look() {
    Ways by = ways;
    if (by == null || lost.stream().noneMatch(waiting::containsKey)) {
      endSearch();
    } else if (search == null) {
      search = ServerSearch.start(by, this::hosts, this::heard);
    }
  }

  private List<String> hosts() {
    return Stream.concat(moved.hosts().stream(), keys.hosts().stream()).distinct().toList();
  }

  private void heard(List<FoundServer> found) {
    calls(found).forEach(Runnable::run);
  }

  private synchronized List<Runnable> calls(List<FoundServer> found) {
    var calls = new ArrayList<Runnable>();
    for (ServerAddress server : lost) {
      Fingerprint key = keys.keyOf(server);
      List<ServerAddress> now =
          found.stream()
              .filter(one -> key != null && key.equals(one.advert().key()))
              .filter(one -> mayHave(server, one.advert().id()))
              .flatMap(one -> one.addresses().stream())
              .limit(MAX_SEEN)
              .toList();
      if (!now.equals(seen.getOrDefault(server, List.of()))) {
        seen.put(server, now);
        if (!now.isEmpty()) {
          calls.addAll(waiting.getOrDefault(server, List.of()));
        }
      }
    }
    return calls;
  }

  /** Whether a server of that history can be the one that was met there, as far as is known. */
  private boolean mayHave(ServerAddress server, @Nullable String history) {
    String kept = keys.historyOf(server);
    return kept == null || history == null || kept.equals(history);
  }

  private void endSearch() {
    if (search != null) {
      search.close();
      search = null;
    }
  }

  @Override
  public synchronized void close() {
    waiting.clear();
    look();
  }
}
