package chat.parley.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.function.Supplier;

/** What a server keeps in its data folder for nobody's eyes but its operator's. */
final class SecretFiles {
  private static final int KEY_BYTES = 32;
  private static final String PASS_KEY = "pass.key";
  private static final String SET_UP_CODE = "setup-code.txt";

  private final Path folder;

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The key that signs passes; made when there is none. */
  byte[] passKey(Supplier<byte[]> fresh) throws StartFailure {
    Path file = folder.resolve(PASS_KEY);
    try {
      // A link that leads nowhere is a key that is elsewhere, and stays.
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        write(file, Base64.getEncoder().encodeToString(fresh.get()));
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IllegalArgumentException("no file"); // To read a pipe would be to wait.
      }
      byte[] text = Files.readAllBytes(file);
      byte[] key =
          Base64.getDecoder().decode(new String(text, StandardCharsets.ISO_8859_1).strip());
      if (key.length < KEY_BYTES) {
        throw new IllegalArgumentException("too short");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new StartFailure(
          "The file " + file + " is not a key any more. Restore it, or remove it for another one.",
          e);
    } catch (NoSuchFileException e) {
      throw new StartFailure(
          "The file "
              + file
              + " is a link to something that is not there. Put that back, or remove the link.",
          e);
    } catch (IOException e) {
      throw new StartFailure(
          "The file " + file + " cannot be read or written. Check who owns it, or remove it.", e);
    }
  }

  /** The code is said here too, for who did not see the start. */
  Path keepSetUpCode(String code) throws StartFailure {
    Path file = folder.resolve(SET_UP_CODE);
    try {
      write(file, code + System.lineSeparator());
      return file;
    } catch (IOException e) {
      throw new StartFailure("The file " + file + " cannot be written. Check who owns it.", e);
    }
  }

  /** There is nothing to set up any more. */
  void forgetSetUpCode() throws StartFailure {
    Path file = folder.resolve(SET_UP_CODE);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StartFailure("The file " + file + " cannot be removed. Check who owns it.", e);
    }
  }

  /** Whole or not at all, and readable by its owner only from the first byte on. */
  private void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(
        fresh,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
