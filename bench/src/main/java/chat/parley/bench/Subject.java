package chat.parley.bench;

import chat.parley.client.ServerAddress;
import java.util.OptionalLong;

/** The server that is measured. What can be seen of it depends on where it runs. */
interface Subject extends AutoCloseable {
  ServerAddress address();

  /** CPU time used so far, in nanoseconds; the system counts in steps of 10 ms. */
  OptionalLong cpuNanos();

  /** Memory that the process holds, in bytes. */
  OptionalLong residentBytes();

  /** What lives on the heap after a full collection, which this asks for; in bytes. */
  OptionalLong liveHeapBytes();

  @Override
  void close();

  /** A server that somebody else started: seen from the wire only. */
  record Elsewhere(ServerAddress address) implements Subject {
    @Override
    public OptionalLong cpuNanos() {
      return OptionalLong.empty();
    }

    @Override
    public OptionalLong residentBytes() {
      return OptionalLong.empty();
    }

    @Override
    public OptionalLong liveHeapBytes() {
      return OptionalLong.empty();
    }

    @Override
    public void close() {
      // Not ours to end.
    }
  }
}
