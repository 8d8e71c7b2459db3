package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Other programs of this computer. Arguments go to them as they are, through no shell: text that
 * somebody wrote is never read as a command.
 */
interface Programs {
  /** A program that goes on. */
  interface Running {
    /** Ends it; harmless when it has ended. */
    void end();
  }

  /** Hears a running program, on a thread of its own. */
  interface Ear {
    void line(String line);

    /** The program has ended; nothing is heard after this. */
    void ended(int code);
  }

  /**
   * What a program answered.
   *
   * @param code 0 when it did what it was asked
   * @param said on its output
   * @param complained on its output for errors
   */
  record Answer(int code, String said, String complained) {
    /** Never what was said, which may be a secret: records end up in logs. */
    @Override
    public String toString() {
      return "Answer[code=" + code + ", complained=" + complained + "]";
    }
  }

  /** Whether a program of that name can be started. */
  boolean has(String name);

  /**
   * Runs a program to its end, or for a few seconds.
   *
   * @return what it said
   * @throws IOException when it cannot be started, takes too long or says that it failed
   */
  String run(List<String> command) throws IOException;

  /**
   * Runs a program to its end, or for that long.
   *
   * @param input what it reads; not seen by other programs, as its arguments are
   * @throws IOException when it cannot be started or takes too long
   */
  Answer ask(List<String> command, String input, Duration patience) throws IOException;

  /** Starts a program that is listened to. */
  Running start(List<String> command, Ear ear) throws IOException;
}
