package chat.parley.desktop.view.look;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A server's key in words, under what it is: to be compared by two people, word for word. */
public final class KeyPlate extends VBox {
  public KeyPlate(String name, String words) {
    Label plate = Controls.label(words, "key-words");
    RightToLeft.fold(plate);
    plate.setAccessibleText(name + ": " + words);
    getStyleClass().add("field");
    getChildren().addAll(Controls.label(name, "field-label"), plate);
  }
}
