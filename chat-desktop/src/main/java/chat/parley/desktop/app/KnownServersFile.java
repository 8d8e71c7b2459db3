package chat.parley.desktop.app;

import chat.parley.client.BadAddress;
import chat.parley.client.KnownServers;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of servers in a text file, on each line an address, its key and, once somebody has
 * logged in there, what the server calls its history. Unlike settings, a file that cannot be read
 * is not passed over: whoever spoils it must not make the app believe anybody.
 */
final class KnownServersFile implements KnownServers {
  private static final Logger log = LoggerFactory.getLogger(KnownServersFile.class);
  private static final Pattern WHITE = Pattern.compile("\\s");

  private final Path file;

  /** Guarded by this. */
  private final Map<String, Known> keys = new TreeMap<>();

  private record Known(Fingerprint key, @Nullable String history) {
    @Override
    public String toString() {
      return history == null ? key.toString() : key + " " + history;
    }
  }

  private KnownServersFile(Path file) {
    this.file = file;
  }

  /**
   * @throws CacheException with one sentence when the file is there and cannot be understood
   */
  static KnownServersFile read(Path file) {
    var servers = new KnownServersFile(file);
    try {
      Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(servers::take);
    } catch (NoSuchFileException e) {
      return servers; // Nobody was met yet.
    } catch (IOException | IllegalArgumentException e) {
      throw new CacheException(Texts.of("key.file.spoilt", file.toString()), e);
    }
    return servers;
  }

  private void take(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 2 || words.length > 3) {
      throw new IllegalArgumentException("An address and a key belong on a line.");
    }
    try {
      keys.put(
          ServerAddress.parse(words[0]).toString(),
          new Known(new Fingerprint(words[1]), words.length == 3 ? words[2] : null));
    } catch (BadAddress e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public synchronized @Nullable Fingerprint keyOf(ServerAddress server) {
    Known known = keys.get(server.toString());
    return known == null ? null : known.key();
  }

  /** What the server calls its history; null where nobody has logged in by TLS. */
  synchronized @Nullable String historyOf(ServerAddress server) {
    Known known = keys.get(server.toString());
    return known == null ? null : known.history();
  }

  @Override
  public synchronized void hasHistory(ServerAddress server, String history) {
    Known known = keys.get(server.toString());
    if (known != null && !history.equals(known.history()) && !WHITE.matcher(history).find()) {
      try {
        put(server, new Known(known.key(), history));
      } catch (IOException e) {
        log.warn("What {} calls its history cannot be kept in {}.", server, file, e);
      }
    }
  }

  @Override
  public synchronized Fingerprint met(ServerAddress server, Fingerprint key) throws IOException {
    Fingerprint before = keyOf(server);
    if (before != null) {
      return before;
    }
    trust(server, key);
    return key;
  }

  @Override
  public synchronized void trust(ServerAddress server, Fingerprint key) throws IOException {
    put(server, new Known(key, null));
  }

  private void put(ServerAddress server, Known known) throws IOException {
    var next = new TreeMap<>(keys);
    next.put(server.toString(), known);
    write(next);
    keys.put(server.toString(), known);
  }

  /** The key at that address; empty when none was met there. */
  Optional<Fingerprint> keyAt(ServerAddress server) {
    return Optional.ofNullable(keyOf(server));
  }

  /** Whether this key was met, at whatever address. */
  synchronized boolean knows(Fingerprint key) {
    return keys.values().stream().anyMatch(known -> known.key().equals(key));
  }

  /** Where servers were met, names and addresses without ports. */
  synchronized List<String> hosts() {
    return keys.keySet().stream()
        .map(server -> server.substring(0, server.lastIndexOf(':')).replaceAll("[\\[\\]]", ""))
        .distinct()
        .toList();
  }

  /** Whole or not at all, and on the disk when it returns. */
  private void write(Map<String, Known> next) throws IOException {
    var text = new StringBuilder();
    next.forEach((server, known) -> text.append(server).append(' ').append(known).append('\n'));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
