package chat.parley.client;

import chat.parley.protocol.Command;
import org.jspecify.annotations.Nullable;

/** Who a client says it is. On the client's loop only. */
final class FirstVisit {
  private final Command.Auth said;
  private boolean over;

  FirstVisit(Command.Auth said) {
    this.said = said;
  }

  /**
   * @param login what the journal knows of an earlier visit
   */
  Command.Auth auth(Journal.@Nullable Login login) {
    // Somebody who has just given a password means it, whatever token there is from before.
    boolean insists = !over && !(said instanceof Command.Auth.Guest);
    return login == null || insists ? said : new Command.Auth.Token(login.token());
  }

  /** We are in: from now on the token speaks. */
  void over() {
    over = true;
  }
}
