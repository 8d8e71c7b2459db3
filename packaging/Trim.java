import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Copies the libraries of a jar, as its manifest names them, for a package: {@code java Trim.java
 * JAR FOLDER}. JavaFX stays out, since it becomes part of the runtime. SQLite's native library is
 * put beside the jars, so that it is not unpacked at each start, and those of other systems stay
 * out.
 */
public final class Trim {
  private static final String NATIVE = "org/sqlite/native/";

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    String libraries;
    try (JarFile file = new JarFile(jar.toFile())) {
      libraries = file.getManifest().getMainAttributes().getValue("Class-Path");
    }
    for (String library : libraries.split(" ")) {
      Path from = jar.resolveSibling(library);
      Path to = folder.resolve(library);
      String name = from.getFileName().toString();
      if (name.startsWith("javafx-")) {
        continue;
      }
      Files.createDirectories(to.getParent());
      if (name.startsWith("sqlite-jdbc-")) {
        trim(from, to, folder);
      } else {
        Files.copy(from, to);
      }
    }
  }

  private static void trim(Path from, Path to, Path folder) throws IOException {
    boolean found = false;
    try (JarFile in = new JarFile(from.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      for (JarEntry entry : in.stream().toList()) {
        if (entry.getName().startsWith(NATIVE)) {
          found |= keepOurs(in, entry, folder);
          continue;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        copy(in, entry, out);
        out.closeEntry();
      }
    }
    if (!found) {
      throw new IOException("SQLite has no native library for " + ours());
    }
  }

  private static boolean keepOurs(JarFile in, JarEntry entry, Path folder) throws IOException {
    if (entry.isDirectory() || !entry.getName().startsWith(NATIVE + ours() + "/")) {
      return false;
    }
    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      copy(in, entry, out);
    }
    return true;
  }

  private static void copy(JarFile in, JarEntry entry, OutputStream out) throws IOException {
    try (InputStream bytes = in.getInputStream(entry)) {
      bytes.transferTo(out);
    }
  }

  /** As SQLite's jar calls this system and its processor. */
  private static String ours() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.contains("win") ? "Windows" : name.contains("mac") ? "Mac" : "Linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return system + "/" + arch;
  }
}
