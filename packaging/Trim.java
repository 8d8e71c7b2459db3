import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Copies a jar and the libraries that its manifest names for a package: {@code java Trim.java JAR
 * FOLDER}. Nothing in them is compressed, since the package is, and as a whole that makes it
 * smaller. Without their signatures their classes may go to the start-up cache.
 *
 * <p>JavaFX stays out: it becomes part of the runtime. SQLite's native library is put beside the
 * jars, so that it is not unpacked at each start, and those of other systems stay out; so does what
 * ICU knows of the languages of the world, of which the server asks only which letters look alike.
 */
public final class Trim {
  private static final String NATIVE = "org/sqlite/native/";
  private static final String ICU = "com/ibm/icu/impl/data/icudata/";

  /** Order, words, currencies, names of places and times, spelling in other letters. */
  private static final List<String> LANGUAGES =
      List.of("brkitr", "coll", "curr", "lang", "rbnf", "region", "translit", "unit", "zone");

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path folder = Path.of(args[1]);
    String libraries;
    try (JarFile file = new JarFile(jar.toFile())) {
      libraries = file.getManifest().getMainAttributes().getValue("Class-Path");
    }
    Files.createDirectories(folder);
    trim(jar, folder.resolve(jar.getFileName()), folder);
    for (String library : libraries.split(" ")) {
      Path to = folder.resolve(library);
      if (!to.getFileName().toString().startsWith("javafx-")) {
        Files.createDirectories(to.getParent());
        trim(jar.resolveSibling(library), to, folder);
      }
    }
  }

  private static void trim(Path from, Path to, Path folder) throws IOException {
    boolean wanted = from.getFileName().toString().startsWith("sqlite-jdbc-");
    boolean found = false;
    try (JarFile in = new JarFile(from.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      out.setMethod(ZipEntry.STORED);
      for (JarEntry entry : in.stream().toList()) {
        String name = entry.getName();
        if (name.startsWith(NATIVE)) {
          found |= keepOurs(in, entry, folder);
        } else if (!isSignature(name) && !isOfLanguages(name)) {
          var stored = new JarEntry(name);
          stored.setTime(entry.getTime());
          stored.setSize(entry.getSize());
          stored.setCrc(entry.getCrc());
          out.putNextEntry(stored);
          copy(in, entry, out);
          out.closeEntry();
        }
      }
    }
    if (wanted && !found) {
      throw new IOException("SQLite has no native library for " + ours());
    }
  }

  private static boolean isSignature(String name) {
    return name.startsWith("META-INF/")
        && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA"));
  }

  private static boolean isOfLanguages(String name) {
    return name.startsWith(ICU)
        && LANGUAGES.stream().anyMatch(kind -> name.contains("/" + kind + "/"));
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
