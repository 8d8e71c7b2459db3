package chat.parley.desktop.app;

import chat.parley.client.BadAddress;
import chat.parley.client.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where servers went that moved, in a text file: the address at which one was met and the last one
 * at which it answered, on a line. Nobody is believed by it, so what cannot be read is passed over.
 */
final class PlacesFile {
  private static final Logger log = LoggerFactory.getLogger(PlacesFile.class);

  private final Path file;

  /** Guarded by this. */
  private final Map<String, ServerAddress> places = new TreeMap<>();

  private PlacesFile(Path file) {
    this.file = file;
  }

  static PlacesFile read(Path file) {
    var read = new PlacesFile(file);
    try {
      Files.readAllLines(file).forEach(read::take);
    } catch (NoSuchFileException e) {
      return read; // None moved yet.
    } catch (IOException e) {
      log.warn("Where servers have moved to cannot be read from {}.", file, e);
    }
    return read;
  }

  private void take(String line) {
    String[] words = line.strip().split("\\s+");
    try {
      if (words.length == 2) {
        places.put(ServerAddress.parse(words[0]).toString(), ServerAddress.parse(words[1]));
      }
    } catch (BadAddress e) {
      log.warn("{} has a line that names no server.", file);
    }
  }

  /** Empty for one that is where it was met, as far as is known. */
  synchronized Optional<ServerAddress> of(ServerAddress server) {
    return Optional.ofNullable(places.get(server.toString()));
  }

  synchronized void put(ServerAddress server, ServerAddress place) {
    if (!place.equals(place(server))) {
      if (place.equals(server)) {
        places.remove(server.toString());
      } else {
        places.put(server.toString(), place);
      }
      write();
    }
  }

  /** The last one that is known. */
  private ServerAddress place(ServerAddress server) {
    return places.getOrDefault(server.toString(), server);
  }

  /** Where servers went, without ports. */
  synchronized List<String> hosts() {
    return places.values().stream().map(ServerAddress::host).distinct().toList();
  }

  /** Lost with the disk it is only looked for once more. */
  private void write() {
    var text = new StringBuilder();
    places.forEach((server, place) -> text.append(server).append(' ').append(place).append('\n'));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("Where a server has moved to cannot be kept in {}.", file, e);
    }
  }
}
