package chat.parley.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes somebody the owner of a new server: a code that only its operator can read, good until
 * there is an owner. Safe for any thread.
 */
public final class SetUpCode {
  private volatile @Nullable String code;

  /**
   * @param code null when the server has an owner: then there is nothing to set up
   */
  public SetUpCode(@Nullable String code) {
    this.code = code;
  }

  /** Empty once there is an owner. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  public boolean isOpen() {
    return code != null;
  }

  public boolean fits(String said) {
    String open = code;
    return open != null
        && MessageDigest.isEqual(
            open.getBytes(StandardCharsets.UTF_8), said.strip().getBytes(StandardCharsets.UTF_8));
  }

  /** There is an owner now. */
  public void close() {
    code = null;
  }
}
