package chat.parley.server.http;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** What the header fields of a request say. */
final class Fields {
  private Fields() {}

  /** Whether who asks has what this tag stands for (RFC 9110 section 13.1.2). */
  static boolean hasAlready(ClassicHttpRequest request, String tag) {
    return names(request, "If-None-Match", tag) || names(request, "If-None-Match", "*");
  }

  /** The range that is asked for, if it is one of what this tag stands for; else null. */
  static @Nullable Header range(ClassicHttpRequest request, String tag) {
    Header only = request.getFirstHeader("If-Range"); // RFC 9110 section 13.1.5
    return only == null || only.getValue().equals(tag) ? request.getFirstHeader("Range") : null;
  }

  /** Whether a header that is a list has that entry, and does not rule it out ({@code q=0}). */
  static boolean names(ClassicHttpRequest request, String header, String wanted) {
    for (Header field : request.getHeaders(header)) {
      for (String entry : field.getValue().split(",")) {
        String[] parts = entry.strip().split("\\s*;\\s*");
        String name = parts[0].startsWith("W/") ? parts[0].substring(2) : parts[0];
        boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
        if (name.equalsIgnoreCase(wanted) && !refused) {
          return true;
        }
      }
    }
    return false;
  }
}
