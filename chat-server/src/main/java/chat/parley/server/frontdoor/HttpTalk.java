package chat.parley.server.frontdoor;

import chat.parley.protocol.CloseCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.BasicHttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;
import org.apache.hc.core5.http.protocol.ResponseServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plain HTTP on one connection, one request after the other. Heads are read and checked by {@link
 * HeadReader}; each request then gets an engine of its own that sees this one head and exactly the
 * body it announced, so nothing can spill from one request into the next.
 */
final class HttpTalk {
  private static final Logger LOG = LoggerFactory.getLogger(HttpTalk.class);
  private static final Http1Config CONFIG =
      Http1Config.custom()
          .setBufferSize(2 * 1024)
          .setMaxLineLength(HeadReader.MOST_BYTES)
          .setMaxHeaderCount(HeadReader.MOST_FIELDS)
          .build();
  private static final HttpProcessor PROCESSOR =
      HttpProcessorBuilder.create()
          .addAll(
              new ResponseDate(),
              new ResponseServer("Parley"),
              new ResponseContent(),
              new ResponseConnControl())
          .build();

  private final Socket socket;
  private final TimedInput clock;
  private final HeadReader heads;
  private final HttpHandler handler;
  private final HttpService service;
  private final FrontDoor door;
  private final Streams streams;
  private final Line line;
  private final boolean secure;

  /** Set while this connection is a stream; read by whoever stops or checks the door. */
  private volatile @Nullable EventStream stream;

  private final PacedOutput out;

  /** Read by whoever stops the door. */
  private volatile boolean answering = true;

  /**
   * @param socket whose output is written to
   * @param line the same socket, as an outbox sees it
   * @param secure whether it speaks TLS
   * @param clock what {@code heads} reads from in the end
   */
  HttpTalk(
      Socket socket,
      Line line,
      boolean secure,
      TimedInput clock,
      HeadReader heads,
      HttpHandler handler,
      Supplier<HttpHandler.Visit> visit,
      FrontDoor door,
      Streams streams)
      throws IOException {
    this.socket = socket;
    this.line = line;
    this.secure = secure;
    this.streams = streams;
    this.clock = clock;
    this.heads = heads;
    this.door = door;
    this.handler = handler;
    this.out = new PacedOutput(socket);
    this.service =
        new HttpService(
            PROCESSOR,
            new BasicHttpServerRequestHandler(
                (_, _) -> (request, response, _) -> answer(handler, request, response, visit)));
  }

  /** Whether a request is being answered, rather than waited for. */
  boolean isAnswering() {
    return answering;
  }

  /** What this connection has become; null while it is requests and answers. */
  @Nullable EventStream stream() {
    return stream;
  }

  void run(RequestHead first) throws IOException {
    for (RequestHead head = first; head != null; head = nextHead()) {
      answering = true;
      boolean goesOn = serve(head);
      answering = false;
      out.rest();
      if (!goesOn || door.isStopping()) {
        return;
      }
    }
  }

  /** Whether the connection may go on. */
  private boolean serve(RequestHead head) throws IOException {
    long bodyBytes = head.bodyBytes();
    long most = handler.mostBodyBytes(head.method(), head.path());
    if (bodyBytes > most) {
      throw new HttpRefusal(413, "A body may have at most " + most + " bytes here.");
    }
    if (Streams.isOpening(head) || Streams.areWantedBy(head)) {
      requireTurn();
    }
    if (Streams.isOpening(head)) {
      clock.withoutEnd();
      streams.run(head, secure, line, heads, this::become);
      return false;
    }
    clock.endWithin(deadlines().idle());
    if (Streams.areWantedBy(head)) {
      streams.hear(head, secure, line, heads, (int) bodyBytes);
      return !head.hasToken("connection", "close");
    }
    boolean streamed = bodyBytes > HttpHandler.USUAL_BODY_BYTES;
    InputStream body = streamed ? new PacedBody(heads, clock) : new Rest(heads);
    var request = new OneRequest(head.bytes(), body, bodyBytes);
    var engine = new DefaultBHttpServerConnection(null, CONFIG);
    engine.bind(new StreamSocket(socket, request, out));
    try {
      HeavyWork.Work answer = () -> service.handleRequest(engine, HttpCoreContext.create());
      if (handler.isHeavy(head.method(), head.path())) {
        door.heavyWork().run(answer);
      } else {
        answer.run();
      }
    } catch (HttpException e) {
      return false; // it was answered already
    }
    if (!engine.isOpen()) {
      return false;
    }
    return request.skipRest();
  }

  /** What is answered by the handler asks for its turn there; what a stream carries, here. */
  private void requireTurn() throws HttpRefusal {
    long wait = handler.waitMillis(line.address());
    if (wait > 0) {
      throw HttpRefusal.tooFast(wait);
    }
  }

  private void become(EventStream opened) {
    stream = opened;
    if (door.isStopping()) {
      opened.outbox().close(CloseCode.GOING_AWAY, FrontDoor.STOPPING);
    }
  }

  private @Nullable RequestHead nextHead() throws IOException {
    clock.endWithin(deadlines().idle());
    try {
      if (heads.peek() < 0) {
        return null;
      }
    } catch (SocketTimeoutException e) {
      return null; // nobody asks any more
    }
    clock.endWithin(deadlines().head());
    return heads.next();
  }

  private Deadlines deadlines() {
    return door.deadlines();
  }

  private static void answer(
      HttpHandler handler,
      ClassicHttpRequest request,
      ClassicHttpResponse response,
      Supplier<HttpHandler.Visit> visit)
      throws HttpException, IOException {
    HttpHandler.Visit seen = visit.get();
    try {
      handler.handle(request, response, seen);
    } catch (RuntimeException | Error e) {
      LOG.error("A request from {} failed", seen.address(), e);
      response.setCode(500);
      response.setEntity(
          new StringEntity(
              "Something went wrong on the server.\n",
              ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8)));
    }
  }

  /** Whether the other side takes what is written to it, or has no more to be said to. */
  boolean isTaking(long now) {
    return out.isTaking(now);
  }

  /** What follows a head. */
  private static final class Rest extends InputStream {
    private final HeadReader heads;

    Rest(HeadReader heads) {
      this.heads = heads;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return heads.read(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }

  /** One head and its body, and then the end. */
  private static final class OneRequest extends InputStream {
    private final byte[] head;
    private final InputStream body;
    private int headRead;
    private long bodyLeft;

    OneRequest(byte[] head, InputStream body, long bodyBytes) {
      this.head = head;
      this.body = body;
      this.bodyLeft = bodyBytes;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (headRead < head.length) {
        int step = Math.min(length, head.length - headRead);
        System.arraycopy(head, headRead, bytes, offset, step);
        headRead += step;
        return step;
      }
      if (bodyLeft == 0) {
        return -1;
      }
      int count = body.read(bytes, offset, (int) Math.min(length, bodyLeft));
      bodyLeft -= Math.max(count, 0);
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** What the handler did not care to read. Of much, the connection is rather ended. */
    boolean skipRest() throws IOException {
      byte[] some = new byte[1024];
      if (bodyLeft > HttpHandler.USUAL_BODY_BYTES) {
        return false;
      }
      while (bodyLeft > 0 && read(some, 0, some.length) > 0) {
        // it is of no use to anybody
      }
      return true;
    }
  }
}
