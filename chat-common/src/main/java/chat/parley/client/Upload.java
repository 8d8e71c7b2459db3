package chat.parley.client;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one file to the server, through every break of the line: it goes on where the server is.
 * Runs on a virtual thread of its own from {@link #start} on; what happens is told on that thread
 * or on one of the line's.
 */
public final class Upload {
  private static final Logger log = LoggerFactory.getLogger(Upload.class);
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final FileLine line;
  private final RoomId room;
  private final Path file;
  private final String name;
  private final String type;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean cancelled;

  /** What the server calls it; null until it said so. Written by the upload's thread. */
  private volatile @Nullable FileId id;

  /** Hears how it goes, one call at a time but on several threads. Must not block. */
  public interface Listener {
    /** The server calls it so; whoever goes on with it later must know. */
    void begun(FileId id);

    /** So many bytes are there. */
    void moved(long bytes);

    /** The line broke; it goes on by itself as soon as it can. */
    void waits();

    void done(Attachment file);

    /**
     * It does not go on.
     *
     * @param sentence for a person, in English
     */
    void failed(ErrorCode code, String sentence);
  }

  /**
   * @param id of an upload that is gone on with; null for a new one
   */
  public Upload(
      FileLine line,
      RoomId room,
      Path file,
      String name,
      String type,
      @Nullable FileId id,
      Listener listener) {
    this.line = line;
    this.room = room;
    this.file = file;
    this.name = name;
    this.type = type;
    this.id = id;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("parley upload").unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Stops for now; another one may go on with it. */
  public void pause() {
    cancelled = true;
    thread.interrupt();
  }

  /** Gives it up, also on the server as soon as that can be told. */
  public void cancel() {
    pause();
    FileId given = id;
    if (given != null) {
      Thread.ofVirtual()
          .name("parley upload cancel")
          .start(
              () -> {
                try {
                  line.cancel(given);
                } catch (IOException | RefusedException e) {
                  log.debug("The server forgets the upload by itself: {}", e.toString());
                }
              });
    }
  }

  private void run() {
    for (int failures = 0; !cancelled; failures++) {
      try {
        Attachment whole = attempt();
        if (whole != null) {
          listener.done(whole);
          return;
        }
      } catch (RefusedException e) {
        if (!isPassing(e.code())) {
          if (!cancelled) {
            listener.failed(e.code(), e.sentence());
          }
          return;
        }
      } catch (IOException e) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
          listener.failed(ErrorCode.NO_SUCH_FILE, "The file is not there any more.");
          return;
        }
        log.debug("An upload waits: {}", e.toString());
      }
      if (!cancelled) {
        listener.waits();
        pause(failures);
      }
    }
  }

  /** Null when there is more to do. */
  private @Nullable Attachment attempt() throws IOException {
    FileId given = id;
    FileProgress at = given == null ? null : remembered(given);
    if (at == null) {
      at = line.begin(new FileOffer(room, name, Files.size(file), type, null));
      id = at.id();
      listener.begun(at.id());
    }
    if (at.file() != null) {
      return at.file();
    }
    listener.moved(at.offset());
    return line.append(at.id(), file, at.offset(), listener::moved).file();
  }

  /**
   * How far it has come; null when the server has forgotten it, as it does after a day, or after an
   * hour when it was whole and went with no message.
   */
  private @Nullable FileProgress remembered(FileId given) throws IOException {
    try {
      return line.progress(given);
    } catch (RefusedException e) {
      if (e.code() != ErrorCode.NO_SUCH_FILE) {
        throw e;
      }
      return null;
    }
  }

  /** Whether to try again helps: the server is busy, or stopping, or has not noticed the break. */
  private static boolean isPassing(ErrorCode code) {
    return code.temporary() || code == ErrorCode.NOT_LOGGED_IN;
  }

  private void pause(int failures) {
    try {
      Thread.sleep(PAUSES.delay(Math.min(failures, 5), RandomGenerator.getDefault()));
    } catch (InterruptedException e) {
      cancelled = true;
    }
  }
}
