package chat.parley.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One file for browsers: as it is and packed, with the tag by which a browser asks whether it is
 * still the same. Immutable; the bytes are not to be written to.
 */
final class WebFile {
  /** Pictures are packed already. */
  private static final String PICTURE = "image/png";

  private final ContentType type;
  private final byte[] plain;
  private final byte[] packed;
  private final String tag;

  WebFile(ContentType type, byte[] plain) {
    this.type = type;
    this.plain = plain;
    this.packed = type.getMimeType().equals(PICTURE) ? plain : gzip(plain);
    this.tag = '"' + hash(plain) + '"';
  }

  /** Answers GET and HEAD. How long it may be kept is for the caller to say. */
  void answer(ClassicHttpRequest request, ClassicHttpResponse response) {
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    if (Fields.hasAlready(request, tag)) {
      response.setCode(304);
      return;
    }
    boolean pack = packed.length < plain.length && Fields.names(request, "Accept-Encoding", "gzip");
    response.setCode(200);
    if (pack) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setEntity(new ByteArrayEntity(pack ? packed : plain, type));
  }

  /** How many bytes go over the line to a browser that unpacks. */
  int packedBytes() {
    return Math.min(packed.length, plain.length);
  }

  /** Enough of a SHA-256 that no two versions of a file ever have the same. */
  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var zip = new Best(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    return out.toByteArray();
  }

  private static final class Best extends GZIPOutputStream {
    Best(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
