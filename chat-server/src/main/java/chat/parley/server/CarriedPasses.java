package chat.parley.server;

import chat.parley.model.User;
import chat.parley.server.access.Passes;
import chat.parley.server.http.FilePages;
import chat.parley.server.session.Rates;
import chat.parley.server.store.Store;
import java.util.Optional;

/** Knows people over HTTP by their pass, as long as its device is logged in. */
record CarriedPasses(Passes passes, Store store, Rates rates) implements FilePages.Doorman {
  @Override
  public Optional<FilePages.Visitor> whose(String pass) {
    return passes
        .check(pass)
        .flatMap(
            holder ->
                loggedIn(holder).map(user -> new FilePages.Visitor(user, () -> loggedIn(holder))));
  }

  private Optional<User> loggedIn(Passes.Holder holder) {
    return store
        .findByPass(holder.device(), holder.round())
        .filter(user -> user.id().equals(holder.user()));
  }

  @Override
  public long waitForUpload(User user) {
    return rates.take(Rates.Kind.UPLOAD, user.id());
  }

  @Override
  public long waitToAsk(User user) {
    return rates.take(Rates.Kind.HTTP, user.id());
  }
}
