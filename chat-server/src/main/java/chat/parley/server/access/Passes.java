package chat.parley.server.access;

import chat.parley.model.DeviceId;
import chat.parley.model.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes and checks passes: JWTs (RFC 7519, used as RFC 8725 advises) that say for ten minutes which
 * device of whom it is. One algorithm and one type are accepted, whatever a header says; headers
 * that point at keys are not looked at. Safe for any thread.
 */
public final class Passes {
  public static final Duration GOOD_FOR = Duration.ofMinutes(10);

  /** Clocks of one network differ a little. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int MOST_CHARS = 4_096;
  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final Set<String> HEADERS = Set.of("alg", "typ");
  private static final String ISSUER = "parley";
  private static final String AUDIENCE = "parley";
  private static final String DEVICE = "sid";
  private static final String ROUND = "round";

  private final byte[] key;
  private final InstantSource clock;

  /**
   * @param key 32 random bytes that nobody else has
   */
  public Passes(byte[] key, InstantSource clock) {
    if (key.length < 32) {
      throw new IllegalArgumentException("A key of a pass has 32 bytes");
    }
    this.key = key.clone();
    this.clock = clock;
  }

  /**
   * @param until epoch milliseconds
   */
  public record Issued(String token, long until) {}

  /**
   * Whose pass it is. Whether the device is still logged in is the store's to say.
   *
   * @param round in which it was made; see {@link #issue}
   * @param until epoch milliseconds
   */
  public record Holder(UserId user, DeviceId device, long round, long until) {}

  /**
   * @param round a number that moves when the passes that a device has are over
   */
  public Issued issue(UserId user, DeviceId device, long round) {
    Instant now = clock.instant();
    Instant until = now.plus(GOOD_FOR);
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(ALGORITHM).type(TYPE).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.value())
                .claim(DEVICE, device.value())
                .claim(ROUND, round)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(until))
                .build());
    try {
      jwt.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
    return new Issued(jwt.serialize(), until.toEpochMilli());
  }

  /** Empty for whatever is not a good pass; nobody is told what was wrong with it. */
  public Optional<Holder> check(String token) {
    if (token.length() > MOST_CHARS) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean genuine =
          isOurs(jwt.getHeader())
              && jwt.verify(new MACVerifier(key))
              && isGood(jwt.getJWTClaimsSet());
      return genuine ? Optional.of(holder(jwt.getJWTClaimsSet())) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(JWSHeader header) {
    return ALGORITHM.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && HEADERS.containsAll(header.getIncludedParams());
  }

  private boolean isGood(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date until = claims.getExpirationTime();
    Date from = claims.getNotBeforeTime();
    return ISSUER.equals(claims.getIssuer())
        && List.of(AUDIENCE).equals(claims.getAudience())
        && claims.getSubject() != null
        && until != null
        && from != null
        && now.minus(SKEW).isBefore(until.toInstant())
        && !from.toInstant().isAfter(now.plus(SKEW));
  }

  private static Holder holder(JWTClaimsSet claims) throws ParseException {
    String device = claims.getStringClaim(DEVICE);
    Long round = claims.getLongClaim(ROUND);
    if (device == null || round == null) {
      throw new ParseException("no device", 0);
    }
    return new Holder(
        new UserId(claims.getSubject()),
        new DeviceId(device),
        round,
        claims.getExpirationTime().getTime());
  }
}
