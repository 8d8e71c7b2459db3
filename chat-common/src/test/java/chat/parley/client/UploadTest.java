package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on its way, which may become another one meanwhile. */
class UploadTest {
  private static final int SIZE = 16 << 20;
  private static final int FIRST_PART = 1 << 20;

  @TempDir Path folder;

  private final Told told = new Told();
  private ShelfStub server;
  private FileLine line;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    server = new ShelfStub(SIZE);
    line = server.line();
    file = folder.resolve("noise");
    become(1);
  }

  @AfterEach
  void stop() {
    line.close();
    server.close();
  }

  @Test
  void aFileThatIsTheSameGoesOnWhereItWas() throws Exception {
    breakOff();
    FileId begun = told.id;
    upload(begun, told.stamp).start();
    Attachment whole = told.done();
    assertThat(whole.id()).isEqualTo(begun);
    assertThat(server.bytes(whole.id())).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aFileThatWasReplacedMeanwhileBeginsAnew() throws Exception {
    breakOff();
    FileId begun = told.id;
    become(2);
    upload(begun, told.stamp).start();
    Attachment whole = told.done();
    assertThat(server.bytes(whole.id())).isEqualTo(Files.readAllBytes(file));
    assertThat(server.cancelled()).containsExactly(begun.value());
  }

  @Test
  void ofAnUploadOfWhichNobodyKnowsWhatItWasOfNothingIsTaken() throws Exception {
    breakOff();
    FileId begun = told.id;
    upload(begun, null).start();
    assertThat(told.done().id()).isNotEqualTo(begun);
  }

  @Test
  void aFileThatChangesWhileItIsSentArrivesAsItBecame() throws Exception {
    var times = new AtomicInteger();
    server.whileItComes(
        there -> {
          if (there >= FIRST_PART && times.getAndIncrement() == 0) {
            become(2);
          }
        });
    upload(null, null).start();
    Attachment whole = told.done();
    assertThat(server.bytes(whole.id())).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aFileThatNeverRestsIsGivenUpWithASentence() throws Exception {
    var times = new AtomicInteger(1);
    server.whileItComes(
        there -> {
          if (there == SIZE) {
            become(times.incrementAndGet());
          }
        });
    upload(null, null).start();
    assertThat(told.next("failed")).contains("Send a copy of it");
  }

  @Test
  void whatTheServerRefusesForNowIsSaidInItsWordsAndTriedAgain() throws Exception {
    server.refuse(ErrorCode.STORAGE);
    upload(null, null).start();
    assertThat(told.next("put off")).isEqualTo("put off STORAGE The disk is full.");
    server.refuse(null);
    assertThat(told.done()).isNotNull();
  }

  @Test
  void whatIsGivenUpWhileItIsBegunIsTakenBackOnTheServer() throws Exception {
    Upload[] upload = new Upload[1];
    server.whenAsked(() -> upload[0].cancel());
    upload[0] = upload(null, null);
    upload[0].start();
    assertThat(server.awaitCancelled()).isEqualTo("f_1");
    assertThat(told.id).isNull();
  }

  /** When a part of it is there. */
  private void breakOff() throws Exception {
    var broken = new CountDownLatch(1);
    Upload[] first = new Upload[1];
    server.whileItComes(
        there -> {
          if (there >= FIRST_PART) {
            first[0].pause();
            broken.countDown();
            throw new UncheckedIOException(new IOException("The line breaks"));
          }
        });
    first[0] = upload(null, null);
    first[0].start();
    assertThat(broken.await(20, TimeUnit.SECONDS)).isTrue();
    server.whileItComes(_ -> {});
  }

  private Upload upload(FileId id, FileStamp stamp) {
    return new Upload(line, new RoomId("r"), file, "noise", "x/y", id, stamp, told);
  }

  /** Other bytes, as many as before. */
  private void become(int version) {
    byte[] bytes = new byte[SIZE];
    new Random(version).nextBytes(bytes);
    try {
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Told implements Upload.Listener {
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final BlockingQueue<Attachment> whole = new LinkedBlockingQueue<>();
    private volatile FileId id;
    private volatile FileStamp stamp;

    String next(String kind) throws InterruptedException {
      String word = "";
      while (!word.startsWith(kind)) {
        word = words.poll(20, TimeUnit.SECONDS);
        assertThat(word).as("waited for " + kind).isNotNull();
      }
      return word;
    }

    Attachment done() throws InterruptedException {
      Attachment file = whole.poll(30, TimeUnit.SECONDS);
      assertThat(file).as(words::toString).isNotNull();
      return file;
    }

    @Override
    public void begun(FileId now, FileStamp of) {
      id = now;
      stamp = of;
      words.add("begun");
    }

    @Override
    public void moved(long bytes) {}

    @Override
    public void waits() {
      words.add("waits");
    }

    @Override
    public void putOff(ErrorCode code, String sentence) {
      words.add("put off " + code + " " + sentence);
    }

    @Override
    public void done(Attachment file) {
      whole.add(file);
    }

    @Override
    public void failed(ErrorCode code, String sentence) {
      words.add("failed " + code + " " + sentence);
    }
  }
}
