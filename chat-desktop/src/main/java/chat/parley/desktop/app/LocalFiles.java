package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Pixels;
import chat.parley.model.Attachment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of this computer that are shared, and those the app makes for that. Waits for the disk. */
final class LocalFiles {
  private static final Logger log = LoggerFactory.getLogger(LocalFiles.class);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

  private static final Duration STAY = Duration.ofDays(30);

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder for what the app makes itself
   */
  LocalFiles(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * @throws IOException with one sentence for a person
   */
  LocalFile look(Path file) throws IOException {
    String name = Attachment.cleanName(String.valueOf(file.getFileName()));
    if (Files.isDirectory(file)) {
      throw new IOException(Texts.of("files.folder", name));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(Texts.of("files.unreadable", name));
    }
    return new LocalFile(file.toString(), name, Files.size(file), type(file), isOwn(file));
  }

  LocalFile write(Pixels picture) throws IOException {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
    Path to = fresh(Texts.of("files.pasted", MOMENT.format(LocalDateTime.now())) + ".png");
    if (!ImageIO.write(image, "png", to.toFile())) {
      throw new IOException(Texts.of("files.unreadable", String.valueOf(to.getFileName())));
    }
    return look(to);
  }

  LocalFile write(String text) throws IOException {
    Path to = fresh(Texts.of("files.pasted.text", MOMENT.format(LocalDateTime.now())) + ".txt");
    Files.writeString(to, text);
    return look(to);
  }

  /** A place for a file of the app's own, under that name. */
  Path fresh(String name) throws IOException {
    return Files.createDirectories(folder.resolve(UUID.randomUUID().toString())).resolve(name);
  }

  /** Takes away what the app made; files of the person stay. */
  void remove(LocalFile file) {
    Path path = Path.of(file.path());
    if (!file.own() || !isOwn(path)) {
      return;
    }
    try {
      Files.deleteIfExists(path);
      Path around = path.getParent();
      if (around != null) {
        Files.deleteIfExists(around);
      }
    } catch (IOException e) {
      log.warn("{} is no longer needed but could not be deleted.", path, e);
    }
  }

  /**
   * Takes away what the app made and nobody has needed for a month, as for messages that were taken
   * back.
   *
   * @param needed which are attached somewhere now, and stay for another month
   */
  void tidy(List<LocalFile> needed) {
    try {
      for (LocalFile file : needed) {
        Path path = Path.of(file.path());
        if (file.own() && isOwn(path) && Files.exists(path)) {
          Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
        }
      }
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder, 2)) {
          all.filter(Files::isRegularFile).toList().forEach(this::removeOld);
        }
      }
    } catch (IOException e) {
      log.warn("The files that were pasted and spoken long ago could not be looked through.", e);
    }
  }

  private void removeOld(Path path) {
    try {
      Instant touched = Files.getLastModifiedTime(path).toInstant();
      if (touched.isBefore(clock.instant().minus(STAY))) {
        remove(look(path));
      }
    } catch (IOException e) {
      log.warn("{} is old but could not be deleted.", path, e);
    }
  }

  private boolean isOwn(Path file) {
    return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
  }

  private static String type(Path file) throws IOException {
    String found = Files.probeContentType(file);
    String guess =
        found == null
            ? URLConnection.guessContentTypeFromName(String.valueOf(file.getFileName()))
            : found;
    return guess == null ? Attachment.ANY_TYPE : Attachment.cleanType(guess);
  }
}
