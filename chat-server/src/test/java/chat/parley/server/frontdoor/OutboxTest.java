package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.CloseCode;
import chat.parley.server.room.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int SOFT = 1_000;
  private static final int HARD = 4_000;

  private final AtomicLong now = new AtomicLong(1);
  private final TestLine line = new TestLine();
  private final Outbox outbox =
      new Outbox(
          line,
          new Outbox.Rules(
              SOFT,
              HARD,
              Duration.ofMillis(500).toNanos(),
              Duration.ofSeconds(10).toNanos(),
              Duration.ofSeconds(2).toNanos(),
              now::get));

  /** T16: the stock broadcast copied the frame for every recipient. */
  @Test
  void frameThatWaitsAloneIsSentFromTheSharedBytes() {
    Frame shared = Frame.of("for everybody");
    var other = new TestLine();
    outbox.offer(shared);
    new Outbox(other, Outbox.Rules.of(Deadlines.DEFAULT)).offer(shared);
    Eventually.within(SOON, "sent twice", () -> line.arrays.size() + other.arrays.size() == 2);
    assertThat(line.arrays.getFirst()).isSameAs(other.arrays.getFirst());
    assertThat(line.arrays.getFirst()).isSameAs(shared.bytes().array());
  }

  @Test
  void whatWaitsLeavesInOneWrite() {
    line.hold();
    outbox.offer(Frame.of("first"));
    Eventually.within(SOON, "under way", () -> line.isHeld());
    for (int i = 0; i < 50; i++) {
      outbox.offer(Frame.of("more " + i));
    }
    line.release();
    Eventually.within(SOON, "all sent", () -> line.texts().size() == 51);
    assertThat(line.arrays).hasSize(2);
    assertThat(line.texts()).startsWith("first", "more 0", "more 1").endsWith("more 49");
  }

  @Test
  void oneWriteIsNeverLargerThanItsLimit() {
    var wide = new Outbox(line, Outbox.Rules.of(Deadlines.DEFAULT));
    line.hold();
    wide.offer(Frame.of("first"));
    Eventually.within(SOON, "under way", () -> line.isHeld());
    for (int i = 0; i < 50; i++) {
      wide.offer(Frame.of("x".repeat(10_000)));
    }
    wide.offer(Frame.of("y".repeat(300_000)));
    line.release();
    Eventually.within(SOON, "all sent", () -> line.texts().size() == 52);
    assertThat(line.sizes).allMatch(size -> size <= Outbox.WRITE_BYTES);
  }

  @Test
  void eachThreadsFramesKeepTheirOrderAndStayWhole() throws InterruptedException {
    int threads = 8;
    int each = 1_250;
    var wide =
        new Outbox(
            line, new Outbox.Rules(1 << 28, 1 << 29, 1L << 40, 1L << 40, 1L << 40, now::get));
    List<Thread> senders = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int id = t;
      senders.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < each; i++) {
                      wide.offer(Frame.of(id + ":" + i + ":" + "x".repeat(i % 300)));
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    Eventually.within(SOON, "all sent", () -> line.texts().size() == threads * each);
    int[] next = new int[threads];
    for (String text : line.texts()) {
      String[] parts = text.split(":", -1);
      int id = Integer.parseInt(parts[0]);
      assertThat(Integer.parseInt(parts[1])).isEqualTo(next[id]);
      assertThat(parts[2]).isEqualTo("x".repeat(next[id] % 300));
      next[id]++;
    }
    assertThat(next).containsOnly(each);
  }

  @Test
  void passingFramesAreDroppedAboveTheSoftCap() {
    line.hold();
    outbox.offer(Frame.of("x".repeat(SOFT)));
    outbox.offer(Frame.passing("typing"));
    outbox.offer(Frame.of("message"));
    line.release();
    Eventually.within(SOON, "both sent", () -> line.texts().size() == 2);
    outbox.offer(Frame.passing("typing again"));
    Eventually.within(SOON, "room for passing ones", () -> line.texts().size() == 3);
    assertThat(line.texts().getLast()).isEqualTo("typing again");
  }

  @Test
  void readerAboveTheHardCapIsCutAndToldSoIfItStillReads() {
    line.hold();
    outbox.offer(Frame.of("under way"));
    Eventually.within(SOON, "under way", () -> line.isHeld());
    now.addAndGet(Duration.ofMillis(501).toNanos());
    outbox.offer(Frame.of("x".repeat(HARD)));
    assertThat(outbox.isOpen()).isTrue();
    outbox.offer(Frame.of("one too many"));
    assertThat(outbox.isOpen()).isFalse();
    line.release();
    Eventually.within(SOON, "ended", () -> line.ended);
    assertThat(line.texts()).containsExactly("under way");
    assertThat(line.closeCode()).isEqualTo(CloseCode.SLOW_READER.code());
    assertThat(line.aborted).isFalse();
  }

  @Test
  void readerAboveTheHardCapThatNeverReadsIsCutAfterTheGoodbye() {
    line.hold();
    outbox.offer(Frame.of("x".repeat(HARD)));
    now.addAndGet(Duration.ofMillis(501).toNanos());
    outbox.offer(Frame.of("one too many"));
    assertThat(outbox.isOpen()).isFalse();
    now.addAndGet(Duration.ofMillis(1_900).toNanos());
    outbox.check(now.get());
    assertThat(line.aborted).isFalse();
    now.addAndGet(Duration.ofMillis(200).toNanos());
    outbox.check(now.get());
    assertThat(line.aborted).isTrue();
  }

  @Test
  void readerWithoutProgressIsCutAfterTenSeconds() {
    line.hold();
    outbox.offer(Frame.of("stuck"));
    Eventually.within(SOON, "under way", () -> line.isHeld());
    now.addAndGet(Duration.ofMillis(9_900).toNanos());
    outbox.check(now.get());
    assertThat(line.aborted).isFalse();
    now.addAndGet(Duration.ofMillis(200).toNanos());
    outbox.check(now.get());
    assertThat(line.aborted).isTrue();
    assertThat(outbox.isOpen()).isFalse();
  }

  @Test
  void idleOutboxIsNeverCut() {
    outbox.offer(Frame.of("long ago"));
    Eventually.within(SOON, "sent", () -> line.texts().size() == 1);
    now.addAndGet(Duration.ofHours(1).toNanos());
    Eventually.within(SOON, "resting", () -> line.arrays.size() == 1);
    outbox.check(now.get());
    outbox.offer(Frame.of("now"));
    Eventually.within(SOON, "sent", () -> line.texts().size() == 2);
    assertThat(line.aborted).isFalse();
  }

  @Test
  void burstIsNotSlownessUpToAPoint() {
    line.hold();
    for (int i = 0; i < 4; i++) {
      outbox.offer(Frame.of("x".repeat(HARD)));
    }
    assertThat(outbox.isOpen()).isTrue();
    outbox.offer(Frame.of("still"));
    assertThat(outbox.isOpen()).isFalse();
  }

  @Test
  void oneLargePageDoesNotCutAReaderWhoKeepsUp() {
    line.hold();
    outbox.offer(Frame.of("p".repeat(3_000_000)));
    Eventually.within(SOON, "under way", () -> line.isHeld());
    for (int i = 0; i < 10; i++) {
      outbox.offer(Frame.of("live " + i));
    }
    line.release();
    Eventually.within(SOON, "all sent", () -> line.texts().size() == 11);
    assertThat(outbox.isOpen()).isTrue();
  }

  @Test
  void secondLargePageIsHeldAgainstTheReader() {
    line.hold();
    outbox.offer(Frame.of("p".repeat(200_000)));
    outbox.offer(Frame.of("q".repeat(200_000)));
    assertThat(outbox.isOpen()).isTrue();
    now.addAndGet(Duration.ofMillis(501).toNanos());
    outbox.offer(Frame.of("one too many"));
    assertThat(outbox.isOpen()).isFalse();
  }

  @Test
  void awaitTakenWaitsForTheReaderAndForNothingElse() throws InterruptedException {
    outbox.awaitTaken();
    line.hold();
    outbox.offer(Frame.of("x".repeat(SOFT + 1)));
    var waited = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              outbox.awaitTaken();
              waited.countDown();
            });
    Eventually.stays(Duration.ofMillis(50), "waiting", () -> waited.getCount() == 1);
    line.release();
    waited.await();
    line.hold();
    outbox.offer(Frame.of("x".repeat(SOFT + 1)));
    outbox.abandon();
    outbox.awaitTaken();
  }

  @Test
  void firstCloseDecidesAndNothingFollowsIt() {
    line.hold();
    outbox.offer(Frame.of("before"));
    outbox.close(CloseCode.REPLACED, "You connected elsewhere.");
    outbox.close(CloseCode.GOING_AWAY, "Too late.");
    outbox.offer(Frame.of("after"));
    line.release();
    Eventually.within(SOON, "ended", () -> line.ended);
    assertThat(line.texts()).containsExactly("before");
    assertThat(line.closeCode()).isEqualTo(4010);
  }

  @Test
  void brokenLineShutsTheOutbox() {
    line.breaks = true;
    outbox.offer(Frame.of("into the void"));
    Eventually.within(SOON, "shut", () -> !outbox.isOpen());
    assertThat(line.aborted).isTrue();
  }

  /** Keeps what is written, and can be held up. */
  private static final class TestLine implements Line {
    final List<byte[]> arrays = new CopyOnWriteArrayList<>();
    final List<Integer> sizes = new CopyOnWriteArrayList<>();
    volatile boolean ended;
    volatile boolean aborted;
    volatile boolean breaks;
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

    void hold() {
      gate.drainPermits();
    }

    void release() {
      gate.release(Integer.MAX_VALUE / 2);
    }

    boolean isHeld() {
      return gate.hasQueuedThreads();
    }

    /** The texts that are there in full, so far. */
    List<String> texts() {
      List<String> texts = new ArrayList<>();
      ByteBuffer bytes = ByteBuffer.wrap(all.toByteArray());
      while (bytes.remaining() >= 2 && bytes.get(bytes.position()) == (byte) 0x81) {
        byte[] text = payload(bytes);
        if (text.length == 0 && !bytes.hasRemaining()) {
          break;
        }
        texts.add(new String(text, StandardCharsets.UTF_8));
      }
      return texts;
    }

    int closeCode() {
      byte[] bytes = all.toByteArray();
      for (int i = bytes.length - 1; i >= 0; i--) {
        if (bytes[i] == (byte) 0x88) {
          assertThat((int) bytes[i + 1]).isEqualTo(bytes.length - i - 2);
          return ByteBuffer.wrap(bytes, i + 2, 2).getShort();
        }
      }
      throw new AssertionError("no close frame in " + Arrays.toString(bytes));
    }

    private static byte[] payload(ByteBuffer bytes) {
      bytes.get();
      int length = bytes.get();
      long size =
          switch (length) {
            case 126 -> bytes.getShort() & 0xffff;
            case 127 -> bytes.getLong();
            default -> length;
          };
      byte[] payload = new byte[(int) Math.min(size, bytes.remaining())];
      bytes.get(payload);
      return payload.length < size ? new byte[0] : payload;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (breaks) {
        throw new IOException("as asked");
      }
      gate.acquireUninterruptibly();
      synchronized (all) {
        all.write(bytes, offset, length);
      }
      sizes.add(length);
      arrays.add(bytes);
    }

    @Override
    public void endOutput() {
      ended = true;
    }

    @Override
    public void close() {}

    @Override
    public void abort() {
      aborted = true;
    }

    @Override
    public String address() {
      return "nowhere";
    }
  }
}
