package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.parley.client.Download;
import chat.parley.client.RefusedException;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.FileOffer;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose whole disk becomes full, its database's too. */
@Tag("fault")
class FullDiskTest {
  private static final int MIB = 1 << 20;
  private static final int DISK = 160;

  /** As much as the server leaves to its database. */
  private static final int RESERVE = 64;

  @TempDir Path folder;

  private SmallDisk disk;
  private Path data;
  private ServerProcess server;
  private Chatter ann;
  private RoomId room;

  @BeforeEach
  void start() throws Exception {
    Path mounted = Files.createDirectory(folder.resolve("disk"));
    assumeThat(SmallDisk.isPossible(mounted)).as("only root mounts disks, on Linux").isTrue();
    disk = SmallDisk.mount(mounted, DISK);
    data = mounted.resolve("data");
    server = ServerProcess.start(data, "--no-rate-limits");
    ann = new Chatter(server.port(), "Ann");
    room = ann.join("kitchen");
  }

  @AfterEach
  void stop() {
    if (ann != null) {
      ann.close();
    }
    if (server != null) {
      server.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void whatIsAnnouncedTakesRoomBeforeItComes() throws Exception {
    FileId first = begin(40 * MIB);
    begin(40 * MIB);
    assertDiskIsFull(() -> begin(40 * MIB));
    // What has come and what will come is the same room, taken once.
    ann.files().append(first, noise(40 * MIB), 0, _ -> {});
    assertDiskIsFull(() -> begin(40 * MIB));
    begin(10 * MIB);
  }

  @Test
  void whatWasAnnouncedAndGivenUpGivesItsRoomBack() throws Exception {
    FileId first = begin(60 * MIB);
    assertDiskIsFull(() -> begin(60 * MIB));
    ann.files().cancel(first);
    begin(60 * MIB);
  }

  @Test
  void anUploadEndsBeforeItTakesWhatTheDatabaseNeeds() throws Exception {
    FileId id = begin(60 * MIB);
    disk.leave((RESERVE + 20L) * MIB);
    assertDiskIsFull(() -> ann.files().append(id, noise(60 * MIB), 0, _ -> {}));
    assertThat(parts()).isEmpty();
    assertThat(disk.free()).isGreaterThan(RESERVE * (long) MIB);
    talkAndComeBack();
  }

  @Test
  void onADiskWithoutOneFreeByteAnUploadsBytesGoBeforeTheDatabaseIsTold() throws Exception {
    FileId id = begin(20 * MIB);
    Path file = noise(20 * MIB);
    ann.files().append(id, noise(15 * MIB), 0, _ -> {});
    disk.leave(0);
    assertDiskIsFull(() -> ann.files().append(id, file, 15L * MIB, _ -> {}));
    assertThat(parts()).isEmpty();
    disk.makeRoom();
    talkAndComeBack();
  }

  @Test
  void aDownloadOntoAFullDiskOfOnesOwnEndsWithASentence() throws Exception {
    FileId id = begin(10 * MIB);
    Attachment file = ann.files().append(id, noise(10 * MIB), 0, _ -> {}).file();
    Path own = Files.createDirectory(folder.resolve("own"));
    try (SmallDisk _ = SmallDisk.mount(own, 4)) {
      var said = new CompletableFuture<String>();
      new Download(ann.files(), file, own.resolve("big"), new Ends(said)).start();
      assertThat(said.get(20, TimeUnit.SECONDS)).contains("disk of this computer is full");
    }
  }

  private record Ends(CompletableFuture<String> said) implements Download.Listener {
    @Override
    public void moved(long bytes) {}

    @Override
    public void waits() {
      said.complete("waits");
    }

    @Override
    public void putOff(ErrorCode code, String sentence) {
      said.complete(sentence);
    }

    @Override
    public void done(Path path) {
      said.complete("done");
    }

    @Override
    public void failed(ErrorCode code, String sentence) {
      said.complete(sentence);
    }
  }

  private void talkAndComeBack() throws Exception {
    ann.say(room, "still here");
    Eventually.holds(Duration.ofSeconds(10), ann::nothingWaits, ann::toString);
    server.terminate();
    server.restart();
    ann.awaitLive();
    ann.say(room, "here again");
    Eventually.holds(Duration.ofSeconds(10), ann::nothingWaits, ann::toString);
    assertThat(ann.problems()).isEmpty();
  }

  private FileId begin(int size) throws Exception {
    return ann.files().begin(new FileOffer(room, "big", size, "x/y", null)).id();
  }

  private static void assertDiskIsFull(ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.STORAGE);
              assertThat(e.sentence()).contains("disk is full");
            });
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("files/parts"))) {
      return all.toList();
    }
  }

  private Path noise(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve("noise" + size), bytes);
  }
}
