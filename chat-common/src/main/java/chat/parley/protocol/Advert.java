package chat.parley.protocol;

import chat.parley.model.Fingerprint;
import chat.parley.model.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself to whoever looks for servers on the network. Nobody vouches for it:
 * it says where to knock, and the key that is shown there says who opens.
 *
 * @param id the same as long as it is the same server, 1 to 64 visible ASCII characters
 * @param name what people call it, see {@link Names#problemWithServer}
 * @param port on which it is reached at the address that this came from
 * @param key by which it is known; null without TLS
 * @param people how many are online
 * @param version of its software, for showing
 */
public record Advert(
    String id, String name, int port, @Nullable Fingerprint key, int people, String version) {
  public static final int MAX_VERSION = 64;
  public static final int MAX_ID = 64;

  private static final int MAX_PORT = 65_535;

  public Advert {
    if (id.isEmpty() || id.length() > MAX_ID || !id.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException("An id has 1 to 64 visible ASCII characters.");
    }
    Names.problemWithServer(name)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    if (version.length() > MAX_VERSION || version.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A version has at most 64 characters.");
    }
    if (port < 1 || port > MAX_PORT || people < 0) {
      throw new IllegalArgumentException("A port is from 1 to 65535, and people from 0.");
    }
  }
}
