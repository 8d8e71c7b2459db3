import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Copies a jar and the libraries that its manifest names for a package: {@code java Trim.java JAR
 * FOLDER}. Nothing in them is compressed, since the package is, and as a whole that makes it
 * smaller. Without their signatures, and with what newer classes have, all classes may go to the
 * start-up cache.
 *
 * <p>JavaFX stays out: it becomes part of the runtime. SQLite's native library is put beside the
 * jars, so that it is not unpacked at each start, and those of other systems stay out; so does what
 * ICU knows of the languages of the world, of which the server asks only which letters look alike.
 */
public final class Trim {
  private static final String NATIVE = "org/sqlite/native/";
  private static final int MAJOR_VERSION = 6; // at this byte of a class
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
          byte[] bytes = read(in, entry);
          put(out, entry, name.endsWith(".class") ? renewed(bytes, in) : bytes);
        }
      }
    }
    if (wanted && !found) {
      throw new IOException("SQLite has no native library for " + ours());
    }
  }

  private static void put(JarOutputStream out, JarEntry entry, byte[] bytes) throws IOException {
    var crc = new CRC32();
    crc.update(bytes);
    var stored = new JarEntry(entry.getName());
    stored.setTime(entry.getTime());
    stored.setSize(bytes.length);
    stored.setCrc(crc.getValue());
    out.putNextEntry(stored);
    out.write(bytes);
    out.closeEntry();
  }

  /**
   * What was compiled for a Java before 6 has no maps of what lies on the stack. The start-up cache
   * leaves such classes out, and without it they take long to be verified: with maps they are like
   * all others.
   */
  private static byte[] renewed(byte[] bytes, JarFile jar) {
    int version = ByteBuffer.wrap(bytes).getShort(MAJOR_VERSION);
    if (version >= ClassFile.JAVA_6_VERSION) {
      return bytes;
    }
    var maker =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> neighbour(type, jar))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    return maker.transformClass(
        maker.parse(bytes),
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
            .andThen(
                (made, element) -> {
                  if (element instanceof ClassFileVersion) {
                    made.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  } else {
                    made.with(element);
                  }
                }));
  }

  /** The bytes of a class beside it in the jar, or null when it is not there. */
  private static InputStream neighbour(ClassDesc type, JarFile jar) {
    String descriptor = type.descriptorString();
    JarEntry entry = jar.getJarEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(JarFile in, JarEntry entry) throws IOException {
    try (InputStream bytes = in.getInputStream(entry)) {
      return bytes.readAllBytes();
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
    Files.write(folder.resolve(name), read(in, entry));
    return true;
  }

  /** As SQLite's jar calls this system and its processor. */
  private static String ours() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = name.contains("win") ? "Windows" : name.contains("mac") ? "Mac" : "Linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    return system + "/" + arch;
  }
}
