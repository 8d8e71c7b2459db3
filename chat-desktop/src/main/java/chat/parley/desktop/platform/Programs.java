package chat.parley.desktop.platform;

import java.io.IOException;
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

  /** Whether a program of that name can be started. */
  boolean has(String name);

  /**
   * Runs a program to its end, or for a few seconds.
   *
   * @return what it said
   * @throws IOException when it cannot be started, takes too long or says that it failed
   */
  String run(List<String> command) throws IOException;

  /** Starts a program that is listened to. */
  Running start(List<String> command, Ear ear) throws IOException;
}
