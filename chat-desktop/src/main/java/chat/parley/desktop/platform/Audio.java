package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** A microphone and a loudspeaker. Every method may wait. */
public interface Audio {
  /** A computer with neither. */
  Audio NONE =
      new Audio() {
        @Override
        public boolean hears() {
          return false;
        }

        @Override
        public void record(Path to, BooleanSupplier goesOn) throws IOException {
          throw new IOException("There is no microphone.");
        }

        @Override
        public void play(Path file, long fromMillis, Ear ear) throws IOException {
          throw new IOException("There is no loudspeaker.");
        }
      };

  /** Hears how a file plays. */
  interface Ear {
    void length(long millis);

    /** Answers whether it goes on. */
    boolean at(long millis);
  }

  /** Whether there is a microphone. */
  boolean hears();

  /**
   * Records into a WAV file while {@code goesOn}.
   *
   * @throws IOException when nothing can be heard, or written
   */
  void record(Path to, BooleanSupplier goesOn) throws IOException;

  /**
   * Plays a file and waits for its end.
   *
   * @throws IOException when it is of a kind that cannot be played, or nobody can hear it
   */
  void play(Path file, long fromMillis, Ear ear) throws IOException;
}
