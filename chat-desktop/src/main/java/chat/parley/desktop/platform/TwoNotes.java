package chat.parley.desktop.platform;

import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Parley's sound: a fifth upwards, struck like a small bell, made here rather than loaded. */
final class TwoNotes implements Chime {
  static final float RATE = 44_100;
  static final int SAMPLES = (int) (RATE * 0.55);

  /** D and the A above it, in hertz. */
  private static final double LOW = 587.33;

  private static final double HIGH = 880.00;

  /** Seconds between the two. */
  private static final double STEP = 0.11;

  private static final double LOUDNESS = 0.28;
  private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

  @Override
  public void play() throws IOException {
    byte[] sound = bytes(samples());
    try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
      line.open(FORMAT);
      line.start();
      line.write(sound, 0, sound.length);
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException e) {
      throw new IOException("No sound can be played here.", e);
    }
  }

  /** The sound as numbers between -1 and 1; begins and ends in silence. */
  static double[] samples() {
    var samples = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double at = i / (double) RATE;
      double end = Math.min(1, (SAMPLES - i) / (RATE * 0.05));
      samples[i] = LOUDNESS * end * (struck(LOW, at) + struck(HIGH, at - STEP));
    }
    return samples;
  }

  /** A bell: its first overtone is softer and dies sooner. */
  private static double struck(double pitch, double at) {
    if (at < 0) {
      return 0;
    }
    double attack = Math.min(1, at / 0.006);
    double tone = Math.sin(2 * Math.PI * pitch * at) * Math.exp(-7 * at);
    double overtone = 0.3 * Math.sin(4 * Math.PI * pitch * at) * Math.exp(-14 * at);
    return attack * (tone + overtone);
  }

  private static byte[] bytes(double[] samples) {
    var bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      int value = (int) Math.round(samples[i] * Short.MAX_VALUE);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    return bytes;
  }
}
