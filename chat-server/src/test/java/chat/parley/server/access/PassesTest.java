package chat.parley.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.DeviceId;
import chat.parley.model.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks of RFC 8725 and its kin, each refused without a word why. */
class PassesTest {
  private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
  private static final UserId ANN = new UserId("u_ann");
  private static final DeviceId LAPTOP = new DeviceId("d_laptop");

  private Instant now = NOW;
  private final Passes passes = new Passes(KEY, () -> now);

  @Test
  void aPassSaysWhoseItIsForTenMinutes() {
    Passes.Issued pass = passes.issue(ANN, LAPTOP, 0);
    assertThat(pass.until()).isEqualTo(NOW.plus(Duration.ofMinutes(10)).toEpochMilli());
    assertThat(passes.check(pass.token()))
        .contains(new Passes.Holder(ANN, LAPTOP, 0, pass.until()));
    now = NOW.plus(Duration.ofMinutes(10)).plusSeconds(29);
    assertThat(passes.check(pass.token())).isPresent();
    now = NOW.plus(Duration.ofMinutes(10)).plusSeconds(31);
    assertThat(passes.check(pass.token())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "nOnE", "NONE", ""})
  void whatIsNotSignedIsRefused(String algorithm) {
    String[] parts = passes.issue(ANN, LAPTOP, 0).token().split("\\.");
    String header = encoded("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}");
    assertThat(passes.check(header + "." + parts[1] + ".")).isEmpty();
    assertThat(passes.check(header + "." + parts[1] + "." + parts[2])).isEmpty();
  }

  @Test
  void aSignatureThatIsStrippedOrOfAnotherTextIsRefused() {
    String[] parts = passes.issue(ANN, LAPTOP, 0).token().split("\\.");
    String[] other = passes.issue(new UserId("u_eve"), LAPTOP, 0).token().split("\\.");
    assertThat(passes.check(parts[0] + "." + parts[1])).isEmpty();
    assertThat(passes.check(parts[0] + "." + parts[1] + ".")).isEmpty();
    assertThat(passes.check(parts[0] + "." + other[1] + "." + parts[2])).isEmpty();
  }

  @Test
  void anotherKeyIsRefused() throws JOSEException {
    byte[] other = KEY.clone();
    other[0]++;
    assertThat(passes.check(signed(header(), claims().build(), other))).isEmpty();
    assertThat(passes.check(signed(header(), claims().build(), KEY))).isPresent();
  }

  @Test
  void anotherAlgorithmIsRefusedEvenWithTheRightKey() throws JOSEException {
    byte[] longKey = Arrays.copyOf(KEY, 64);
    var long512 = new Passes(longKey, () -> now);
    String by512 =
        signed(
            new JWSHeader.Builder(JWSAlgorithm.HS512).type(new JOSEObjectType("at+jwt")).build(),
            claims().build(),
            longKey);
    assertThat(long512.check(by512)).isEmpty();
    RSAKey rsa = new RSAKeyGenerator(2048).generate();
    var byRsa =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt")).build(),
            claims().build());
    byRsa.sign(new RSASSASigner(rsa));
    assertThat(passes.check(byRsa.serialize())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void headersThatPointAtKeysAreRefused(UnaryOperator<JWSHeader.Builder> pointer)
      throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt"));
    assertThat(passes.check(signed(pointer.apply(header).build(), claims().build(), KEY)))
        .isEmpty();
  }

  static Stream<UnaryOperator<JWSHeader.Builder>> pointers() throws JOSEException {
    RSAKey rsa = new RSAKeyGenerator(2048).generate().toPublicJWK();
    return Stream.of(
        header -> header.keyID("../../etc/passwd"),
        header -> header.keyID("x' OR '1'='1"),
        header -> header.jwkURL(URI.create("http://127.0.0.1/keys")),
        header -> header.x509CertURL(URI.create("http://127.0.0.1/cert")),
        header -> header.jwk(rsa),
        header -> header.contentType("JWT"),
        header -> header.customParam("zip", "DEF"));
  }

  @ParameterizedTest
  @MethodSource("badClaims")
  void claimsThatAreNotOursAreRefused(UnaryOperator<JWTClaimsSet.Builder> bad)
      throws JOSEException {
    assertThat(passes.check(signed(header(), bad.apply(claims()).build(), KEY))).isEmpty();
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> badClaims() {
    return Stream.of(
        claims -> claims.issuer("other"),
        claims -> claims.issuer(null),
        claims -> claims.audience("parley-elsewhere"),
        claims -> claims.audience(List.of("parley", "elsewhere")),
        claims -> claims.audience((String) null),
        claims -> claims.expirationTime(Date.from(NOW.minusSeconds(31))),
        claims -> claims.expirationTime(null),
        claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(31))),
        claims -> claims.notBeforeTime(null),
        claims -> claims.claim("sid", null),
        claims -> claims.claim("sid", 7),
        claims -> claims.claim("sid", Map.of("a", 1)),
        claims -> claims.subject(null),
        claims -> claims.subject(""));
  }

  @Test
  void anotherTypeOfTokenIsRefused() throws JOSEException {
    for (String type : List.of("JWT", "at+JWT2", "rt+jwt")) {
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build();
      assertThat(passes.check(signed(header, claims().build(), KEY))).as(type).isEmpty();
    }
    var none = new JWSHeader.Builder(JWSAlgorithm.HS256).build();
    assertThat(passes.check(signed(none, claims().build(), KEY))).isEmpty();
  }

  @Test
  void nonsenseAndAMegabyteAreRefusedAtOnce() {
    List<String> nonsense =
        List.of("", ".", "..", "...", "a.b.c", "{}.{}.{}", "x".repeat(1_000_000), "\u0000.\u0000.");
    long from = System.nanoTime();
    for (String text : nonsense) {
      assertThat(passes.check(text)).isEmpty();
    }
    assertThat(System.nanoTime() - from).isLessThan(500_000_000L);
  }

  private static JWSHeader header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")).build();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("parley")
        .audience("parley")
        .subject(ANN.value())
        .claim("sid", LAPTOP.value())
        .claim("round", 0L)
        .notBeforeTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(600)));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, byte[] key)
      throws JOSEException {
    var jwt = new SignedJWT(header, claims);
    jwt.sign(new MACSigner(key));
    return jwt.serialize();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
