package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);

  private static final Event.Expired GONE = new Event.Expired(new RoomId("r_kitchen"), 12);

  private final List<Event.Expired> told = new ArrayList<>();
  private final List<Write.Expire> asked = new ArrayList<>();

  @Test
  void whatIsTooOldIsDeletedBatchAfterBatchUntilOneIsNotFull() {
    new Housekeeping(storeWithFullBatches(3), () -> 30, told::add, () -> NOW).sweep();

    assertThat(asked).hasSize(4);
    assertThat(told).hasSize(4).containsOnly(GONE);
    assertThat(asked)
        .allMatch(write -> write.before() == NOW.minus(Duration.ofDays(30)).toEpochMilli())
        .allMatch(write -> write.most() <= 200);
  }

  @Test
  void nothingIsDeletedWhereEverythingIsKept() {
    new Housekeeping(storeWithFullBatches(3), () -> 0, told::add, () -> NOW).sweep();
    assertThat(asked).isEmpty();
  }

  /** A store that answers nothing but this, at once. */
  @SuppressWarnings("unchecked")
  private Store storeWithFullBatches(int count) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, _, arguments) -> {
              asked.add((Write.Expire) arguments[0]);
              var done = (Consumer<Result<Write.Expired>>) arguments[1];
              done.accept(
                  new Result.Done<>(new Write.Expired(200, List.of(GONE), asked.size() <= count)));
              return null;
            });
  }
}
