package chat.parley.desktop.viewmodel;

import chat.parley.client.Secrecy;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Whether a server that shows another key than before is to be believed. To say yes takes a word
 * that has to be typed: this is not to be clicked away.
 */
public final class KeyQuestion {
  /** What a person decides. */
  public enum Answer {
    /** The new key is the server's from now on. */
    TRUST,
    STAY_AWAY
  }

  private final String address;
  private final Secrecy.KeyChanged keys;
  private final Consumer<Answer> told;
  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final BooleanBinding canTrust;

  KeyQuestion(String address, Secrecy.KeyChanged keys, Consumer<Answer> told) {
    this.address = address;
    this.keys = keys;
    this.told = told;
    canTrust =
        Bindings.createBooleanBinding(
            () -> typed.get().strip().toLowerCase(Locale.ROOT).equals(word()), typed);
  }

  public String address() {
    return address;
  }

  /** The key that is known here, in words. */
  public String known() {
    return keys.known().words();
  }

  /** The key of whoever answers now, in words. */
  public String shown() {
    return keys.shown().words();
  }

  /** What has to be typed. */
  public String word() {
    return Texts.of("key.word");
  }

  public StringProperty typedProperty() {
    return typed;
  }

  public BooleanBinding canTrustProperty() {
    return canTrust;
  }

  /** Nothing happens as long as the word is not typed. */
  public void trust() {
    if (canTrust.get()) {
      told.accept(Answer.TRUST);
    }
  }

  public void stayAway() {
    told.accept(Answer.STAY_AWAY);
  }
}
