package chat.parley.desktop.viewmodel.outside;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where the disk is waited for. */
public interface Background {
  /**
   * Does {@code work} off the FX thread, one after the other in the order asked, then tells one of
   * the two on the FX thread.
   *
   * @param done what to do with the outcome
   * @param failed what to do when the work threw
   */
  <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed);
}
