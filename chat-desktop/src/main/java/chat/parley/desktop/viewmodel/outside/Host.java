package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.Invitation;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a server on this computer. Methods return at once and tell on the FX thread. */
public interface Host {
  /**
   * A server that runs here.
   *
   * @param own the way to it from this computer, whatever network that is on
   * @param setUpCode what makes its first account the owner; null once there is an owner
   */
  record Hosted(Invitation own, @Nullable String setUpCode) {
    /** Whether that way leads to it: its key says so, or its port where it has no key. */
    public boolean isAt(Invitation way) {
      return Objects.equals(own.key(), way.key())
          && (way.key() != null || own.server().port() == way.server().port());
    }
  }

  /** When the system starts the server by itself. */
  enum Start {
    /** This system starts none. */
    UNABLE,
    NEVER,
    /** This system lets no program of a person run before that person is there. */
    AT_LOG_IN,
    WITH_COMPUTER
  }

  /**
   * What there is of a server on this computer.
   *
   * @param running of now or of an earlier start of the app; null while none runs
   * @param name what it was called last; empty when there was none
   * @param computer what this computer is called; empty when that is not known
   * @param addresses those at which others reach this computer, the likeliest first; empty when it
   *     is on no network
   */
  record Found(
      @Nullable Hosted running, String name, String computer, List<String> addresses, Start start) {
    public Found {
      addresses = List.copyOf(addresses);
    }
  }

  void find(Consumer<Found> found);

  /**
   * Starts one, unless it runs already.
   *
   * @param name what people shall call it, 1 to 60 characters
   * @param done it takes connections
   * @param failed one sentence for a person
   */
  void start(String name, Consumer<Hosted> done, Consumer<String> failed);

  /**
   * Lets the system start the one that was started here, or not any more. It goes on as it is.
   *
   * @param done told how it is now
   * @param failed one sentence for a person
   */
  void startWithComputer(boolean on, Consumer<Start> done, Consumer<String> failed);

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

  /**
   * Keeps an invitation as a file among this person's, to be sent to others.
   *
   * @param done told where it is
   * @param failed one sentence for a person
   */
  void saveInvitation(String server, String link, Consumer<String> done, Consumer<String> failed);
}
