package chat.parley.server.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that a server makes for itself at its first start. It is kept as long as the data folder
 * is; the certificate is made anew with the same key when the computer has other addresses or the
 * time runs out, which clients do not notice.
 */
public final class OwnIdentity {
  private static final Logger LOG = LoggerFactory.getLogger(OwnIdentity.class);
  private static final String KEY = "key.pem";
  private static final String NO_FILE = "no file";
  private static final String CERTIFICATE = "certificate.pem";

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * @param data the server's data folder; its owner is the only one who can read what is made there
   */
  public OwnIdentity(Path data, InstantSource clock, SecureRandom random) {
    this.folder = data.resolve("tls");
    this.clock = clock;
    this.random = random;
  }

  public Identity loadOrMake(Reach reach) throws BadIdentity {
    try {
      Files.createDirectories(folder, ownerOnly("rwx------"));
      // A link that leads nowhere is a key that is elsewhere: another one would be another server.
      if (!Files.exists(folder.resolve(KEY), LinkOption.NOFOLLOW_LINKS)) {
        refuseWhereAKeyWas();
        return first(reach);
      }
      Identity kept = kept();
      return SelfSigned.covers(kept.certificate(), reach, clock.instant())
          ? kept
          : renewed(kept, reach);
    } catch (IOException e) {
      throw new BadIdentity(
          "The server's key in " + folder + " cannot be read or written: " + why(e) + ".", e);
    }
  }

  /** Another key would be another server to everybody who knows this one. */
  private void refuseWhereAKeyWas() throws BadIdentity {
    if (Files.exists(folder.resolve(CERTIFICATE), LinkOption.NOFOLLOW_LINKS)) {
      throw new BadIdentity(
          folder.resolve(KEY)
              + " is missing. Restore it from a backup; without one, delete the folder "
              + folder
              + ": the server gets another key then, about which everybody is asked.",
          null);
    }
  }

  /** What the system says of it is often no more than the path. */
  static String why(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "the server has no permission. Check who owns the folder";
      case FileAlreadyExistsException _ -> "that is not a folder. Restore the folder";
      case NoSuchFileException gone ->
          Path.of(gone.getFile()).getFileName() + " is missing. Restore it";
      case FileSystemException other when NO_FILE.equals(other.getReason()) ->
          Path.of(other.getFile()).getFileName()
              + " is not a file. Move it away, and restore the file";
      default -> String.valueOf(cause.getMessage());
    };
  }

  private Identity first(Reach reach) throws IOException {
    KeyPair pair = SelfSigned.newKey(random);
    Identity made = signed(pair, reach);
    // The key last: a key that is there always has its certificate.
    write(CERTIFICATE, made.pem());
    write(KEY, Pem.of(pair.getPrivate()) + Pem.of(pair.getPublic()));
    LOG.info("Made this server's key, {}", made.fingerprint());
    return made;
  }

  private Identity kept() throws IOException, BadIdentity {
    Path keyFile = folder.resolve(KEY);
    Path certificateFile = folder.resolve(CERTIFICATE);
    String keyText = text(keyFile);
    Identity identity = identity(keyText, text(certificateFile));
    // To sign and verify for a trial takes a tenth of a server's start.
    PublicKey shown = identity.certificate().getPublicKey();
    if (!Pem.isBeside(shown, keyText).orElseGet(identity::fits)) {
      throw new BadIdentity(
          keyFile + " and " + certificateFile + " do not belong together; restore both.", null);
    }
    return identity;
  }

  private Identity identity(String key, String certificate) throws BadIdentity {
    try {
      return new Identity(
          Pem.key(key, folder.resolve(KEY).toString()),
          Pem.certificates(certificate, folder.resolve(CERTIFICATE).toString()));
    } catch (BadIdentity e) {
      throw new BadIdentity(
          e.getMessage()
              + " Restore the folder "
              + folder
              + " from a backup; without it the server gets another key, about which everybody is"
              + " asked.",
          e);
    }
  }

  /** Whatever bytes are in it: what they are not is for the reader of keys to say. */
  private static String text(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // To read a pipe would be to wait for whoever writes into it.
      throw new FileSystemException(file.toString(), null, NO_FILE);
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private Identity renewed(Identity old, Reach reach) throws IOException {
    Identity made = signed(new KeyPair(old.certificate().getPublicKey(), old.key()), reach);
    write(CERTIFICATE, made.pem());
    LOG.info("Renewed this server's certificate with the same key, for {}", reach.addresses());
    return made;
  }

  private Identity signed(KeyPair pair, Reach reach) {
    X509Certificate certificate = SelfSigned.certificate(pair, reach, clock.instant(), random);
    return new Identity(pair.getPrivate(), List.of(certificate));
  }

  /** Whole or not at all, and on the disk when it returns. */
  private void write(String name, String text) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    Files.deleteIfExists(fresh);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var file = FileChannel.open(fresh, options, ownerOnly("rw-------"))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Where a system knows no such modes, the folder of the user's own data guards the file. */
  private FileAttribute<?>[] ownerOnly(String mode) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
