package chat.parley.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.DeviceId;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveRoomsTest {
  private static final RoomId LOBBY = new RoomId("lobby-id");
  private static final User ANN = new User(new UserId("ann"), "Ann", Role.GUEST);
  private static final User BEN = new User(new UserId("ben"), "Ben", Role.GUEST);

  private final ManualTimer timer = new ManualTimer();
  private final LiveRooms rooms = new LiveRooms(timer, InstantSource.system());

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void anEventReachesWhoIsInTheRoomAndNobodyElse() {
    Ear ann = arrive(ANN, LOBBY);
    Ear ben = arrive(BEN);
    rooms.deliver(List.of(message(1, BEN, "hello")));
    assertThat(ann.texts()).singleElement().asString().contains("\"hello\"");
    assertThat(ben.texts()).isEmpty();
  }

  @Test
  void onlyTheSendersOwnDevicesSeeTheNonce() {
    Ear laptop = arrive(ANN, LOBBY);
    Ear phone = arrive(ANN, LOBBY);
    Ear ben = arrive(BEN, LOBBY);
    rooms.deliver(List.of(message(1, ANN, "hello")));
    assertThat(laptop.texts()).singleElement().asString().contains("nonce-1");
    assertThat(phone.texts()).isEqualTo(laptop.texts());
    assertThat(ben.texts()).singleElement().asString().doesNotContain("nonce");
  }

  @Test
  void aFrameIsSharedByAllWhoReceiveIt() {
    Ear one = arrive(BEN, LOBBY);
    Ear other = arrive(new User(new UserId("chen"), "Chen", Role.GUEST), LOBBY);
    rooms.deliver(List.of(message(1, ANN, "a"), message(2, ANN, "b")));
    assertThat(one.frames).hasSize(1);
    assertThat(one.frames.getFirst()).isSameAs(other.frames.getFirst());
    assertThat(one.texts()).hasSize(2);
  }

  @Test
  void aBatchLeavesInOrderAlsoForItsSenders() {
    Ear ann = arrive(ANN, LOBBY);
    rooms.deliver(
        List.of(message(1, ANN, "one"), message(2, BEN, "two"), message(3, ANN, "three")));
    assertThat(ann.texts()).hasSize(3);
    assertThat(ann.texts().get(0)).contains("one").contains("nonce-1");
    assertThat(ann.texts().get(1)).contains("two").doesNotContain("nonce");
    assertThat(ann.texts().get(2)).contains("three").contains("nonce-3");
  }

  @Test
  void aBigBatchIsSplitAndLosesNothing() {
    Ear ann = arrive(ANN, LOBBY);
    var batch = new ArrayList<Event.RoomEvent>();
    for (int seq = 1; seq <= 30; seq++) {
      batch.add(message(seq, BEN, "x".repeat(10_000)));
    }
    rooms.deliver(batch);
    assertThat(ann.texts()).hasSize(30);
    assertThat(ann.frames).allMatch(frame -> frame.size() <= 64 * 1024 + 200);
  }

  @Test
  void whoLeftHearsNothingMore() {
    Ear ann = arrive(ANN, LOBBY);
    rooms.left(ANN.id(), LOBBY);
    rooms.deliver(List.of(message(1, BEN, "secret")));
    assertThat(ann.texts()).isEmpty();
    assertThat(rooms.isMember(ANN, LOBBY)).isFalse();
  }

  @Test
  void whoJoinsIsHeardOnAllDevices() {
    Ear laptop = arrive(ANN);
    Ear phone = arrive(ANN);
    rooms.joined(ANN.id(), LOBBY);
    rooms.deliver(List.of(message(1, BEN, "hello")));
    assertThat(laptop.texts()).hasSize(1);
    assertThat(phone.texts()).hasSize(1);
  }

  @Test
  void roomsReadBeforeAChangeMustBeReadAgain() {
    rooms.arrive(ANN, new Ear());
    long before = rooms.changesOf(ANN.id());
    rooms.joined(ANN.id(), LOBBY);
    assertThat(rooms.hear(ANN.id(), List.of(), null, before)).isFalse();
    assertThat(rooms.hear(ANN.id(), List.of(LOBBY), null, rooms.changesOf(ANN.id()))).isTrue();
  }

  @Test
  void typingReachesTheOthersOnly() {
    Ear ann = arrive(ANN, LOBBY);
    Ear ben = arrive(BEN, LOBBY);
    rooms.typing(ANN, LOBBY);
    assertThat(ann.texts()).isEmpty();
    assertThat(ben.texts()).singleElement().asString().contains("typing").contains("Ann");
    assertThat(ben.frames.getFirst().isPassing()).isTrue();
  }

  @Test
  void anArrivalIsToldAMomentLater() {
    Ear ben = arrive(BEN, LOBBY);
    timer.runAll();
    ben.frames.clear();
    arrive(ANN, LOBBY);
    assertThat(ben.texts()).isEmpty();
    timer.runAll();
    assertThat(ben.texts()).singleElement().asString().contains("\"user\":\"ann\"", "online");
  }

  @Test
  void aBlipIsNotToldAsAbsence() {
    Ear ben = arrive(BEN, LOBBY);
    Ear ann = arrive(ANN, LOBBY);
    timer.runAll();
    ben.frames.clear();
    rooms.depart(ANN.id(), ann);
    arrive(ANN, LOBBY);
    timer.runAll();
    assertThat(ben.texts()).noneMatch(text -> text.contains("offline"));
  }

  @Test
  void realAbsenceIsTold() {
    Ear ben = arrive(BEN, LOBBY);
    Ear ann = arrive(ANN, LOBBY);
    timer.runAll();
    ben.frames.clear();
    rooms.depart(ANN.id(), ann);
    timer.runAll();
    assertThat(ben.texts()).singleElement().asString().contains("\"user\":\"ann\"", "offline");
    assertThat(rooms.presenceOf(ANN.id())).isEqualTo(Presence.OFFLINE);
    assertThat(rooms.peopleConnected()).isEqualTo(1);
  }

  @Test
  void oneActiveDeviceMakesAPersonOnlineAndBusyCountsForAll() {
    Ear laptop = arrive(ANN, LOBBY);
    Ear phone = arrive(ANN, LOBBY);
    rooms.setPresence(ANN.id(), laptop, Presence.AWAY);
    assertThat(rooms.presenceOf(ANN.id())).isEqualTo(Presence.ONLINE);
    rooms.setPresence(ANN.id(), phone, Presence.AWAY);
    assertThat(rooms.presenceOf(ANN.id())).isEqualTo(Presence.AWAY);
    rooms.setPresence(ANN.id(), phone, Presence.BUSY);
    assertThat(rooms.presenceOf(ANN.id())).isEqualTo(Presence.BUSY);
  }

  private Ear arrive(User user, RoomId... memberships) {
    var ear = new Ear();
    assertThat(rooms.arrive(user, ear)).isTrue();
    assertThat(rooms.hear(user.id(), List.of(memberships), null, rooms.changesOf(user.id())))
        .isTrue();
    return ear;
  }

  private static Event.Message message(long seq, User from, String body) {
    return new Event.Message(
        LOBBY, seq, from.id(), from.name(), 1, body, List.of(), new Nonce("nonce-" + seq));
  }

  /** Keeps what it is offered. */
  private static final class Ear implements Recipient {
    private final List<Frame> frames = new ArrayList<>();

    @Override
    public void offer(Frame frame) {
      frames.add(frame);
    }

    @Override
    public DeviceId device() {
      return new DeviceId("d_ear");
    }

    @Override
    public void become(User now) {}

    @Override
    public void hangUp(CloseCode code, String reason) {}

    /** The payloads of all frames, joined ones taken apart. */
    List<String> texts() {
      var texts = new ArrayList<String>();
      for (Frame frame : frames) {
        ByteBuffer bytes = frame.bytes();
        while (bytes.hasRemaining()) {
          assertThat(bytes.get()).isEqualTo((byte) 0x81);
          int length = bytes.get() & 0x7f;
          if (length == 126) {
            length = bytes.getShort() & 0xffff;
          }
          byte[] payload = new byte[length];
          bytes.get(payload);
          texts.add(new String(payload, StandardCharsets.UTF_8));
        }
      }
      return texts;
    }
  }

  /** Runs what was scheduled when the test says so. */
  private static final class ManualTimer extends ScheduledThreadPoolExecutor {
    private final List<Runnable> tasks = new ArrayList<>();

    ManualTimer() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      tasks.add(task);
      return super.schedule(() -> {}, 0, unit);
    }

    /** Until nothing is left, also of what the tasks themselves scheduled. */
    void runAll() {
      while (!tasks.isEmpty()) {
        tasks.removeFirst().run();
      }
    }
  }
}
