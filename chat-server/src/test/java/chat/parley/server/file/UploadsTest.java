package chat.parley.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Attachment;
import chat.parley.model.DeviceId;
import chat.parley.model.FileId;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.FileOffer;
import chat.parley.server.access.Access;
import chat.parley.server.store.Filing;
import chat.parley.server.store.Result;
import chat.parley.server.store.SqliteStore;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an upload that has come whole and that the store does not take. */
class UploadsTest {
  private static final byte[] BYTES = "all of it".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  private final User ann = new User(new UserId("u_ann"), "Ann", Role.GUEST);
  private final RoomId kitchen = new RoomId("r_kitchen");
  private final AtomicInteger ids = new AtomicInteger();

  private Store store;
  private Shelf shelf;
  private boolean member = true;

  /** Why the store enters no file just now; null while it does. */
  private @Nullable ErrorCode refusal;

  @BeforeEach
  void comeIn() throws IOException {
    start();
    var device = new Write.NewDevice(new DeviceId("d_ann"), "hash", "test", "here");
    write(new Write.AddGuest(ann, "ann", device));
    write(new Write.JoinByName("kitchen", "kitchen", true, kitchen, ann, 10));
  }

  private void start() throws IOException {
    var access = new Access((_, _) -> member);
    store = SqliteStore.open(data, _ -> {}, access, InstantSource.system());
    shelf =
        Shelf.open(
            data,
            refusing(store),
            access,
            Quotas.DEFAULT,
            () -> new FileId("f_" + ids.incrementAndGet()),
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "STORAGE", "GOING_AWAY", "INTERNAL"})
  void whatIsRefusedForNowStaysWholeAndIsFinishedByTheNextRequest(ErrorCode passing)
      throws Exception {
    FileId id = refused(passing, BYTES);
    assertThat(shelf.uploads().progress(ann, id).offset()).isEqualTo(BYTES.length);
    assertThat(lying("whole")).isEmpty();

    assertThat(finished(id).size()).isEqualTo(BYTES.length);
    assertThat(shelf.find(ann, id).path()).hasBinaryContent(BYTES);
    assertThat(lying("parts")).isEmpty();
  }

  @Test
  void whatCameWholeWhileTheServerStoppedIsFinishedAfterItsNextStart() throws Exception {
    FileId id = begun(BYTES.length);
    store.drain(Duration.ZERO);
    assertThatThrownBy(() -> shelf.uploads().append(ann, id, 0, coming(BYTES)))
        .isInstanceOfSatisfying(
            FileRefused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.GOING_AWAY));
    store.close();
    start();

    assertThat(shelf.uploads().progress(ann, id).offset()).isEqualTo(BYTES.length);
    finished(id);
    assertThat(shelf.find(ann, id).path()).hasBinaryContent(BYTES);
  }

  @Test
  void bytesThatAnotherFileHasTooStayForBoth() throws Exception {
    FileId first = begun(BYTES.length);
    shelf.uploads().append(ann, first, 0, coming(BYTES));
    FileId second = refused(ErrorCode.BUSY, BYTES);

    assertThat(shelf.uploads().progress(ann, second).offset()).isEqualTo(BYTES.length);
    assertThat(shelf.find(ann, first).path()).hasBinaryContent(BYTES);
    finished(second);
    assertThat(shelf.find(ann, second).path()).hasBinaryContent(BYTES);
    assertThat(lying("whole")).hasSize(1);
  }

  @Test
  void whatIsOnlyKeptWithoutWhatItTellsStaysAsItCame() throws Exception {
    byte[] telling = "GIF89a\1\0\1\0\0\0\0!\u00fe\3GPS\0;".getBytes(StandardCharsets.ISO_8859_1);
    FileId id = refused(ErrorCode.BUSY, telling);
    assertThat(data.resolve("files/parts").resolve(id.value())).hasBinaryContent(telling);
    finished(id);
    assertThat(shelf.find(ann, id).path()).content(StandardCharsets.ISO_8859_1).doesNotContain("S");
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_FILE", "NO_SUCH_ROOM", "FORBIDDEN", "TOO_BIG", "TOO_MANY"})
  void whatIsRefusedForGoodIsGivenUp(ErrorCode forGood) throws Exception {
    FileId id = refused(forGood, BYTES);
    assertThatThrownBy(() -> shelf.uploads().progress(ann, id))
        .isInstanceOfSatisfying(
            FileRefused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.NO_SUCH_FILE));
    assertThat(lying("parts")).isEmpty();
    assertThat(lying("whole")).isEmpty();
  }

  @Test
  void whoIsRemovedWithTheLastBytesBringsNoFile() throws Exception {
    FileId id = begun(BYTES.length);
    var last =
        new ByteArrayInputStream(BYTES) {
          @Override
          public synchronized int read(byte[] to, int offset, int length) {
            member = false;
            return super.read(to, offset, length);
          }
        };
    assertThatThrownBy(() -> shelf.uploads().append(ann, id, 0, last))
        .isInstanceOfSatisfying(
            FileRefused.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM));
    assertThat(lying("whole")).isEmpty();
  }

  // Tools

  private FileId begun(int size) throws Exception {
    return shelf.uploads().begin(ann, new FileOffer(kitchen, "a.bin", size, "x/y", null)).id();
  }

  /** An upload of all these bytes that the store does not take for that reason. */
  private FileId refused(ErrorCode why, byte[] bytes) throws Exception {
    FileId id = begun(bytes.length);
    refusal = why;
    assertThatThrownBy(() -> shelf.uploads().append(ann, id, 0, coming(bytes)))
        .isInstanceOfSatisfying(FileRefused.class, no -> assertThat(no.code()).isEqualTo(why));
    refusal = null;
    return id;
  }

  /** By a request that brings nothing more, since nothing is missing. */
  private Attachment finished(FileId id) throws Exception {
    long whole = shelf.uploads().progress(ann, id).offset();
    Attachment file = shelf.uploads().append(ann, id, whole, InputStream.nullInputStream()).file();
    assertThat(file).isNotNull();
    return file;
  }

  private static InputStream coming(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private List<Path> lying(String where) throws IOException {
    try (Stream<Path> all = Files.walk(data.resolve("files").resolve(where))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private <R> void write(Write<R> write) {
    var result = new CompletableFuture<Result<R>>();
    store.submit(write, result::complete);
    assertThat(result.join()).isInstanceOf(Result.Done.class);
  }

  /** The same store, but for files that it does not enter while there is a refusal. */
  @SuppressWarnings("unchecked")
  private Store refusing(Store real) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, method, arguments) -> {
              if (refusal == null || !isFinish(arguments)) {
                return method.invoke(real, arguments);
              }
              ((Consumer<Result<?>>) arguments[1])
                  .accept(new Result.Refused<>(refusal, "Not now.", 0));
              return null;
            });
  }

  private static boolean isFinish(Object @Nullable [] arguments) {
    return arguments != null
        && arguments[0] instanceof Write.File<?> file
        && file.what() instanceof Filing.Finish;
  }
}
