package chat.parley.desktop.viewmodel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where a message is written; it goes to the selected room and each room keeps its own draft. */
public final class ComposerModel {
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper placeholder =
      new ReadOnlyStringWrapper(this, "placeholder", "");
  private final ReadOnlyBooleanWrapper canSend = new ReadOnlyBooleanWrapper(this, "canSend");
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
  private final ReadOnlyIntegerWrapper over = new ReadOnlyIntegerWrapper(this, "over");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  ComposerModel() {}

  /** To be bound both ways to the field. */
  public StringProperty textProperty() {
    return text;
  }

  /** For example "Message #lobby". */
  public ReadOnlyStringProperty placeholderProperty() {
    return placeholder.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSendProperty() {
    return canSend.getReadOnlyProperty();
  }

  /** How many characters still fit; negative when the text is too long. */
  public ReadOnlyIntegerProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** How many characters the text is too long; 0 when it fits. */
  public ReadOnlyIntegerProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /** Why the text could not be kept for sending; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Enter was pressed. The field is emptied once the message is on disk, not before. */
  public void send() {}

  /** A key was typed that changed the text; others may be told. */
  public void typed() {}
}
