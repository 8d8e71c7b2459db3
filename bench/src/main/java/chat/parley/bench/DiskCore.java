package chat.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which core hears from the disk: on another one every sync waits for a core to wake the other,
 * which took a third longer on a virtual machine with two. Who is not nailed to a core is moved
 * there by the system; a server that is nailed must be nailed to the right one.
 */
final class DiskCore {
  /** Linux' count of interrupts: a line for each of them, a column for each core. */
  private static final Path COUNTS = Path.of("/proc/interrupts");

  private static final int SYNCS = 50;
  private static final int BLOCK_BYTES = 4096;

  private DiskCore() {}

  /** The core that the disk under this folder interrupts; the first where that cannot be told. */
  static int of(Path folder) {
    if (!Files.isReadable(COUNTS)) {
      return 0;
    }
    try {
      String before = Files.readString(COUNTS);
      sync(folder);
      return busiest(before, Files.readString(COUNTS), SYNCS).orElse(0);
    } catch (IOException e) {
      throw new CannotMeasure("No file could be synced in " + folder + ".", e);
    }
  }

  /**
   * The core to which some device's interrupts grew most from one reading to the other.
   *
   * @param least how many more they must be, so that no other device is taken for the one sought
   */
  static Optional<Integer> busiest(String before, String after, int least) {
    int cores = after.lines().findFirst().orElse("").trim().split("\\s+").length;
    long[] most = new long[cores];
    for (String line : after.lines().filter(DiskCore::isOfDevice).toList()) {
      String name = line.substring(0, line.indexOf(':') + 1);
      long[] was =
          counts(before.lines().filter(old -> old.startsWith(name)).findFirst().orElse(""), cores);
      long[] is = counts(line, cores);
      for (int core = 0; core < cores; core++) {
        most[core] = Math.max(most[core], is[core] - was[core]);
      }
    }
    long top = Arrays.stream(most).max().orElse(0);
    for (int core = 0; core < cores && top >= least; core++) {
      if (most[core] == top) {
        return Optional.of(core);
      }
    }
    return Optional.empty();
  }

  /** Devices have numbers; timers and calls from core to core have names. */
  private static boolean isOfDevice(String line) {
    return line.matches("\\s*\\d+:.*");
  }

  private static long[] counts(String line, int cores) {
    String[] words = line.substring(line.indexOf(':') + 1).trim().split("\\s+");
    var counts = new long[cores];
    for (int core = 0; core < cores && core < words.length; core++) {
      counts[core] = words[core].matches("\\d+") ? Long.parseLong(words[core]) : 0;
    }
    return counts;
  }

  private static void sync(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", null);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        channel.write(ByteBuffer.allocate(BLOCK_BYTES));
        channel.force(true);
      }
    } finally {
      Files.delete(file);
    }
  }
}
