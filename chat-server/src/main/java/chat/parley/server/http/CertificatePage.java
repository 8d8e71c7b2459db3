package chat.parley.server.http;

import chat.parley.model.Fingerprint;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The server's certificate as a file, for those who want their browser or system to know it.
 *
 * @param pem public, as every certificate is
 * @param key what to compare it by
 */
public record CertificatePage(String pem, Fingerprint key) {
  static final String PATH = "/certificate";

  private static final ContentType TYPE = ContentType.create("application/x-pem-file");

  void answer(ClassicHttpResponse response) {
    response.setCode(200);
    response.setHeader("Content-Disposition", "attachment; filename=\"parley-server.crt\"");
    response.setEntity(new StringEntity(pem, TYPE));
  }
}
