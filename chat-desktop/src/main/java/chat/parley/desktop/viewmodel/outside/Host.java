package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.Invitation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a server on this computer. Methods return at once and tell on the FX thread. */
public interface Host {
  /**
   * A server that runs here.
   *
   * @param own the way to it from this computer, whatever network that is on
   * @param addresses those of this computer at which others see it
   * @param setUpCode what makes its first account the owner; null once there is an owner
   */
  record Hosted(Invitation own, List<String> addresses, @Nullable String setUpCode) {
    public Hosted {
      addresses = List.copyOf(addresses);
    }
  }

  /** Tells whether one runs, of now or of an earlier start of the app. */
  void find(Consumer<Optional<Hosted>> found);

  /**
   * Starts one, unless it runs already.
   *
   * @param done it takes connections
   * @param failed one sentence for a person
   */
  void start(Consumer<Hosted> done, Consumer<String> failed);

  /**
   * Ends it; those who are on it are told.
   *
   * @param failed one sentence for a person
   */
  void stop(Runnable done, Consumer<String> failed);

  /**
   * Keeps a picture as a file among this person's.
   *
   * @param argb its pixels, line by line
   * @param done told where it is
   * @param failed one sentence for a person
   */
  void savePicture(int width, int[] argb, Consumer<String> done, Consumer<String> failed);
}
