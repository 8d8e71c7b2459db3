package chat.parley.desktop.viewmodel.finding;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Fingerprint;
import chat.parley.model.ShortCode;
import chat.parley.protocol.Advert;
import java.util.Objects;

/**
 * A server in the list.
 *
 * @param address by which to go there
 */
public record FoundItem(Advert advert, ServerAddress address, Acquaintance acquaintance) {
  /** The way there, to this key and no other. */
  public Invitation way() {
    return new Invitation(address, advert.key());
  }

  public String name() {
    return advert.name();
  }

  /** Where it is and who is there, for one line below the name. */
  public String details() {
    return Texts.of("found.details", address.toString(), advert.people());
  }

  public String key() {
    return switch (acquaintance) {
      case KNOWN -> Texts.of("found.key.known");
      case NEW -> Texts.of("found.key.new");
      case CHANGED -> Texts.of("found.key.changed");
      case OPEN -> Texts.of("found.key.open");
    };
  }

  /** Whether somebody who says that code means it; without a key it has none. */
  boolean answersTo(ShortCode code) {
    Fingerprint key = advert.key();
    return key != null && ShortCode.of(key).equals(code);
  }

  /** Whether it is the same server, whatever has changed about it and wherever it answered last. */
  public boolean isSame(FoundItem other) {
    return advert.id().equals(other.advert.id())
        && Objects.equals(advert.key(), other.advert.key());
  }
}
