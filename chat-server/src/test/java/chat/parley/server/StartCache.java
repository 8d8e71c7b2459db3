package chat.parley.server;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a server starts in two thirds of the time, as the one of a package does: with its classes as
 * Java had them after an earlier start (JEP 483). Hundreds of servers start in a run of all tests.
 * The first test of a module that starts one makes it, of the classes that are there then.
 *
 * @param flags for the Java machine
 */
record StartCache(List<String> flags, String classPath) {
  private static final Path FOLDER = Path.of("target", "start-cache").toAbsolutePath();

  /** A first start from which is learnt. */
  @FunctionalInterface
  interface FirstStart {
    /** Starts a server so, and ends it as an operator does. */
    void of(StartCache learning, Path data) throws IOException, InterruptedException;
  }

  /** A start like any other. */
  static StartCache none(String classPath) {
    return new StartCache(List.of(), classPath);
  }

  /** Waits while another process makes the same. */
  static StartCache of(String classPath, FirstStart first) {
    List<Path> entries =
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    try {
      Path home = Files.createDirectories(FOLDER.resolve(fingerprint(entries)));
      try (FileChannel lock =
              FileChannel.open(
                  home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = lock.lock()) {
        return made(home, entries, first).orElseGet(() -> none(classPath));
      }
    } catch (IOException e) {
      throw new AssertionError("What lets servers start sooner could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Empty where a system lets no process end by itself, and Java keeps nothing therefore. */
  private static Optional<StartCache> made(Path home, List<Path> entries, FirstStart first)
      throws IOException, InterruptedException {
    Path cache = home.resolve("classes.aot");
    if (!Files.exists(cache)) {
      forgetOthers(home);
      for (int i = 0; i < entries.size(); i++) {
        if (Files.isDirectory(entries.get(i))) {
          pack(entries.get(i), jar(home, i));
        }
      }
      first.of(
          new StartCache(List.of("-XX:AOTCacheOutput=" + cache), jars(home, entries)),
          home.resolve("data"));
    }
    return Files.exists(cache)
        ? Optional.of(new StartCache(List.of("-XX:AOTCache=" + cache), jars(home, entries)))
        : Optional.empty();
  }

  /** Those of classes that are no longer there. */
  private static void forgetOthers(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path old : all.filter(one -> !one.startsWith(home)).toList().reversed()) {
        if (!old.equals(FOLDER)) {
          Files.delete(old);
        }
      }
    }
  }

  /** Java keeps no classes of a class path with folders. */
  private static String jars(Path home, List<Path> entries) {
    var jars = new ArrayList<String>();
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      jars.add((Files.isDirectory(entry) ? jar(home, i) : entry).toString());
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path jar(Path home, int number) {
    return home.resolve(number + ".jar");
  }

  /** With its folders, which whoever looks for all files in one of them asks for. */
  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> all = Files.walk(folder).skip(1)) {
      zip.setLevel(0);
      for (Path one : (Iterable<Path>) all::iterator) {
        String name = folder.relativize(one).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(one);
        zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          Files.copy(one, zip);
        }
        zip.closeEntry();
      }
    }
  }

  /** Of what a compiler or Maven changes with every file that is another one. */
  private static String fingerprint(List<Path> entries) throws IOException {
    var sum = new CRC32C();
    for (Path entry : entries) {
      try (Stream<Path> files = Files.walk(entry).filter(Files::isRegularFile).sorted()) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String known = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
          sum.update(known.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return Long.toHexString(sum.getValue());
  }
}
