package chat.parley.client;

import chat.parley.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server as somebody gives it to others: {@code parley://office-pc:7070/#pin=0f3a...}.
 * What stands behind the # is never sent to anybody.
 *
 * @param key by which the server is known to whoever wrote it; null when it names none
 */
public record Invitation(ServerAddress server, @Nullable Fingerprint key) {
  private static final String PIN = "pin=";

  /** To a server of which nothing else is known. */
  public static Invitation to(ServerAddress server) {
    return new Invitation(server, null);
  }

  /** Reads an invitation, or an address as {@link ServerAddress#parse} does. */
  public static Invitation parse(String typed) throws BadAddress {
    int hash = typed.indexOf('#');
    if (hash < 0) {
      return to(ServerAddress.parse(typed));
    }
    Fingerprint key = null;
    for (String part : typed.substring(hash + 1).strip().split("&", -1)) {
      if (key != null || !part.startsWith(PIN)) {
        throw new BadAddress("What stands behind the # is not an invitation; leave it out.");
      }
      key =
          Fingerprint.parse(part.substring(PIN.length()))
              .orElseThrow(
                  () -> new BadAddress("The invitation is not whole; copy all of it once more."));
    }
    return new Invitation(ServerAddress.parse(typed.substring(0, hash)), key);
  }

  /** What can be given to others and parsed again. */
  @Override
  public String toString() {
    return key == null ? server.toString() : "parley://" + server + "/#" + PIN + key;
  }
}
