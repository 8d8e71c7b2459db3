package chat.parley.server.http;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.User;
import chat.parley.protocol.Codec;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import chat.parley.protocol.Malformed;
import chat.parley.server.file.FileRefused;
import chat.parley.server.file.Quotas;
import chat.parley.server.file.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads and files over HTTP; docs/PROTOCOL.md has the words. Who asks is said by a pass in the
 * Authorization header, never in an address. Safe for many threads.
 */
public final class FilePages {
  private static final Logger LOG = LoggerFactory.getLogger(FilePages.class);
  private static final String OFFSET = "Upload-Offset";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

  private final Shelf shelf;
  private final Doorman doorman;
  private final Quotas quotas;

  /**
   * Who carries a pass.
   *
   * @param now who they are when it is asked, however old the pass has become; empty once their
   *     device is logged out
   */
  public record Visitor(User user, Supplier<Optional<User>> now) {}

  /** Knows people by what they carry. */
  public interface Doorman {
    /** Who carries this pass, if it is good at this moment. */
    Optional<Visitor> whose(String pass);

    /**
     * @return 0 when this person may begin one more upload now; else how many milliseconds to wait
     */
    long waitForUpload(User user);

    /**
     * @return 0 when this person may ask now; else how many milliseconds to wait
     */
    long waitToAsk(User user);
  }

  public FilePages(Shelf shelf, Doorman doorman, Quotas quotas) {
    this.shelf = shelf;
    this.doorman = doorman;
    this.quotas = quotas;
  }

  /** Most bytes of a body on such a path; 0 for the usual. */
  long mostBodyBytes(String method, String path) {
    return isPiece(method, Route.of(path).orElse(null)) ? quotas.file() : 0;
  }

  /** Whether a file's bytes are moved by it. */
  boolean isHeavy(String method, String path) {
    Route route = Route.of(path).orElse(null);
    return isPiece(method, route) || route == Route.FILE;
  }

  private static boolean isPiece(String method, @Nullable Route route) {
    return method.equals("PATCH") && route == Route.UPLOAD;
  }

  /**
   * @param route one that {@link Route#isOfFiles}
   */
  void answer(Route route, String path, ClassicHttpRequest request, ClassicHttpResponse response)
      throws IOException {
    Optional<Visitor> visitor = bearer(request).flatMap(doorman::whose);
    if (visitor.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      no(response, 401, ErrorCode.NOT_LOGGED_IN, "Log in, and ask for a pass.", 0);
      return;
    }
    long wait = doorman.waitToAsk(visitor.get().user());
    if (wait > 0) {
      Throttle.slower(response, wait);
      return;
    }
    try {
      if (!route.methods().contains(request.getMethod())) {
        notThat(response, route.allowed());
      } else if (route == Route.UPLOADS) {
        begin(visitor.get().user(), request, response);
      } else if (route == Route.UPLOAD) {
        upload(visitor.get(), new FileId(route.id(path)), request, response);
      } else {
        boolean thumb = route == Route.THUMB;
        file(visitor.get(), new FileId(route.id(path)), thumb, request, response);
      }
    } catch (FileRefused e) {
      no(response, status(e.code()), e.code(), String.valueOf(e.getMessage()), 0);
    } catch (Malformed e) {
      no(response, 400, e.code(), String.valueOf(e.getMessage()), 0);
    }
  }

  private void begin(User user, ClassicHttpRequest request, ClassicHttpResponse response)
      throws FileRefused, Malformed, IOException {
    long wait = doorman.waitForUpload(user);
    if (wait > 0) {
      Throttle.slower(response, wait);
      return;
    }
    FileOffer offer = Codec.decodeOffer(text(request));
    say(response, 201, shelf.uploads().begin(user, offer));
  }

