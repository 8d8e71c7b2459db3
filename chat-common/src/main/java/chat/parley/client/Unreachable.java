package chat.parley.client;

import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** No line could be opened. Carries one sentence for a person that names the address. */
final class Unreachable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Secrecy secrecy;

  private Unreachable(String sentence) {
    this(sentence, null);
  }

  private Unreachable(String sentence, @Nullable Secrecy secrecy) {
    super(sentence, null, false, false);
    this.secrecy = secrecy;
  }

  /** What is known of who could have heard; null when nothing is. */
  @Nullable Secrecy secrecy() {
    return secrecy;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  static Unreachable unknownHost(ServerAddress address) {
    return new Unreachable(
        "No computer called \"" + address.host() + "\" was found; check the server's address.");
  }

  static Unreachable because(ServerAddress address, IOException e) {
    return switch (e) {
      case UnknownHostException _ -> unknownHost(address);
      case SocketTimeoutException _ ->
          new Unreachable(address + " does not answer; check the address and your network.");
      // Linux and Windows say it in the message only.
      case ConnectException refused when mentions(refused, "refused") ->
          new Unreachable("No server is running at " + address + "; start it or check the port.");
      default -> new Unreachable(address + " cannot be reached from here; check your network.");
    };
  }

  static Unreachable silent(ServerAddress address) {
    return new Unreachable(
        address + " accepts connections but says nothing; is it a Parley server?");
  }

  static Unreachable notParley(ServerAddress address) {
    return new Unreachable(address + " is not a Parley server; check the address and the port.");
  }

  static Unreachable notEncrypted(ServerAddress address, Fingerprint known) {
    return new Unreachable(
        address
            + " was encrypted before and is not now; nothing was sent. Ask the person who runs it"
            + " to start it with encryption.",
        new Secrecy.Withheld(known));
  }

  static Unreachable noCommonTls(ServerAddress address) {
    return new Unreachable(
        address + " cannot be spoken to by TLS; update the older of the two programs.");
  }

  static Unreachable keyNotKept(ServerAddress address) {
    return new Unreachable(
        "The key of " + address + " could not be saved on this computer; check its disk.");
  }

  static Unreachable tooBusy(ServerAddress address) {
    return new Unreachable(address + " has too many connections just now.");
  }

  private static boolean mentions(IOException e, String word) {
    return e.getMessage() != null && e.getMessage().contains(word);
  }
}
