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
 * Brings one file to the server, through every break of the line: it goes on where the server is,
 * unless the file is another one by then, which begins anew: what arrives is never half of each.
 * Runs on a virtual thread of its own from {@link #start} on; what happens is told on that thread
 * or on one of the line's.
 */
public final class Upload {
  private static final Logger log = LoggerFactory.getLogger(Upload.class);
  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  /** Whatever the server asks for. */
  private static final Duration MOST_WAIT = Duration.ofMinutes(1);

  /** Who writes to a file all the time had better send a copy. */
  private static final int MOST_CHANGES = 3;

  private final FileLine line;
  private final RoomId room;
  private final Path file;
  private final String name;
  private final String type;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean cancelled;

  /**
   * Whether nobody goes on with it. Said before {@link #id} is looked at, as that is set before
   * this is.
   */
  private volatile boolean givenUp;

  /** What the server calls it; null until it said so. Written by the upload's thread. */
  private volatile @Nullable FileId id;

  /** What the file was when that began; null when nobody knows. Upload's thread only. */
  private @Nullable FileStamp stamp;

  private int changes;

  /** Hears how it goes, one call at a time but on several threads. Must not block. */
  public interface Listener {
    /** The server calls it so; whoever goes on with it later must know, and what it was of. */
    void begun(FileId id, FileStamp of);

    /** So many bytes are there. */
    void moved(long bytes);

    /** The line broke; it goes on by itself as soon as it can. */
    void waits();

    /**
     * The server does not take it just now; it is tried again by itself.
     *
     * @param sentence for a person, in English
     */
    void putOff(ErrorCode code, String sentence);

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
   * @param stamp what the file was when that began; null when nobody knows, then it is good only
   *     for what has come whole
   */
  public Upload(
      FileLine line,
      RoomId room,
      Path file,
      String name,
      String type,
      @Nullable FileId id,
      @Nullable FileStamp stamp,
      Listener listener) {
    this.line = line;
    this.room = room;
    this.file = file;
    this.name = name;
    this.type = type;
    this.id = id;
    this.stamp = stamp;
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
    givenUp = true;
    cancelled = true;
    FileId given = id;
    if (given != null) {
      // While it is being begun it is left to hear by which name, or nobody could tell the server.
      thread.interrupt();
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
      long wait = 0;
      try {
        Attachment whole = attempt();
        if (whole != null) {
          listener.done(whole);
          return;
        }
        listener.waits();
      } catch (RefusedException e) {
        if (cancelled) {
          return;
        }
        if (!isPassing(e.code())) {
          listener.failed(e.code(), e.sentence());
          return;
        }
        wait = e.retryMs();
        listener.putOff(e.code(), e.sentence());
      } catch (IOException e) {
        if (cancelled) {
          return;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
          listener.failed(ErrorCode.NO_SUCH_FILE, "The file is not there any more.");
          return;
        }
        log.debug("An upload waits: {}", e.toString());
        listener.waits();
      }
      pause(failures, wait);
    }
  }

  /** Null when there is more to do. */
  private @Nullable Attachment attempt() throws IOException {
    FileId given = id;
    FileProgress at = given == null ? null : remembered(given);
    if (at != null && at.file() != null && !isChanged()) {
      return at.file();
    }
    if (at == null || stamp == null || isChanged()) {
      at = anew(at == null ? null : given);
    }
    listener.moved(at.offset());
    Attachment whole = line.append(at.id(), file, at.offset(), listener::moved).file();
    return isChanged() ? null : whole;
  }

  /** Whether the file is there and another one than what was begun with. */
  private boolean isChanged() throws IOException {
    return stamp != null && Files.exists(file) && !stamp.equals(FileStamp.of(file));
  }

  /**
   * @param old an upload that is of no use any more
   */
  private FileProgress anew(@Nullable FileId old) throws IOException {
    if (old != null && changes++ == MOST_CHANGES) {
      throw new RefusedException(
          ErrorCode.OTHER, "The file changes while it is sent. Send a copy of it.");
    }
    FileStamp now = FileStamp.of(file);
    if (old != null) {
      giveUp(old);
    }
    FileProgress at = line.begin(new FileOffer(room, name, now.size(), type, null));
    stamp = now;
    id = at.id();
    if (givenUp) {
      giveUp(at.id());
      throw new IOException("Given up while it was being begun");
    }
    listener.begun(at.id(), now);
    return at;
  }

  private void giveUp(FileId old) throws IOException {
    try {
      line.cancel(old);
    } catch (RefusedException e) {
      log.debug("The server forgets the old upload by itself: {}", e.getMessage());
    }
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

  /**
   * @param wait how long the server wants to be left alone, in milliseconds
   */
  private void pause(int failures, long wait) {
    try {
      Duration delay = PAUSES.delay(Math.min(failures, 5), RandomGenerator.getDefault());
      Thread.sleep(Math.max(delay.toMillis(), Math.min(wait, MOST_WAIT.toMillis())));
    } catch (InterruptedException e) {
      cancelled = true;
    }
  }
}
