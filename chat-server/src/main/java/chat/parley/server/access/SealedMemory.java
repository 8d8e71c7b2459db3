package chat.parley.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers failed log-ins without their names: what somebody typed there may be a password, in the
 * wrong field. Safe for any thread.
 */
public final class SealedMemory implements LoginGuard.Memory {
  private static final String MAC = "HmacSHA256";

  /** Sets these apart from what else is signed with the same key. */
  private static final byte[] PURPOSE = "failed log-in\0".getBytes(StandardCharsets.US_ASCII);

  private final LoginGuard.Memory memory;
  private final SecretKeySpec key;

  /**
   * @param key 32 random bytes that nobody else has
   */
  public SealedMemory(LoginGuard.Memory memory, byte[] key) {
    this.memory = memory;
    this.key = new SecretKeySpec(key, MAC);
  }

  @Override
  public Optional<LoginGuard.Failures> read(String aim) {
    return memory.read(sealed(aim));
  }

  @Override
  public void write(String aim, LoginGuard.Failures failures) {
    memory.write(sealed(aim), failures);
  }

  private String sealed(String aim) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      mac.update(PURPOSE);
      return HexFormat.of().formatHex(mac.doFinal(aim.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
