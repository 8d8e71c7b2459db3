package chat.parley.server.store;

import java.sql.SQLException;
import java.util.function.Consumer;

/** A write that waits for the committer, and who wants to know how it ended. */
record Pending<R>(Write<R> write, Consumer<Result<R>> done) {

  Answer<R> apply(Writer writer) throws SQLException {
    return new Answer<>(done, writer.apply(write));
  }

  Answer<R> refuse(Refusal refusal) {
    return new Answer<>(done, refusal.make());
  }

  /** A refusal that fits any write. */
  interface Refusal {
    <R> Result<R> make();
  }

  /** A result on its way to who asked. */
  record Answer<R>(Consumer<Result<R>> done, Result<R> result) {
    void give() {
      done.accept(result);
    }
  }
}
