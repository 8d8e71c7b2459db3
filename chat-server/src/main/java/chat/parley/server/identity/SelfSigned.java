package chat.parley.server.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys on the curve P-256, and certificates that they sign themselves. */
final class SelfSigned {
  private static final Duration VALID = Duration.ofDays(3652);

  /** Clocks of other computers may be slow. */
  private static final Duration SINCE = Duration.ofDays(1);

  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);
  private static final int SERIAL_BITS = 127;

  private SelfSigned() {}

  static KeyPair newKey(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has the curve P-256", e);
    }
  }

  static X509Certificate certificate(KeyPair key, Reach reach, Instant now, SecureRandom random) {
    X500Name name =
        new X500NameBuilder().addRDN(BCStyle.CN, "Parley on " + reach.computer()).build();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
            Date.from(now.minus(SINCE)),
            Date.from(now.plus(VALID)),
            name,
            key.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.subjectAlternativeName, false, names(reach));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("Every Java can sign on the curve P-256", e);
    }
  }

  /** Whether it is still good for a while, for every name and address in {@code reach}. */
  static boolean covers(X509Certificate certificate, Reach reach, Instant now) {
    if (certificate.getNotAfter().toInstant().isBefore(now.plus(RENEWED_BEFORE_END))) {
      return false;
    }
    try {
      Set<String> written =
          Stream.ofNullable(certificate.getSubjectAlternativeNames())
              .flatMap(names -> names.stream())
              .map(name -> String.valueOf(name.get(1)))
              .collect(Collectors.toSet());
      return written.containsAll(reach.names())
          && written.containsAll(reach.addresses().stream().map(SelfSigned::written).toList());
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** As a certificate tells it: an IPv6 address without shortening. */
  private static String written(InetAddress address) {
    return address.getHostAddress();
  }

  private static GeneralNames names(Reach reach) {
    Stream<GeneralName> names =
        reach.names().stream().map(name -> new GeneralName(GeneralName.dNSName, name));
    Stream<GeneralName> addresses =
        reach.addresses().stream()
            .map(address -> new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
    List<GeneralName> all = Stream.concat(names, addresses).toList();
    return new GeneralNames(all.toArray(GeneralName[]::new));
  }
}
