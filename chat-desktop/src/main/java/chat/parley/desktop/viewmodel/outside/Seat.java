package chat.parley.desktop.viewmodel.outside;

import chat.parley.model.User;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A person on a server, and the way there: what the parts of the window work with. */
public record Seat(User me, Connection connection, Archive archive, Surroundings around) {

  /** Tells one of the two on the FX thread when a reply, or the lack of one, is known. */
  public <T> void await(
      CompletableFuture<T> reply, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    reply.whenComplete(
        (value, e) ->
            around
                .fx()
                .run(
                    () -> {
                      if (e == null) {
                        done.accept(value);
                      } else {
                        failed.accept(e);
                      }
                    }));
  }
}
