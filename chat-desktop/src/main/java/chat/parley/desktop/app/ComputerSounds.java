package chat.parley.desktop.app;

import chat.parley.desktop.platform.Audio;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Sounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Microphone and loudspeaker, each waited for on a thread of its own: they are native code. */
record ComputerSounds(Audio audio, LocalFiles files) implements Sounds {
  private static final Logger log = LoggerFactory.getLogger(ComputerSounds.class);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

  @Override
  public CompletableFuture<Boolean> canRecord() {
    var future = new CompletableFuture<Boolean>();
    start("parley-microphone", () -> future.complete(audio.hears()));
    return future;
  }

  @Override
  public Recording record() {
    var recording = new Take();
    start("parley-microphone", recording::run);
    return recording;
  }

  /** One recording. */
  private final class Take implements Recording {
    private final CompletableFuture<LocalFile> file = new CompletableFuture<>();
    private volatile boolean goesOn = true;
    private volatile boolean wanted = true;

    void run() {
      try {
        String name = Texts.of("files.voice", MOMENT.format(LocalDateTime.now()));
        Path to = files.fresh(name + ".wav");
        audio.record(to, () -> goesOn);
        LocalFile made = files.look(to);
        if (wanted) {
          file.complete(made);
        } else {
          files.remove(made);
        }
      } catch (IOException | RuntimeException e) {
        log.warn("Nothing could be recorded.", e);
        file.completeExceptionally(new IOException(Texts.of("files.voice.failed"), e));
      }
    }

    @Override
    public CompletableFuture<LocalFile> finish() {
      goesOn = false;
      return file;
    }

    @Override
    public void cancel() {
      wanted = false;
      goesOn = false;
    }
  }

  @Override
  public Playing play(String path, long fromMillis, PlayNews news) {
    var ear = new Ear(news);
    start(
        "parley-player",
        () -> {
          try {
            audio.play(Path.of(path), fromMillis, ear);
            if (ear.goesOn) {
              news.ended();
            }
          } catch (IOException | RuntimeException e) {
            log.info("{} is not played here: {}", path, e.toString());
            news.failed();
          }
        });
    return () -> ear.goesOn = false;
  }

  private static final class Ear implements Audio.Ear {
    private final PlayNews news;
    volatile boolean goesOn = true;

    Ear(PlayNews news) {
      this.news = news;
    }

    @Override
    public void length(long millis) {
      news.length(millis);
    }

    @Override
    public boolean at(long millis) {
      news.at(millis);
      return goesOn;
    }
  }

  private static void start(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }
}
