package chat.parley.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Does something so often a second, by the clock, however long it takes the others to follow. */
record Metronome(int perSecond) {

  /**
   * @param beat is given the number of the beat, from 0
   * @return how many beats there were
   */
  int run(int seconds, IntConsumer beat) {
    int beats = perSecond * seconds;
    long start = System.nanoTime();
    for (int i = 0; i < beats; i++) {
      Pause.until(start + TimeUnit.SECONDS.toNanos(1) * i / perSecond);
      beat.accept(i);
    }
    return beats;
  }
}
