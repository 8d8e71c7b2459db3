package chat.parley.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes that share a transaction and its sync. Committer's thread only. */
final class Batch {
  private final List<Pending<?>> writes = new ArrayList<>();
  private final int most;

  /**
   * @param most how many writes it may have in the end
   */
  Batch(Pending<?> first, int most) {
    writes.add(first);
    this.most = most;
  }

  /** All of them, in order; to be added to. */
  List<Pending<?>> writes() {
    return writes;
  }

  /** Writes all it has and, while that takes little time, what waits besides. */
  List<Pending.Answer<?>> applyTo(
      Writer writer, WriteQueue queue, long nanosOfWork, LongSupplier nanos) throws SQLException {
    long start = nanos.getAsLong();
    var answers = new ArrayList<Pending.Answer<?>>();
    for (Pending<?> write : List.copyOf(writes)) {
      answers.add(write.apply(writer));
    }
    while (writes.size() < most && nanos.getAsLong() - start < nanosOfWork) {
      @Nullable Pending<?> next = queue.poll();
      if (next == null) {
        break;
      }
      // First noted, then written: whatever happens to it, it is answered.
      writes.add(next);
      answers.add(next.apply(writer));
    }
    return answers;
  }

  List<Pending.Answer<?>> refuse(Pending.Refusal refusal) {
    var answers = new ArrayList<Pending.Answer<?>>();
    writes.forEach(write -> answers.add(write.refuse(refusal)));
    return answers;
  }
}
