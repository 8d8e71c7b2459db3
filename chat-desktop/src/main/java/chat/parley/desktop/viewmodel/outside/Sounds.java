package chat.parley.desktop.viewmodel.outside;

import java.util.concurrent.CompletableFuture;

/** Hears and says. No method waits; everything is told on any thread. */
public interface Sounds {
  /** A computer that neither hears nor plays. */
  Sounds NONE =
      new Sounds() {
        @Override
        public CompletableFuture<Boolean> canRecord() {
          return CompletableFuture.completedFuture(false);
        }

        @Override
        public Recording record() {
          throw new IllegalStateException("Nobody hears anything here.");
        }

        @Override
        public Playing play(String path, long fromMillis, PlayNews news) {
          news.failed();
          return () -> {};
        }
      };

  /** What is recorded. */
  interface Recording {
    /** The file, once it is whole; fails when nothing could be heard. */
    CompletableFuture<LocalFile> finish();

    /** Throws it away. */
    void cancel();
  }

  /** What is played. */
  interface Playing {
    void stop();
  }

  /** Hears how it plays. */
  interface PlayNews {
    void length(long millis);

    void at(long millis);

    void ended();

    /** This computer cannot play it. */
    void failed();
  }

  /** Whether there is a microphone. */
  CompletableFuture<Boolean> canRecord();

  Recording record();

  /** Plays a file from that place on. */
  Playing play(String path, long fromMillis, PlayNews news);
}
