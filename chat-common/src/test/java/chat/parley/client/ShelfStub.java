package chat.parley.client;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileProgress;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Takes files of one size as a server does, and lets a test do something while they come. */
final class ShelfStub implements AutoCloseable {
  private final HttpServer http;
  private final long size;
  private final Map<String, ByteArrayOutputStream> parts = new ConcurrentHashMap<>();
  private final List<String> cancelled = new ArrayList<>();
  private volatile LongConsumer came = _ -> {};
  private volatile ErrorCode refusal;
  private volatile Runnable asked = () -> {};
  private int begun;

  ShelfStub(long size) throws IOException {
    this.size = size;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/uploads", this::answer);
    http.start();
  }

  FileLine line() {
    return new FileLine(
        new ServerAddress("127.0.0.1", http.getAddress().getPort()),
        null,
        () -> CompletableFuture.completedFuture(new Event.Pass(0, "pass", 0)));
  }

  /** Is told how much of a file is there, before more of it is read. */
  void whileItComes(LongConsumer now) {
    came = now;
  }

  /** Is told of each new file before it is answered. */
  void whenAsked(Runnable now) {
    asked = now;
  }

  /** From now on new files are refused; null to take them again. */
  void refuse(ErrorCode code) {
    refusal = code;
  }

  byte[] bytes(FileId id) {
    return parts.get(id.value()).toByteArray();
  }

  synchronized List<String> cancelled() {
    return List.copyOf(cancelled);
  }

  /** Waits for the first. */
  synchronized String awaitCancelled() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (cancelled.isEmpty() && System.nanoTime() < end) {
      wait(100);
    }
    return cancelled.isEmpty() ? "none" : cancelled.getFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String id = path.substring(path.lastIndexOf('/') + 1);
      switch (exchange.getRequestMethod()) {
        case "POST" -> begin(exchange);
        case "PATCH" -> {
          take(exchange.getRequestBody(), parts.get(id));
          say(exchange, 200, progress(id));
        }
        case "DELETE" -> {
          cancel(id);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> say(exchange, 200, progress(id));
      }
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.run();
    ErrorCode code = refusal;
    if (code != null) {
      say(exchange, 507, Codec.encode(new Event.Failed(0, code, "The disk is full.", 0)));
      return;
    }
    String id = fresh();
    parts.put(id, new ByteArrayOutputStream());
    say(exchange, 201, progress(id));
  }

  private synchronized String fresh() {
    return "f_" + ++begun;
  }

  private synchronized void cancel(String id) {
    cancelled.add(id);
    notifyAll();
  }

  private void take(InputStream in, ByteArrayOutputStream part) throws IOException {
    byte[] piece = new byte[16 * 1024];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      part.write(piece, 0, count);
      came.accept(part.size());
    }
  }

  private String progress(String id) {
    long there = parts.get(id).size();
    var file = new Attachment(new FileId(id), "noise", size, "x/y", 0, 0, false);
    return Codec.encode(new FileProgress(file.id(), there, there == size ? file : null));
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
