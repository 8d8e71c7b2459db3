package chat.parley.desktop.platform;

import java.io.IOException;

/** A short sound. */
public interface Chime {
  /** A computer without ears for it. */
  Chime NONE = () -> {};

  /**
   * Plays it and waits for its end.
   *
   * @throws IOException when nobody can hear it
   */
  void play() throws IOException;
}
