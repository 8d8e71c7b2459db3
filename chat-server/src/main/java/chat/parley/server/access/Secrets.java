package chat.parley.server.access;

import chat.parley.model.DeviceId;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes what nobody must be able to guess. Safe for any thread. */
public final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final int FILE_ID_BYTES = 16;

  /** Without those that look like others; 31 of them, so that 26 make 128 bits. */
  private static final String LEGIBLE = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final int CODE_LETTERS = 26;
  private static final int CODE_GROUP = 7;

  private final SecureRandom random;

  public Secrets(SecureRandom random) {
    this.random = random;
  }

  /** A token of 256 bits by which one device comes in again. Only its hash is ever stored. */
  public String token() {
    return encoded(TOKEN_BYTES);
  }

  /** A code of 128 bits that somebody may have to type: four groups of letters and digits. */
  public String code() {
    var code = new StringBuilder();
    for (int i = 0; i < CODE_LETTERS; i++) {
      if (i > 0 && i % CODE_GROUP == 0) {
        code.append('-');
      }
      code.append(LEGIBLE.charAt(random.nextInt(LEGIBLE.length())));
    }
    return code.toString();
  }

  /** A key for signing. */
  public byte[] key() {
    byte[] key = new byte[TOKEN_BYTES];
    random.nextBytes(key);
    return key;
  }

  public UserId userId() {
    return new UserId("u_" + encoded(ID_BYTES));
  }

  public DeviceId deviceId() {
    return new DeviceId("d_" + encoded(ID_BYTES));
  }

  public RoomId roomId() {
    return new RoomId("r_" + encoded(ID_BYTES));
  }

  /** Of 128 bits: to know it is half of what it takes to fetch the file. */
  public FileId fileId() {
    return new FileId("f_" + encoded(FILE_ID_BYTES));
  }

  public String inviteId() {
    return "i_" + encoded(ID_BYTES);
  }

  /** SHA-256 in hex; enough for a secret of 256 random bits, which no dictionary holds. */
  public static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private String encoded(int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
  }
}
