package chat.parley.server.frontdoor;

import chat.parley.server.session.Conversation;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open at one door, each known by a random handle that only its client was
 * told. Safe for any thread.
 */
final class Streams {
  private static final String HANDLE = "parley-stream";
  private static final int HANDLE_BYTES = 18;
  private static final byte[] HEARD =
      "HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ConcurrentMap<String, EventStream> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Conversation.Opener opener;
  private final Outbox.Rules rules;

  Streams(Conversation.Opener opener, Outbox.Rules rules) {
    this.opener = opener;
    this.rules = rules;
  }

  static boolean areWantedBy(RequestHead head) {
    return head.path().equals(FrontDoor.STREAM_PATH) && head.method().equals("POST");
  }

  /** Whether the request opens a stream, rather than says something on one. */
  static boolean isOpening(RequestHead head) {
    return areWantedBy(head) && !head.has(HANDLE);
  }

  /**
   * Runs a stream to its end.
   *
   * @param opened told of it as soon as it can be closed in good order
   */
  void run(RequestHead head, boolean secure, Line line, HeadReader in, Consumer<EventStream> opened)
      throws IOException {
    Upgrade.checkOrigin(head, secure);
    byte[] secret = new byte[HANDLE_BYTES];
    random.nextBytes(secret);
    String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var stream = new EventStream(line, rules);
    try {
      stream.open(opener);
      open.put(handle, stream);
      stream.begin(handle);
      opened.accept(stream);
      stream.awaitEnd(in);
    } finally {
      open.remove(handle);
      stream.end();
    }
  }

  /** Hears what a client says, and answers that it was heard. */
  void hear(RequestHead head, boolean secure, Line line, HeadReader in, int bodyBytes)
      throws IOException {
    Upgrade.checkOrigin(head, secure);
    byte[] body = new byte[bodyBytes];
    for (int at = 0; at < bodyBytes; ) {
      int count = in.read(body, at, bodyBytes - at);
      if (count < 0) {
        throw new EOFException("The request ends in the middle");
      }
      at += count;
    }
    EventStream stream = named(head.only(HANDLE));
    if (stream == null || !stream.hear(ByteBuffer.wrap(body))) {
      throw new HttpRefusal(410, "This stream is over. Open another one.");
    }
    line.write(HEARD, 0, HEARD.length);
  }

  private @Nullable EventStream named(@Nullable String handle) {
    return handle == null ? null : open.get(handle);
  }
}
