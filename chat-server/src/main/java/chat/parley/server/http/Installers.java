package chat.parley.server.http;

import chat.parley.model.Release;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packages of the desktop app that an operator has put into a folder for others to take. Looked
 * up anew each time, so that nobody has to restart anything. Safe for many threads.
 */
public final class Installers {
  private static final Logger LOG = LoggerFactory.getLogger(Installers.class);

  /** As {@code ./parley package} calls them. */
  private static final Pattern NAME =
      Pattern.compile(
          "parley-([0-9.]+)-(linux|windows|mac)-(x64|arm64)\\.(deb|rpm|zip|msi|exe|dmg)");

  private final Path folder;

  /**
   * @param folder may be missing
   */
  public Installers(Path folder) {
    this.folder = folder;
  }

  /** For whom a package is. */
  enum System {
    LINUX("Linux"),
    WINDOWS("Windows"),
    MAC("macOS");

    private final String title;

    System(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * One package.
   *
   * @param form the end of its name, such as deb
   * @param bytes how large it is
   */
  record Installer(
      Path path, Release release, System system, String arch, String form, long bytes) {
    String name() {
      return path.getFileName().toString();
    }
  }

  /** The newest ones for each system, processor and form, by those. */
  List<Installer> newest() {
    List<Installer> all = all();
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> replaces(other, one)))
        .sorted(
            Comparator.comparing(Installer::system)
                .thenComparing(Installer::form)
                .thenComparing(Installer::arch))
        .toList();
  }

  /**
   * The newest version that every system has of which there is a package at all, so that nobody is
   * sent here for one that others only can take; empty when there is no package.
   */
  public Optional<Release> release() {
    return all().stream()
        .collect(
            Collectors.toMap(
                Installer::system,
                Installer::release,
                BinaryOperator.maxBy(Comparator.naturalOrder())))
        .values()
        .stream()
        .min(Comparator.naturalOrder());
  }

  /** Empty unless it is one of them. */
  Optional<Installer> find(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static boolean replaces(Installer other, Installer one) {
    return other.system() == one.system()
        && other.arch().equals(one.arch())
        && other.form().equals(one.form())
        && other.release().isNewerThan(one.release());
  }

  private List<Installer> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Installer> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "parley-*")) {
      for (Path file : files) {
        read(file).ifPresent(found::add);
      }
    } catch (IOException e) {
      LOG.warn("The folder of the apps to take, {}, cannot be read.", folder, e);
    }
    return found;
  }

  /** Never what a link points to: that may be anything. */
  private static Optional<Installer> read(Path file) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    System system = System.valueOf(name.group(2).toUpperCase(Locale.ROOT));
    long bytes = Files.size(file);
    return Release.parse(name.group(1))
        .map(release -> new Installer(file, release, system, name.group(3), name.group(4), bytes));
  }
}
