package chat.parley.client;

import chat.parley.model.Attachment;
import chat.parley.protocol.ErrorCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one file from the server, through every break of the line: what is there already is not
 * fetched again, also after the app was closed in between. Until it is whole it lies beside its
 * place, under another name. Runs on a virtual thread of its own from {@link #start} on.
 */
public final class Download {
  private static final Logger log = LoggerFactory.getLogger(Download.class);
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  /** A disk that takes no more says no more than this, since it counts in blocks. */
  private static final long LITTLE = 64 * 1024;

  private final FileLine line;
  private final Attachment file;
  private final Path to;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean cancelled;

  /** Hears how it goes, on the download's thread. Must not block. */
  public interface Listener {
    /** So many bytes are there. */
    void moved(long bytes);

    /** The line broke; it goes on by itself as soon as it can. */
    void waits();

    /**
     * The server does not give it just now; it is tried again by itself.
     *
     * @param sentence for a person, in English
     */
    void putOff(ErrorCode code, String sentence);

    /** It is whole, and in its place. */
    void done(Path file);

    /**
     * It does not go on.
     *
     * @param sentence for a person, in English
     */
    void failed(ErrorCode code, String sentence);
  }

  /**
   * @param to where it shall lie; what lies there is replaced once the file is whole
   */
  public Download(FileLine line, Attachment file, Path to, Listener listener) {
    this.line = line;
    this.file = file;
    this.to = to;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("parley download").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Stops; what is there stays, for another one to go on with. */
  public void cancel() {
    cancelled = true;
    thread.interrupt();
  }

  /** Where it lies until it is whole. */
  public static Path part(Attachment file, Path to) {
    // What a server calls a file shall lead to no other folder.
    String name = URLEncoder.encode(file.id().value(), StandardCharsets.UTF_8);
    return to.resolveSibling("." + name + ".part");
  }

  private void run() {
    Path part = part(file, to);
    for (int failures = 0; !cancelled; failures++) {
      try {
        line.fetch(file.id(), file.size(), part, listener::moved);
        Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        listener.done(to);
        return;
      } catch (RefusedException e) {
        if (!e.code().temporary() && e.code() != ErrorCode.NOT_LOGGED_IN) {
          listener.failed(e.code(), e.sentence());
          return;
        }
        if (!cancelled) {
          listener.putOff(e.code(), e.sentence());
        }
      } catch (IOException e) {
        String hindrance = cancelled ? "" : hindrance();
        if (!hindrance.isEmpty()) {
          listener.failed(ErrorCode.OTHER, hindrance);
          return;
        }
        log.debug("A download waits: {}", e.toString());
        if (!cancelled) {
          listener.waits();
        }
      }
      if (!cancelled) {
        pause(failures);
      }
    }
  }

  /** Why this computer does not take it; empty when it is not this computer's fault. */
  private String hindrance() {
    Path folder = to.toAbsolutePath().resolveSibling("");
    if (!Files.isWritable(folder)) {
      return "Nothing can be written into that folder.";
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < LITTLE
          ? "The disk of this computer is full. Make room, then try again."
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  private void pause(int failures) {
    try {
      Thread.sleep(PAUSES.delay(Math.min(failures, 5), RandomGenerator.getDefault()));
    } catch (InterruptedException e) {
      cancelled = true;
    }
  }
}
