package chat.parley.server.frontdoor;

import chat.parley.server.session.Conversation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation without a WebSocket: what is said to the client goes out as the endless answer to
 * one request, what the client says comes in requests of their own, and is handed over one text at
 * a time. Behind the outbox everything is as with a WebSocket.
 */
final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int COULD_NOT_GO_ON = 1011;
  private static final int SOME_BYTES = 256;

  /** The length is not known in advance: it ends with the connection. */
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
          + "X-Content-Type-Options: nosniff\r\nX-Accel-Buffering: no\r\nConnection: close\r\n\r\n"
          + "event: open\ndata: ";

  private final Line line;
  private final Outbox outbox;

  /** Guarded by this; null before it is open and after it is gone. */
  private @Nullable Conversation conversation;

  /** By {@link System#nanoTime}; zero while something is heard. Read by the door's checks. */
  private volatile long silentSince = System.nanoTime() | 1;

  EventStream(Line line, Outbox.Rules rules) {
    this.line = line;
    this.outbox = new Outbox(new EventLine(line), rules);
  }

  Outbox outbox() {
    return outbox;
  }

  long silentNanos(long now) {
    long since = silentSince;
    return since == 0 ? 0 : now - since;
  }

  /** The first words, before anybody may use the outbox. */
  void begin(String handle) throws IOException {
    byte[] first = (HEAD + handle + "\n\n").getBytes(StandardCharsets.US_ASCII);
    line.write(first, 0, first.length);
  }

  synchronized void open(Conversation.Opener opener) {
    conversation = opener.open(outbox);
  }

  /** Waits until the client goes; it has nothing more to say on this connection. */
  void awaitEnd(HeadReader in) throws IOException {
    byte[] bytes = new byte[SOME_BYTES];
    while (in.read(bytes, 0, bytes.length) >= 0) {
      // the door's checks end this when it takes too long
    }
  }

  /**
   * Hands texts over, a line each. Blocks until they are handled.
   *
   * @return false when the stream is over
   */
  synchronized boolean hear(ByteBuffer lines) {
    silentSince = 0;
    try {
      for (String text : StandardCharsets.UTF_8.decode(lines).toString().split("\n")) {
        if (conversation == null || !outbox.isOpen()) {
          return false;
        }
        if (!text.isBlank()) {
          conversation.onText(text);
        }
      }
      return true;
    } catch (Throwable e) {
      LOG.error("A stream to {} failed", outbox.address(), e);
      outbox.close(COULD_NOT_GO_ON, "Something went wrong on the server. Connect again.");
      return false;
    } finally {
      silentSince = System.nanoTime() | 1;
    }
  }

  /** The last call. */
  void end() {
    outbox.abandon();
    Conversation open;
    synchronized (this) {
      open = conversation;
      conversation = null;
    }
    if (open != null) {
      try {
        open.onGone();
      } catch (Throwable e) {
        LOG.error("The end of a stream to {} failed", outbox.address(), e);
      }
    }
  }
}
