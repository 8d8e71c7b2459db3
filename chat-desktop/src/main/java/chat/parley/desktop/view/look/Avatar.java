package chat.parley.desktop.view.look;

import chat.parley.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The square that stands for a person: the first letter of the name on a colour of the person's.
 */
public final class Avatar extends StackPane {
  /** How many colours the stylesheet has, {@code colour-0} and on. */
  static final int COLOURS = 9;

  // A row shows one person after another: for another style class JavaFX would look through all
  // styles again.
  private static final List<PseudoClass> EACH =
      IntStream.range(0, COLOURS).mapToObj(i -> PseudoClass.getPseudoClass("colour-" + i)).toList();

  private final Label letter = new Label();
  private @Nullable PseudoClass colour;

  /**
   * @param size the style class that gives the size: {@code large}, {@code medium} or {@code small}
   */
  public Avatar(String size) {
    getStyleClass().addAll("avatar", size);
    letter.getStyleClass().add("letter");
    getChildren().add(letter);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMouseTransparent(true);
  }

  public void show(UserId id, String name) {
    letter.setText(firstLetter(name));
    PseudoClass wanted = EACH.get(Math.floorMod(id.value().hashCode(), COLOURS));
    if (wanted != colour) {
      if (colour != null) {
        pseudoClassStateChanged(colour, false);
      }
      pseudoClassStateChanged(wanted, true);
      colour = wanted;
    }
  }

  /** The letter that stands for a name: the first that is one, in upper case. */
  public static String firstLetter(String name) {
    return name.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .findFirst()
        .map(String::toUpperCase)
        .orElse("?");
  }
}
