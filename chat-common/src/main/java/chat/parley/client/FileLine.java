package chat.parley.client;

import chat.parley.model.FileId;
import chat.parley.model.Fingerprint;
import chat.parley.protocol.Codec;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import chat.parley.protocol.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one server about files, over HTTP and by the same key as everything else. Safe
 * for any thread; every method blocks until there is an answer, and ends with {@link IOException}
 * when the line broke or nothing moved on it for {@link #STALL}. What the server does not do is a
 * {@link RefusedException}.
 */
public final class FileLine implements AutoCloseable {
  /** A line on which nothing moves for so long is taken for dead. */
  static final Duration STALL = Duration.ofSeconds(20);

  /** Once all bytes are there the server looks at them, which takes it longer the more they are. */
  private static final Duration FINISH = Duration.ofMinutes(3);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** A pass is renewed a little before it is over. */
  private static final long RENEW_EARLY_MS = 60_000;

  private static final int MOST_THUMB_BYTES = 4 << 20;
  private static final String OFFSET = "Upload-Offset";

  private final Supplier<ServerAddress> place;
  private final Supplier<CompletableFuture<Event.Pass>> passes;
  private final HttpClient http;
  private final boolean secure;

  private final Object passLock = new Object();

  /** Guarded by passLock, and so is how long it is good by this computer's monotonic clock. */
  private @Nullable String pass;

  private long passNanos;

  /**
   * For a client that has been connected: only then it is known how its server is spoken to.
   *
   * @param config the one of {@code client}
   */
  public FileLine(ClientConfig config, ParleyClient client) {
    this(() -> placeOf(config), keyOf(config), client::pass);
  }

  /**
   * @param key by which the server is known; null to speak without TLS
   * @param passes asks for a fresh pass
   */
  public FileLine(
      ServerAddress address,
      @Nullable Fingerprint key,
      Supplier<CompletableFuture<Event.Pass>> passes) {
    this(() -> address, key, passes);
  }

  private FileLine(
      Supplier<ServerAddress> place,
      @Nullable Fingerprint key,
      Supplier<CompletableFuture<Event.Pass>> passes) {
    this.place = place;
    this.passes = passes;
    this.secure = key != null;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    this.http = key == null ? builder.build() : builder.sslContext(context(key)).build();
  }

  private static @Nullable Fingerprint keyOf(ClientConfig config) {
    KnownServers servers = config.servers();
    return servers == null ? null : servers.keyOf(config.server());
  }

  /** Where the client is, which may be elsewhere after a while. */
  private static ServerAddress placeOf(ClientConfig config) {
    KnownServers servers = config.servers();
    return servers == null ? config.server() : servers.lastPlace(config.server());
  }

  private static SSLContext context(Fingerprint key) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new PinnedKey(key)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has TLS", e);
    }
  }

  public FileProgress begin(FileOffer offer) throws IOException {
    HttpRequest.Builder request =
        to("/uploads")
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Codec.encode(offer)));
    return progress(answered(request, BodyHandlers.ofByteArray(), ANSWER, new AtomicLong()));
  }

  /** How far an upload has come. */
  public FileProgress progress(FileId id) throws IOException {
    HttpRequest.Builder request = to("/uploads/" + coded(id)).timeout(ANSWER).GET();
    return progress(answered(request, BodyHandlers.ofByteArray(), ANSWER, new AtomicLong()));
  }

  /**
   * Sends what is left of a file.
   *
   * @param offset where the server is
   * @param sent is told how many bytes of the file are on their way or there, on another thread
   */
  public FileProgress append(FileId id, Path file, long offset, LongConsumer sent)
      throws IOException {
    long left = Files.size(file) - offset;
    if (left < 0) {
      throw new RefusedException(ErrorCode.BAD_MESSAGE, "The file has become shorter.");
    }
    var moved = new AtomicLong();
    BodyPublisher body =
        left == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> open(file, offset, moved, sent)), left);
    HttpRequest.Builder request =
        to("/uploads/" + coded(id)).header(OFFSET, Long.toString(offset)).method("PATCH", body);
    return progress(answered(request, BodyHandlers.ofByteArray(), FINISH, moved));
  }

  public void cancel(FileId id) throws IOException {
    answered(
        to("/uploads/" + coded(id)).timeout(ANSWER).DELETE(),
        BodyHandlers.ofByteArray(),
        ANSWER,
        new AtomicLong());
  }

  /** The small picture of a file. */
  public byte[] thumb(FileId id) throws IOException {
    HttpResponse<InputStream> response =
        answered(
            to("/files/" + coded(id) + "/thumb").timeout(ANSWER).GET(),
            BodyHandlers.ofInputStream(),
            ANSWER,
            new AtomicLong());
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes(MOST_THUMB_BYTES + 1);
      if (bytes.length > MOST_THUMB_BYTES) {
        throw new IOException("A small picture of more than 4 MiB");
      }
      return bytes;
    }
  }

  /**
   * Fetches a file, or what is missing of it: {@code to} may hold the beginning already. It is
   * whole when this returns.
   *
   * @param size of the whole
   * @param got is told how many bytes are there, on this thread
   */
  public void fetch(FileId id, long size, Path to, LongConsumer got) throws IOException {
    long have = Files.exists(to) ? Files.size(to) : 0;
    if (have > size) {
      Files.delete(to);
      have = 0;
    }
    if (have == size && Files.exists(to)) {
      got.accept(have);
      return;
    }
    HttpRequest.Builder request = to("/files/" + coded(id)).GET();
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> response =
        answered(request, BodyHandlers.ofInputStream(), ANSWER, new AtomicLong());
    long from = response.statusCode() == 206 ? have : 0;
    long end = copy(response.body(), to, from, size, got);
    if (end != size) {
      throw new IOException("The line broke at " + end + " of " + size + " bytes");
    }
  }

  private static long copy(InputStream from, Path to, long at, long most, LongConsumer got)
      throws IOException {
    try (var in = new WatchedInput(from, STALL);
        OutputStream out =
            at == 0
                ? Files.newOutputStream(to)
                : Files.newOutputStream(to, StandardOpenOption.APPEND)) {
      byte[] piece = new byte[64 * 1024];
      long end = at;
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        if (end + count > most) {
          throw new IOException("The server sends more than the file is long");
        }
        out.write(piece, 0, count);
        end += count;
        got.accept(end);
      }
      return end;
    }
  }

  private static InputStream open(Path file, long offset, AtomicLong moved, LongConsumer sent) {
    try {
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(offset);
      return new CountedInput(in, count -> sent.accept(offset + moved.addAndGet(count)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a part of an address, whatever the server calls it. */
  private static String coded(FileId id) {
    return URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder to(String path) throws IOException {
    ServerAddress address = place.get();
    String host = address.host().indexOf(':') >= 0 ? "[" + address.host() + "]" : address.host();
    String scheme = secure ? "https" : "http";
    return HttpRequest.newBuilder(URI.create(scheme + "://" + host + ":" + address.port() + path))
        .header("Authorization", "Bearer " + pass());
  }

  /**
   * @param quiet how long nothing may move once {@code moved} stands still
   */
  private <T> HttpResponse<T> answered(
      HttpRequest.Builder request, BodyHandler<T> handler, Duration quiet, AtomicLong moved)
      throws IOException {
    CompletableFuture<HttpResponse<T>> future = http.sendAsync(request.build(), handler);
    HttpResponse<T> response = await(future, quiet, moved);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return response;
    }
    if (status == 401) {
      forgetPass();
    }
    throw refusal(status, response.body());
  }

  private static <T> T await(CompletableFuture<T> future, Duration quiet, AtomicLong moved)
      throws IOException {
    long last = -1;
    long since = System.nanoTime();
    while (true) {
      try {
        return future.get(500, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = moved.get();
        boolean moving = now != last;
        if (moving) {
          last = now;
          since = System.nanoTime();
        } else if (System.nanoTime() - since > quiet.toNanos()) {
          future.cancel(true);
          throw new IOException("Nothing moved for " + quiet.toSeconds() + " seconds", e);
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      } catch (InterruptedException e) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("Given up", e);
      }
    }
  }

  private static RuntimeException refusal(int status, Object body) throws IOException {
    byte[] text =
        switch (body) {
          case byte[] bytes -> bytes;
          case InputStream in -> in.readNBytes(64 * 1024);
          default -> new byte[0];
        };
    try {
      if (Codec.decodeEvent(new String(text, StandardCharsets.UTF_8)).orElse(null)
          instanceof Event.Failed no) {
        return new RefusedException(no.code(), no.message(), no.retryMs());
      }
    } catch (Malformed e) {
      throw new IOException("The server answered " + status, e);
    }
    throw new IOException("The server answered " + status);
  }

  private static FileProgress progress(HttpResponse<byte[]> response) throws IOException {
    try {
      return Codec.decodeProgress(new String(response.body(), StandardCharsets.UTF_8));
    } catch (Malformed e) {
      throw new IOException("What the server says of an upload cannot be understood", e);
    }
  }

  private String pass() throws IOException {
    synchronized (passLock) {
      if (pass == null || System.nanoTime() - passNanos > 0) {
        try {
          Event.Pass fresh = passes.get().get(ANSWER.toSeconds(), TimeUnit.SECONDS);
          pass = fresh.token();
          passNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PASS_MS - RENEW_EARLY_MS);
        } catch (ExecutionException | CompletionException e) {
          throw new IOException("There is no connection to ask for a pass", e.getCause());
        } catch (TimeoutException e) {
          throw new IOException("The server gave no pass", e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("Given up", e);
        }
      }
      return pass;
    }
  }

  /** What a pass is good for by the protocol; clocks of two computers are not compared. */
  private static final long PASS_MS = 600_000;

  private void forgetPass() {
    synchronized (passLock) {
      pass = null;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
