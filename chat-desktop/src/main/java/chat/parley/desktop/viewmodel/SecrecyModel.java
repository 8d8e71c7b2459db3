package chat.parley.desktop.viewmodel;

import chat.parley.client.Invitation;
import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Who else can know what is said on a server, and what is done when its key is another one. */
public final class SecrecyModel {
  /** Knows where the server is, and does what has to be done about its key. */
  interface Keeper {
    /** Where others find it now. */
    ServerAddress place();

    /** Somebody has to decide; null when it is decided. */
    void ask(@Nullable KeyQuestion question);

    /** The server has this key from now on. */
    void trust(Fingerprint key);

    /** Nobody is to be believed. */
    void stayAway();
  }

  private final ReadOnlyObjectWrapper<@Nullable Secrecy> secrecy =
      new ReadOnlyObjectWrapper<>(this, "secrecy");
  private final ServerAddress address;
  private final LinkModel link;
  private final Keeper keeper;

  SecrecyModel(ServerAddress address, LinkModel link, Keeper keeper) {
    this.address = address;
    this.link = link;
    this.keeper = keeper;
  }

  /** By the last connection; null before the first one, and until the next after a decision. */
  public ReadOnlyObjectProperty<@Nullable Secrecy> secrecyProperty() {
    return secrecy.getReadOnlyProperty();
  }

  /** The way here, with the key by which the server is known if it has one. */
  public Invitation way() {
    return new Invitation(
        keeper.place(),
        secrecy.get() instanceof Secrecy.Encrypted encrypted ? encrypted.key() : null);
  }

  /** The way here for others, with the key by which the server is known; null without a key. */
  public @Nullable String invitation() {
    return secrecy.get() instanceof Secrecy.Encrypted encrypted
        ? new Invitation(keeper.place(), encrypted.key()).toString()
        : null;
  }

  /** Whether nothing is said to the server because it is not encrypted any more. */
  boolean isWithheld() {
    return secrecy.get() instanceof Secrecy.Withheld;
  }

  /** Whether nothing goes on before somebody decides. */
  boolean isUndecided() {
    return secrecy.get() instanceof Secrecy.KeyChanged;
  }

  void onSecrecy(Secrecy now) {
    secrecy.set(now);
    switch (now) {
      case Secrecy.KeyChanged keys -> {
        link.withhold(false);
        link.askAboutKey(() -> ask(keys));
        ask(keys);
      }
      case Secrecy.Withheld _ -> {
        link.withhold(true);
        link.askAboutKey(null);
        keeper.ask(null);
      }
      case Secrecy.Encrypted _, Secrecy.Open _ -> {
        link.withhold(false);
        link.askAboutKey(null);
        keeper.ask(null);
      }
    }
  }

  private void ask(Secrecy.KeyChanged keys) {
    keeper.ask(new KeyQuestion(address.toString(), keys, answer -> answered(answer, keys.shown())));
  }

  private void answered(KeyQuestion.Answer answer, Fingerprint shown) {
    keeper.ask(null);
    switch (answer) {
      case TRUST -> {
        secrecy.set(null);
        keeper.trust(shown);
      }
      case STAY_AWAY -> keeper.stayAway();
    }
  }
}
