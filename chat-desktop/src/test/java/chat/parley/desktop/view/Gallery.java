package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The pictures of the app that were looked at and found good. A scene has to look like its picture;
 * when it shall look different from now on, its test is run with {@code -Dparley.screens=accept}.
 *
 * @param good where the pictures are that were found good
 * @param drawn where those of this run go
 */
public record Gallery(Path good, Path drawn, Purpose purpose) {

  public enum Purpose {
    COMPARE,
    /** What was good before is forgotten. */
    ACCEPT,
    DRAW_ONLY
  }

  /**
   * Two runs draw every pixel alike; another version of the platform may draw the edges of a few
   * letters in another way. Twenty letters more are a change.
   */
  private static final double MOST_TO_DIFFER = 0.0005;

  private static final String IF_IT_IS_MEANT =
      "look at it in chat-desktop/target/screens, and if it is meant,"
          + " run this test with -Dparley.screens=accept.";

  public static Gallery ofTheProject() {
    Path root = Path.of(System.getProperty("parley.root", ".."));
    return new Gallery(
        root.resolve("docs/screens"), root.resolve("chat-desktop/target/screens"), purposeNow());
  }

  /** The system draws the letters: a picture made on Linux says little about another. */
  private static Purpose purposeNow() {
    if ("accept".equals(System.getProperty("parley.screens"))) {
      return Purpose.ACCEPT;
    }
    return System.getProperty("os.name").equals("Linux") ? Purpose.COMPARE : Purpose.DRAW_ONLY;
  }

  /** Takes the picture in. Fails when it does not look like the one that is there. */
  public void take(String name, Picture picture) {
    switch (purpose) {
      case ACCEPT -> picture.save(good.resolve(name + ".png"));
      case DRAW_ONLY -> picture.save(drawn.resolve(name + ".png"));
      case COMPARE -> {
        picture.save(drawn.resolve(name + ".png"));
        compare(name, picture);
      }
    }
  }

  private void compare(String name, Picture now) {
    Path file = good.resolve(name + ".png");
    if (!Files.exists(file)) {
      fail("The scene %s has no picture yet; %s", name, IF_IT_IS_MEANT);
    }
    Picture before = Picture.read(file);
    if (!now.isAsLargeAs(before)) {
      fail(
          "The scene %s is %d x %d pixels large, its picture %d x %d; %s",
          name, now.width(), now.height(), before.width(), before.height(), IF_IT_IS_MEANT);
    }
    Picture.Difference difference = now.differenceTo(before);
    Path marks = drawn.resolve(name + "-diff.png");
    if (difference.share() <= MOST_TO_DIFFER && difference.shade() == 0) {
      Picture.forget(marks);
      return;
    }
    difference.marked().save(marks);
    if (difference.share() <= MOST_TO_DIFFER) {
      fail(
          "The scene %s has a surface that is %.0f of 255 lighter or darker than in its picture; %s",
          name, difference.shade(), IF_IT_IS_MEANT);
    }
    String share = String.format(Locale.ROOT, "%.2f %%", 100 * difference.share());
    fail("The scene %s differs from its picture in %s of it; %s", name, share, IF_IT_IS_MEANT);
  }
}
