package chat.parley.discovery;

import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import chat.parley.protocol.Advert;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what was heard of servers: one entry for each, whatever the ways and addresses by
 * which it was heard, until it is silent. Confined to one thread at a time.
 */
final class Sightings {
  /** Three questions that nobody answers may be the network's fault. */
  static final Duration SILENT = Duration.ofSeconds(7);

  /** More than a network of one's own has, and so many that nobody can fill the memory. */
  static final int MAX_SERVERS = 256;

  private static final int MAX_ADDRESSES = 16;

  /** The same words under another key are another server's. */
  private record Identity(String id, @Nullable Fingerprint key) {}

  private static final class Entry {
    private Advert advert;
    private final Map<ServerAddress, Long> lastHeard = new LinkedHashMap<>();

    /** Those from which answers came while they were not silent. */
    private final Set<ServerAddress> answered = new HashSet<>();

    private Entry(Advert advert) {
      this.advert = advert;
    }
  }

  private final Map<Identity, Entry> entries = new LinkedHashMap<>();

  /**
   * @param nanos of a clock that only goes forward
   */
  void heard(Advert advert, ServerAddress at, Heard.By by, long nanos) {
    var identity = new Identity(advert.id(), advert.key());
    Entry entry = entries.get(identity);
    if (entry == null) {
      if (entries.size() == MAX_SERVERS) {
        return;
      }
      entry = new Entry(advert);
      entries.put(identity, entry);
    }
    entry.advert = advert;
    if (entry.lastHeard.containsKey(at) || entry.lastHeard.size() < MAX_ADDRESSES) {
      entry.lastHeard.put(at, nanos);
      if (by == Heard.By.ANSWER) {
        entry.answered.add(at);
      }
    }
  }

  /** Those that are there now, in the order in which they were found. */
  List<FoundServer> now(long nanos) {
    for (Entry entry : entries.values()) {
      entry.lastHeard.values().removeIf(heard -> nanos - heard > SILENT.toNanos());
      entry.answered.retainAll(entry.lastHeard.keySet());
    }
    entries.values().removeIf(entry -> entry.lastHeard.isEmpty());
    return entries.values().stream().map(Sightings::found).toList();
  }

  /**
   * From where an answer came the server is indeed, so that comes first. Others can be told a
   * loopback address by nobody, so that comes last.
   */
  private static FoundServer found(Entry entry) {
    return new FoundServer(
        entry.advert,
        entry.lastHeard.keySet().stream()
            .sorted(
                Comparator.comparing((ServerAddress at) -> !entry.answered.contains(at))
                    .thenComparing(at -> at.host().startsWith("127."))
                    .thenComparing(at -> at.host().contains(":"))
                    .thenComparing(ServerAddress::toString))
            .toList());
  }
}
