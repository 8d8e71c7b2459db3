package chat.parley.desktop.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import javax.sound.sampled.UnsupportedAudioFileException;

/** By the sound system of Java: WAV, AIFF and AU, as every computer can play them. */
final class SystemAudio implements Audio {
  /** Enough for a voice, and small: two megabytes a minute. */
  static final AudioFormat VOICE = new AudioFormat(16_000, 16, 1, true, false);

  private static final int MICROS = 1_000;

  @Override
  public boolean hears() {
    try {
      return AudioSystem.isLineSupported(new DataLine.Info(TargetDataLine.class, VOICE));
    } catch (IllegalArgumentException | SecurityException e) {
      return false;
    }
  }

  @Override
  public void record(Path to, BooleanSupplier goesOn) throws IOException {
    var sound = new ByteArrayOutputStream();
    try (TargetDataLine line = AudioSystem.getTargetDataLine(VOICE)) {
      line.open(VOICE);
      line.start();
      byte[] piece = new byte[tenth(VOICE)];
      while (goesOn.getAsBoolean()) {
        int count = line.read(piece, 0, piece.length);
        sound.write(piece, 0, Math.max(0, count));
      }
    } catch (LineUnavailableException | IllegalArgumentException e) {
      throw new IOException("Nothing can be recorded here.", e);
    }
    writeWav(sound.toByteArray(), to);
  }

  /** Samples of {@link #VOICE} as a file. */
  static void writeWav(byte[] samples, Path to) throws IOException {
    long frames = samples.length / VOICE.getFrameSize();
    try (var in = new AudioInputStream(new ByteArrayInputStream(samples), VOICE, frames)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, to.toFile());
    }
  }

  @Override
  public void play(Path file, long fromMillis, Ear ear) throws IOException {
    try (AudioInputStream in = decoded(AudioSystem.getAudioInputStream(file.toFile()))) {
      AudioFormat format = in.getFormat();
      long length = (long) (in.getFrameLength() * 1_000.0 / format.getFrameRate());
      ear.length(length);
      long frames = (long) (fromMillis / 1_000.0 * format.getFrameRate());
      in.skipNBytes(Math.min(frames, in.getFrameLength()) * format.getFrameSize());
      try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
        line.open(format);
        line.start();
        byte[] piece = new byte[tenth(format)];
        for (int n = in.read(piece); n > 0; n = in.read(piece)) {
          line.write(piece, 0, n);
          if (!ear.at(fromMillis + line.getMicrosecondPosition() / MICROS)) {
            return;
          }
        }
        line.drain();
      }
    } catch (UnsupportedAudioFileException
        | LineUnavailableException
        | IllegalArgumentException e) {
      throw new IOException("It cannot be played here.", e);
    }
  }

  /** What is packed is unpacked as far as Java can. */
  private static AudioInputStream decoded(AudioInputStream in) {
    AudioFormat from = in.getFormat();
    boolean plain =
        from.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
            || from.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED);
    return plain ? in : AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, in);
  }

  /** Bytes of a tenth of a second, in whole frames. */
  private static int tenth(AudioFormat format) {
    return Math.max(1, (int) (format.getFrameRate() / 10)) * format.getFrameSize();
  }
}
