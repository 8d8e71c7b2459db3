package chat.parley.desktop.view.look;

import chat.parley.model.UserId;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/**
 * The square that stands for a person: the first letter of the name on a colour of the person's.
 */
public final class Avatar extends StackPane {
  /** How many colours the stylesheet has, {@code avatar-0} and on. */
  static final int COLOURS = 9;

  private final Label letter = new Label();
  private String colour = "";

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
    String wanted = "avatar-" + Math.floorMod(id.value().hashCode(), COLOURS);
    if (!wanted.equals(colour)) {
      getStyleClass().remove(colour);
      getStyleClass().add(wanted);
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
