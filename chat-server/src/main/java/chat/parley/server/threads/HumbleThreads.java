package chat.parley.server.threads;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that give way to all others: for work that takes long while somebody chats. Java's
 * own priorities do so on Windows and macOS; on Linux they do nothing, so there the kernel is
 * asked. Safe for any thread.
 */
public final class HumbleThreads implements ThreadFactory {
  private final ThreadFactory named;
  private final Niceness niceness;

  /**
   * @param prefix of their names, which a number follows
   */
  public HumbleThreads(String prefix, Niceness niceness) {
    this.niceness = niceness;
    named = Thread.ofPlatform().name(prefix, 1).daemon().factory();
  }

  @Override
  public Thread newThread(Runnable work) {
    return named.newThread(
        () -> {
          Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
          niceness.ofThisThread();
          work.run();
        });
  }
}