  private void upload(
      Visitor visitor, FileId upload, ClassicHttpRequest request, ClassicHttpResponse response)
      throws FileRefused, IOException {
    User user = visitor.user();
    switch (request.getMethod()) {
      case "PATCH" -> {
        var leave =
            new Leave(
                () ->
                    visitor
                        .now()
                        .get()
                        .filter(now -> shelf.uploads().mayGoOn(now, upload))
                        .isPresent(),
                System::nanoTime);
        InputStream body = leave.over(body(request));
        say(response, 200, shelf.uploads().append(user, upload, offset(request), body));
      }
      case "DELETE" -> {
        shelf.uploads().cancel(user, upload);
        response.setCode(204);
      }
      default -> say(response, 200, shelf.uploads().progress(user, upload));
    }
  }

  private void file(
      Visitor visitor,
      FileId id,
      boolean thumb,
      ClassicHttpRequest request,
      ClassicHttpResponse response)
      throws FileRefused, IOException {
    Shelf.Found found = thumb ? shelf.thumb(visitor.user(), id) : shelf.find(visitor.user(), id);
    Attachment file = found.file();
    boolean picture = file.isPicture();
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // What a file is never changes; that somebody may see it does. Nobody else may be shown what
    // was kept, and whoever it was asks again about as often as for a pass.
    response.setHeader("Cache-Control", "private, max-age=600");
    response.setHeader("Vary", "Authorization");
    String tag = '"' + id.value() + (thumb ? "-thumb" : "") + '"';
    response.setHeader("ETag", tag);
    if (Fields.hasAlready(request, tag)) {
      response.setCode(304);
      return;
    }
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader(
        "Content-Disposition", (picture ? "inline" : "attachment") + "; " + named(file.name()));
    ContentType type =
        thumb
            ? Thumbs.typeOf(found.path())
            : ContentType.create(picture ? file.type() : Attachment.ANY_TYPE);
    var leave =
        new Leave(
            () -> visitor.now().get().filter(user -> shelf.maySee(user, id)).isPresent(),
            System::nanoTime);
    FileEntity.answer(response, found.path(), Fields.range(request, tag), type, leave);
  }

  /** RFC 6266: a name for those who know no other letters, and the real one. */
  private static String named(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String real = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "filename=\"" + plain + "\"; filename*=UTF-8''" + real;
  }

  private static Optional<String> bearer(ClassicHttpRequest request) {
    Header[] fields = request.getHeaders("Authorization");
    return fields.length == 1 && fields[0].getValue().startsWith("Bearer ")
        ? Optional.of(fields[0].getValue().substring("Bearer ".length()).strip())
        : Optional.empty();
  }

  private static long offset(ClassicHttpRequest request) throws FileRefused {
    Header offset = request.getFirstHeader(OFFSET);
    if (offset == null || !NUMBER.matcher(offset.getValue()).matches()) {
      throw FileRefused.malformed("The header " + OFFSET + " must be a number.");
    }
    return Long.parseLong(offset.getValue());
  }

  private static InputStream body(ClassicHttpRequest request) throws IOException {
    HttpEntity entity = request.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  private static String text(ClassicHttpRequest request) throws IOException {
    return new String(body(request).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void say(ClassicHttpResponse response, int status, FileProgress progress) {
    response.setCode(status);
    response.setHeader(OFFSET, progress.offset());
    response.setEntity(new StringEntity(Codec.encode(progress), ContentType.APPLICATION_JSON));
  }

  private static void notThat(ClassicHttpResponse response, String allowed) {
    response.setHeader("Allow", allowed);
    no(response, 405, ErrorCode.UNSUPPORTED, "That cannot be done at this address.", 0);
  }

  private static void no(
      ClassicHttpResponse response, int status, ErrorCode code, String sentence, long wait) {
    LOG.debug("A request about a file was refused: {}", code);
    response.setCode(status);
    response.setHeader("Cache-Control", "no-store");
    response.setEntity(
        new StringEntity(
            Codec.encode(new Event.Failed(0, code, sentence, wait)), ContentType.APPLICATION_JSON));
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case NO_SUCH_FILE, NO_SUCH_ROOM -> 404;
      case FORBIDDEN -> 403;
      case TOO_BIG -> 413;
      case TOO_MANY, STORAGE -> 507;
      case BUSY, GOING_AWAY -> 503;
      case INTERNAL -> 500;
      default -> 409;
    };
  }
}
