package chat.parley.discovery;

import chat.parley.model.Fingerprint;
import chat.parley.protocol.Advert;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;

/** An advert as DNS-SD carries it (RFC 6763): a service with a text of names and values. */
public final class ServiceText {
  public static final String TYPE = "_parley._tcp.local.";

  private static final int MAX_LABEL_BYTES = 60;

  private ServiceText() {}

  /** The service by which the server is announced. */
  public static ServiceInfo service(Advert advert) {
    return ServiceInfo.create(TYPE, label(advert.name()), advert.port(), 0, 0, values(advert));
  }

  public static Map<String, String> values(Advert advert) {
    var values = new LinkedHashMap<String, String>();
    values.put("v", "1");
    values.put("id", advert.id());
    values.put("name", advert.name());
    Fingerprint key = advert.key();
    if (key != null) {
      values.put("key", key.hex());
    }
    values.put("people", String.valueOf(advert.people()));
    values.put("version", advert.version());
    return values;
  }

  /** Empty while the text is not there yet, and for whatever is no server of ours. */
  static Optional<Advert> read(ServiceInfo service) {
    String id = service.getPropertyString("id");
    String name = service.getPropertyString("name");
    if (id == null || name == null) {
      return Optional.empty();
    }
    try {
      String key = service.getPropertyString("key");
      return Optional.of(
          new Advert(
              id,
              name,
              service.getPort(),
              key == null ? null : new Fingerprint(key),
              Integer.parseInt(or(service.getPropertyString("people"), "0")),
              or(service.getPropertyString("version"), "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  /** A label of DNS is short, and a dot in it would be taken for an end. */
  private static String label(String name) {
    var label = new StringBuilder();
    int bytes = 0;
    for (int point : name.replace('.', ' ').codePoints().toArray()) {
      bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAX_LABEL_BYTES) {
        break;
      }
      label.appendCodePoint(point);
    }
    return label.toString();
  }
}
