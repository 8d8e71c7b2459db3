package chat.parley.desktop.viewmodel.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakeTransfers;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Sounds;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ListeningTest {
  private static final Attachment SONG = sound("song.wav");
  private static final Attachment OTHER = sound("other.wav");

  private final Visit visit = new Visit(Say.state("lobby", 0, 0, 0));
  private final FakeTransfers transfers = visit.server.transfers;
  private final FilesModel files = visit.home().files();
  private final PlayerModel player = files.player();
  private final Ears ears = new Ears();

  ListeningTest() {
    transfers.sounds = ears;
    transfers.fetched.put(SONG.id(), "/files/song.wav");
    transfers.fetched.put(OTHER.id(), "/files/other.wav");
    files.attach(files.seat());
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.fx.settle();
  }

  @Test
  void aSoundIsFetchedPlayedPausedAndGoesOnWhereItWas() {
    toggle(SONG);
    assertThat(ears.asked).containsExactly("play /files/song.wav 0");
    ears.news.length(60_000);
    ears.news.at(12_000);
    visit.fx.settle();
    assertThat(player.playingProperty().get()).isTrue();
    assertThat(player.positionProperty().get()).isEqualTo(12_000);
    toggle(SONG);
    assertThat(player.playingProperty().get()).isFalse();
    toggle(SONG);
    assertThat(ears.asked)
        .containsExactly("play /files/song.wav 0", "stop", "play /files/song.wav 12000");
    ears.news.ended();
    visit.fx.settle();
    assertThat(player.playingProperty().get()).isFalse();
    assertThat(player.positionProperty().get()).isZero();
  }

  @Test
  void onlyOneSoundPlaysAtATime() {
    toggle(SONG);
    toggle(OTHER);
    assertThat(ears.asked)
        .containsExactly("play /files/song.wav 0", "stop", "play /files/other.wav 0");
    assertThat(player.fileProperty().get()).isEqualTo(OTHER.id());
  }

  @Test
  void whatCannotBePlayedHereIsOpenedElsewhere() {
    toggle(SONG);
    ears.news.failed();
    visit.fx.settle();
    assertThat(transfers.asked).contains("open /files/song.wav");
  }

  @Test
  void aVoiceMessageIsRecordedAndAttached() {
    VoiceModel voice = voice();
    assertThat(voice.possibleProperty().get()).isTrue();
    voice.start();
    visit.fx.pass(Duration.ofSeconds(3));
    assertThat(voice.lengthProperty().get()).isEqualTo(3_000);
    voice.finish();
    visit.fx.settle();
    assertThat(voice.recordingProperty().get()).isFalse();
    assertThat(transfers.asked).containsExactly("upload Voice.wav");
  }

  @Test
  void aRecordingThatIsThrownAwayIsAttachedNowhere() {
    VoiceModel voice = voice();
    voice.start();
    assertThat(voice.cancel()).isTrue();
    assertThat(voice.cancel()).isFalse();
    visit.fx.pass(Duration.ofSeconds(3));
    assertThat(ears.asked).containsExactly("record", "cancel");
    assertThat(transfers.asked).isEmpty();
  }

  @Test
  void afterFiveMinutesItEndsByItself() {
    VoiceModel voice = voice();
    voice.start();
    visit.fx.pass(Duration.ofMinutes(6));
    assertThat(voice.recordingProperty().get()).isFalse();
    assertThat(voice.lengthProperty().get()).isEqualTo(Duration.ofMinutes(5).toMillis());
    assertThat(transfers.asked).containsExactly("upload Voice.wav");
  }

  private VoiceModel voice() {
    VoiceModel voice = visit.home().composer().voice();
    voice.attach(files.seat());
    visit.fx.settle();
    return voice;
  }

  private void toggle(Attachment sound) {
    player.toggle(files.download(sound).attach(files.seat()));
    visit.fx.settle();
  }

  private static Attachment sound(String name) {
    return new Attachment(new FileId("f-" + name), name, 9_000, "audio/x-wav", 0, 0, false);
  }

  /** Hears and says what the test wants. */
  private static final class Ears implements Sounds {
    final List<String> asked = new ArrayList<>();
    PlayNews news;

    @Override
    public CompletableFuture<Boolean> canRecord() {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public Recording record() {
      asked.add("record");
      return new Recording() {
        @Override
        public CompletableFuture<LocalFile> finish() {
          return CompletableFuture.completedFuture(
              new LocalFile("/own/Voice.wav", "Voice.wav", 96_000, "audio/x-wav", true));
        }

        @Override
        public void cancel() {
          asked.add("cancel");
        }
      };
    }

    @Override
    public Playing play(String path, long fromMillis, PlayNews told) {
      asked.add("play " + path + " " + fromMillis);
      news = told;
      return () -> asked.add("stop");
    }
  }
}
