package chat.parley.desktop.app;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the profile's folder, which nobody but its person can enter: an app that is started
 * while another one has the profile gives it what it was started with, and ends.
 */
final class HandOver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HandOver.class);

  /** Longer than any invitation. */
  private static final int MAX_BYTES = 2_048;

  private final ServerSocketChannel door;
  private final Path file;
  private final Consumer<String> taken;

  private HandOver(ServerSocketChannel door, Path file, Consumer<String> taken) {
    this.door = door;
    this.file = file;
    this.taken = taken;
  }

  /**
   * Only for the app that has the profile.
   *
   * @param taken told what was given, which may be empty; on a thread of its own
   */
  static HandOver open(Path file, Consumer<String> taken) throws IOException {
    Files.deleteIfExists(file); // of an app that was killed
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      door.bind(UnixDomainSocketAddress.of(file));
    } catch (IOException | RuntimeException e) {
      door.close();
      throw new IOException("There is no place for a socket at " + file, e);
    }
    var open = new HandOver(door, file, taken);
    Thread.ofPlatform().name("parley-hand-over").daemon().start(open::listen);
    return open;
  }

  /** Gives a text to the app that has the profile; false when none takes it. */
  static boolean give(Path file, String text) {
    try (var line = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        line.write(bytes);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      return false; // Nobody is there, or this system has no such sockets.
    }
  }

  private void listen() {
    while (door.isOpen()) {
      try (SocketChannel line = door.accept()) {
        byte[] text = Channels.newInputStream(line).readNBytes(MAX_BYTES);
        taken.accept(new String(text, StandardCharsets.UTF_8));
      } catch (IOException e) {
        if (door.isOpen()) {
          log.debug("Nothing was handed over: {}", e.getMessage());
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    Files.deleteIfExists(file);
  }
}
