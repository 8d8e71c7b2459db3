package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemAudioTest {
  private static final int TWO_SECONDS = 2 * 16_000;

  @TempDir Path folder;

  @Test
  void whatIsRecordedIsAWavFileThatEveryProgramReads() throws Exception {
    Path file = folder.resolve("voice.wav");
    SystemAudio.writeWav(new byte[TWO_SECONDS * 2], file);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      assertThat(in.getFormat().getSampleRate()).isEqualTo(16_000);
      assertThat(in.getFormat().getChannels()).isEqualTo(1);
      assertThat(in.getFrameLength()).isEqualTo(TWO_SECONDS);
    }
  }

  @Test
  void whatIsNoSoundIsRefusedAsSuch() throws IOException {
    Path file = Files.writeString(folder.resolve("song.mp3"), "This is no sound.");
    assertThatThrownBy(() -> new SystemAudio().play(file, 0, new Deaf()))
        .isInstanceOf(IOException.class);
  }

  /** Wants to hear nothing. */
  private static final class Deaf implements Audio.Ear {
    @Override
    public void length(long millis) {}

    @Override
    public boolean at(long millis) {
      return false;
    }
  }
}
