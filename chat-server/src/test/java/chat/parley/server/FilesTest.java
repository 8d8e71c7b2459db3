package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.Door;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import chat.parley.protocol.Malformed;
import chat.parley.server.file.Quotas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from one person to the others, over real sockets: Ann and Ben in a room, Eve outside. */
class FilesTest {
  private static final long LARGEST = 5_000_000;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path data;

  private ParleyServer server;
  private Guest ann;
  private Guest ben;
  private Guest eve;
  private RoomId kitchen;

  @BeforeEach
  void start() throws StartFailure {
    server = ParleyServer.start(config(new Quotas(LARGEST, 12_000_000, 30_000_000)));
    ann = Guest.named(server.port(), "Ann");
    ben = Guest.named(server.port(), "Ben");
    eve = Guest.named(server.port(), "Eve");
    kitchen = ann.join("kitchen").room().id();
    ben.join("kitchen");
  }

  private ServerConfig config(Quotas quotas) {
    return new ServerConfig(
        "127.0.0.1", 0, data, "Test server", Door.GUESTS, false, new Encryption.Off(), quotas);
  }

  @AfterEach
  void stop() {
    List.of(ann, ben, eve).forEach(Guest::close);
    server.close();
  }

  // The way of a file

  @Test
  void aFileGoesWithItsMessageAndComesOutAsItWentIn() throws Exception {
    byte[] bytes = noise(300_000, 1);
    Attachment file = upload(ann, "notes.bin", "application/x-notes", bytes);
    Event.Message said = say(ann, "here they are", file.id());

    assertThat(said.ties().files()).containsExactly(file);
    Event.Message heard = ben.await(Event.Message.class);
    assertThat(heard.ties().files()).containsExactly(file);
    HttpResponse<byte[]> got = get(ben, "/files/" + file.id());
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(bytes);
    assertThat(got.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"notes.bin\"");
    assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(got.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
  }

  @Test
  void aMessageMayBeFilesOnlyAndAFileGoesOnce() throws Exception {
    Attachment file = upload(ann, "a.txt", "text/plain", "tea".getBytes(StandardCharsets.UTF_8));
    assertThat(say(ann, "", file.id()).ties().files()).hasSize(1);

    send(ann, "again", file.id());
    assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
  }

  @Test
  void theSameSendAgainGetsTheSameAck() throws Exception {
    Attachment file = upload(ann, "a.txt", "text/plain", new byte[] {1});
    var send = new Command.Send(71, kitchen, Nonce.fresh(), "x", hook(file.id()));
    ann.say(send);
    long seq = ann.expect(Event.Ack.class, 71).seq();
    ann.say(new Command.Send(72, kitchen, send.nonce(), "x", send.hook()));
    assertThat(ann.expect(Event.Ack.class, 72).seq()).isEqualTo(seq);
  }

  @Test
  void historyAndTheListOfFilesHaveThem() throws Exception {
    Attachment file = upload(ann, "plan.pdf", "application/pdf", noise(1_000, 2));
    long seq = say(ann, "the plan", file.id()).seq();
    say(ann, "no file here");

    ben.say(new Command.Files(81, kitchen, 0, 10));
    Event.Found found = ben.expect(Event.Found.class, 81);
    assertThat(found.messages()).extracting(Event.Message::seq).containsExactly(seq);
    assertThat(found.messages().getFirst().ties().files()).containsExactly(file);
    eve.say(new Command.Files(82, kitchen, 0, 10));
    assertThat(eve.expect(Event.Failed.class, 82).code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
  }

  @Test
  void aNameIsNeverAPathAndNeverTurnsItsLetters() throws Exception {
    byte[] one = {1};
    assertThat(upload(ann, "../../etc/passwd", "text/plain", one).name()).isEqualTo("passwd");
    assertThat(upload(ann, "C:\\boot.ini", "text/plain", one).name()).isEqualTo("boot.ini");
    assertThat(upload(ann, "photo\u202egpj.exe", "x/y", one).name()).isEqualTo("photogpj.exe");
    assertThat(upload(ann, "a\0b\r\nc\"<>.txt", "nonsense", one).name()).isEqualTo("abc.txt");
    assertThat(upload(ann, "..", "text/plain", one).name()).isEqualTo("file");
    try (Stream<Path> all = Files.walk(data.resolve("files"))) {
      assertThat(all.filter(Files::isRegularFile))
          .allMatch(path -> path.getFileName().toString().matches("[0-9a-f]{64}"));
    }
  }

  // Going on

  @Test
  void aBrokenUploadGoesOnWhereItWas() throws Exception {
    byte[] bytes = noise(200_000, 3);
    FileProgress begun = begin(ann, "long.bin", "x/y", bytes.length);
    FileProgress half = patch(ann, begun.id(), 0, Arrays.copyOf(bytes, 90_001));
    assertThat(half.offset()).isEqualTo(90_001);
    assertThat(half.file()).isNull();

    HttpResponse<byte[]> head = send(ann, request("/uploads/" + begun.id()).method("HEAD", none()));
    assertThat(head.headers().firstValueAsLong("Upload-Offset")).hasValue(90_001);
    HttpResponse<byte[]> wrong = patched(ann, begun.id(), 5, new byte[10]);
    assertThat(code(wrong)).isEqualTo(ErrorCode.BUSY);

    byte[] rest = Arrays.copyOfRange(bytes, 90_001, bytes.length);
    Attachment file = patch(ann, begun.id(), 90_001, rest).file();
    assertThat(get(ann, "/files/" + file.id()).body()).isEqualTo(bytes);
  }

  @Test
  void aDatabaseThatIsMovedAwayAndBackHasItsFilesAgain() throws Exception {
    byte[] bytes = png(300, 200);
    FileId id = upload(ann, "x.png", "image/png", bytes).id();
    say(ann, "", id);
    String token = ann.welcome().token();
    server.close();
    Path aside = Files.createTempDirectory(data.getParent(), "aside");
    moveDatabase(data, aside);
    Files.createFile(data.resolve("files/parts/copy of something"));
    ParleyServer.start(config(Quotas.DEFAULT)).close();
    assertThat(Files.list(data.resolve("files/lost"))).hasSize(2);
    moveDatabase(data, Files.createTempDirectory(data.getParent(), "fresh"));
    moveDatabase(aside, data);
    server = ParleyServer.start(config(Quotas.DEFAULT));
    try (Guest again = Guest.connect(server.port())) {
      again.hello(new Command.Auth.Token(token), null, java.util.Map.of());
      assertThat(get(again, "/files/" + id).body()).isEqualTo(bytes);
      assertThat(get(again, "/files/" + id + "/thumb").statusCode()).isEqualTo(200);
    }
    assertThat(data.resolve("files/parts/copy of something")).exists();
  }

  @Test
  void whatWasDeletedJustBeforeAKillIsGoneAfterTheNextStart() throws Exception {
    say(ann, "", upload(ann, "x.bin", "x/y", noise(10, 7)).id());
    server.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
        var sql = db.createStatement()) {
      sql.execute("INSERT OR IGNORE INTO loose_bytes (sha256) SELECT sha256 FROM files");
      sql.execute("DELETE FROM files");
    }
    server = ParleyServer.start(config(Quotas.DEFAULT));
    try (Stream<Path> left = Files.walk(data.resolve("files"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private static void moveDatabase(Path from, Path to) throws IOException {
    for (String name : List.of("parley.db", "parley.db-wal", "parley.db-shm")) {
      if (Files.exists(from.resolve(name))) {
        Files.move(from.resolve(name), to.resolve(name));
      }
    }
  }

  @Test
  void anUploadOutlivesTheServer() throws Exception {
    byte[] bytes = noise(150_000, 4);
    FileId id = begin(ann, "long.bin", "x/y", bytes.length).id();
    patch(ann, id, 0, Arrays.copyOf(bytes, 100_000));
    String token = ann.welcome().token();
    server.close();
    server = ParleyServer.start(config(Quotas.DEFAULT));
    try (Guest again = Guest.connect(server.port())) {
      again.hello(new Command.Auth.Token(token), null, java.util.Map.of());
      FileProgress at = read(get(again, "/uploads/" + id));
      assertThat(at.offset()).isEqualTo(100_000);
      patch(again, id, at.offset(), Arrays.copyOfRange(bytes, 100_000, bytes.length));
      assertThat(get(again, "/files/" + id).body()).isEqualTo(bytes);
    }
  }

  @Test
  void whoAsksHowFarAnUploadIsMakesNoFile() throws Exception {
    FileId id = begin(ann, "x.bin", "x/y", 1_000).id();
    patch(ann, id, 0, new byte[500]);
    Files.delete(lying("parts").getFirst());
    assertThat(read(get(ann, "/uploads/" + id)).offset()).isZero();
    assertThat(lying("parts")).isEmpty();
    assertThat(patch(ann, id, 0, new byte[1_000]).file()).isNotNull();
  }

  @Test
  void bytesForAFileThatIsWholeAreAnsweredByTheFile() throws Exception {
    Attachment file = upload(ann, "x.bin", "x/y", new byte[10]);
    assertThat(patch(ann, file.id(), 10, new byte[0]).file()).isEqualTo(file);
  }

  @Test
  void anUploadIsGivenUpADayAfterItsLastByteAndNotAfterItsFirst() throws Exception {
    FileId slow = begin(ann, "slow", "x/y", 1_000).id();
    FileId left = begin(ann, "left", "x/y", 1_000).id();
    patch(ann, slow, 0, new byte[500]);
    patch(ann, left, 0, new byte[500]);
    server.close();
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
        var sql = db.createStatement()) {
      sql.execute("UPDATE uploads SET begun_at = begun_at - 2 * 86400000");
    }
    Path part = data.resolve("files/parts").resolve(left.value());
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    server = ParleyServer.start(config(Quotas.DEFAULT));
    eventually(() -> !Files.exists(part));
    assertThat(data.resolve("files/parts").resolve(slow.value())).hasSize(500);
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("parley.db"));
        var sql = db.createStatement();
        var row = sql.executeQuery("SELECT id FROM uploads")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(slow.value());
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void whatWasSetAsideIsGoneTooWhenItsBytesAreDeleted() throws Exception {
    byte[] bytes = noise(700, 31);
    Attachment file = upload(ann, "x.bin", "x/y", bytes);
    Path whole = lying("whole").getFirst();
    Path lost = Files.createDirectories(data.resolve("files/lost")).resolve(whole.getFileName());
    Files.copy(whole, lost);
    long seq = say(ann, "", file.id()).seq();
    ann.say(new Command.Delete(ann.nextId(), kitchen, seq));
    ann.await(Event.Done.class);
    eventually(() -> lying("whole").isEmpty());
    eventually(() -> !Files.exists(lost));
  }

  @Test
  void aDownloadIsGivenInPieces() throws Exception {
    byte[] bytes = noise(10_000, 5);
    Attachment file = upload(ann, "x.bin", "x/y", bytes);
    HttpResponse<byte[]> rest = ranged(ann, file.id(), "bytes=9000-");
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.headers().firstValue("Content-Range")).hasValue("bytes 9000-9999/10000");
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(bytes, 9_000, 10_000));
    assertThat(ranged(ann, file.id(), "bytes=-10").body())
        .isEqualTo(Arrays.copyOfRange(bytes, 9_990, 10_000));
    assertThat(ranged(ann, file.id(), "bytes=10000-").statusCode()).isEqualTo(416);
    assertThat(ranged(ann, file.id(), "bytes=0-1,5-6").statusCode()).isEqualTo(200);
  }

  @Test
  void aCancelledUploadLeavesNothing() throws Exception {
    FileId id = begin(ann, "x.bin", "x/y", 1_000).id();
    patch(ann, id, 0, new byte[500]);
    assertThat(send(ann, request("/uploads/" + id).DELETE()).statusCode()).isEqualTo(204);
    assertThat(code(get(ann, "/uploads/" + id))).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(lying("parts")).isEmpty();
  }

  @Test
  void anUploadCancelledWhileItComesLeavesNothing() throws Exception {
    FileId id = begin(ann, "x.bin", "x/y", 200_000).id();
    try (var line = new Slowly(server.port())) {
      line.say("PATCH /uploads/" + id, "Upload-Offset: 0\r\nContent-Length: 200000", pass(ann));
      line.write(new byte[100_000]);
      eventually(() -> !lying("parts").isEmpty() && sizeOf(lying("parts").getFirst()) == 100_000);
      assertThat(send(ann, request("/uploads/" + id).DELETE()).statusCode()).isEqualTo(204);
      line.write(new byte[100_000]);
      assertThat(line.status()).isEqualTo(404);
    }
    assertThat(lying("parts")).isEmpty();
    assertThat(lying("whole")).isEmpty();
  }

  @Test
  void whatABrowserHasIsNotSentAgain() throws Exception {
    Attachment file = upload(ann, "x.bin", "x/y", noise(100, 8));
    say(ann, "", file.id());
    HttpResponse<byte[]> first = get(ben, "/files/" + file.id());
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Vary")).hasValue("Authorization");
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, max-age=600");

    HttpRequest.Builder again = request("/files/" + file.id()).header("If-None-Match", tag);
    assertThat(send(ben, again.copy()).statusCode()).isEqualTo(304);
    assertThat(send(eve, again.copy()).statusCode()).isEqualTo(404);
    HttpRequest.Builder rest = request("/files/" + file.id()).header("Range", "bytes=50-");
    assertThat(send(ben, rest.copy().header("If-Range", tag)).body()).hasSize(50);
    assertThat(send(ben, rest.copy().header("If-Range", "\"other\"")).body()).hasSize(100);
  }

  @Test
  void whatIsNotWhatWasAnnouncedIsNotTaken() throws Exception {
    var offer = new FileOffer(kitchen, "x", 3, "x/y", "0".repeat(64));
    FileId id = read(send(ann, post(Codec.encode(offer)))).id();
    assertThat(code(patched(ann, id, 0, new byte[] {1, 2, 3}))).isEqualTo(ErrorCode.BAD_MESSAGE);
    assertThat(code(get(ann, "/uploads/" + id))).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(lying("whole")).isEmpty();
  }

  // Who may

  @Test
  void othersSeeNothingAndCannotTellThatThereIsSomething() throws Exception {
    Attachment file = upload(ann, "x.bin", "x/y", noise(10, 6));
    HttpResponse<byte[]> unsaid = get(ben, "/files/" + file.id());
    say(ann, "now", file.id());
    HttpResponse<byte[]> outside = get(eve, "/files/" + file.id());
    HttpResponse<byte[]> nothing = get(eve, "/files/f_there_is_no_such_file");
    for (HttpResponse<byte[]> no : List.of(unsaid, outside)) {
      assertThat(no.statusCode()).isEqualTo(404);
      assertThat(no.body()).isEqualTo(nothing.body());
      assertThat(no.headers().map().keySet()).isEqualTo(nothing.headers().map().keySet());
    }
    assertThat(get(ben, "/files/" + file.id()).statusCode()).isEqualTo(200);
    assertThat(code(patched(ben, begin(ann, "y", "x/y", 5).id(), 0, new byte[5])))
        .isEqualTo(ErrorCode.NO_SUCH_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/files/f_x", "/files/f_x/thumb", "/uploads/f_x", "/uploads"})
  void withoutAPassNobodyIsTold(String path) throws Exception {
    HttpRequest.Builder bare = HttpRequest.newBuilder(uri(path));
    assertThat(HTTP.send(bare.build(), BodyHandlers.ofByteArray()).statusCode()).isEqualTo(401);
    bare.header("Authorization", "Bearer nonsense");
    assertThat(HTTP.send(bare.build(), BodyHandlers.ofByteArray()).statusCode()).isEqualTo(401);
  }

  @Test
  void whoLeftTheRoomSeesItsFilesNoMore() throws Exception {
    Attachment file = upload(ann, "x.bin", "x/y", noise(10, 7));
    say(ann, "", file.id());
    assertThat(get(ben, "/files/" + file.id()).statusCode()).isEqualTo(200);
    ben.say(new Command.Leave(ben.nextId(), kitchen));
    ben.await(Event.Left.class);
    assertThat(get(ben, "/files/" + file.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void aDownloadEndsWhenItsReaderLeaves() throws Exception {
    Attachment file = upload(ann, "x.bin", "x/y", noise((int) LARGEST, 9));
    say(ann, "", file.id());
    try (var line = new Slowly(server.port())) {
      line.say("GET /files/" + file.id(), "", pass(ben));
      assertThat(line.status()).isEqualTo(200);
      ben.say(new Command.Leave(ben.nextId(), kitchen));
      ben.await(Event.Left.class);
      assertThat(line.readToEnd()).isLessThan(LARGEST);
    }
  }

  @Test
  void anUploadEndsWhenItsDeviceIsLoggedOut() throws Exception {
    FileId id = begin(ann, "x.bin", "x/y", LARGEST).id();
    try (var line = new Slowly(server.port())) {
      line.say("PATCH /uploads/" + id, "Upload-Offset: 0\r\nContent-Length: " + LARGEST, pass(ann));
      line.write(new byte[10_000]);
      awaitBegun(ann, id);
      long asked = ann.nextId();
      ann.say(new Command.Devices(asked));
      var here = ann.expect(Event.DeviceList.class, asked).devices().getFirst();
      ann.say(new Command.LogOut(ann.nextId(), here.id()));
      assertThat(line.writeToEnd(LARGEST - 10_000)).isLessThan(LARGEST - 10_000);
    }
  }

  @Test
  void anUploadEndsWhenItsSenderIsRemovedFromTheRoom() throws Exception {
    FileId id = begin(ben, "x.bin", "x/y", LARGEST).id();
    try (var line = new Slowly(server.port())) {
      line.say("PATCH /uploads/" + id, "Upload-Offset: 0\r\nContent-Length: " + LARGEST, pass(ben));
      line.write(new byte[10_000]);
      awaitBegun(ben, id);
      Team.done(ann, asked -> new Command.Remove(asked, kitchen, Team.id(ben)));
      assertThat(line.writeToEnd(LARGEST - 10_000)).isLessThan(LARGEST - 10_000);
    }
  }

  /** Until the server has let the upload in, and taken the first of it. */
  private void awaitBegun(Guest who, FileId id) throws Exception {
    while (read(get(who, "/uploads/" + id)).offset() == 0) {
      LockSupport.parkNanos(50_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/files/../parley.db",
        "/files/..%2f..%2fparley.db",
        "/files/%2e%2e%2fparley.db",
        "/files/whole/x",
        "/files/f_x/../../parley.db",
        "/files/",
        "/uploads/../parley.db",
        "/uploads/..%5cparley.db",
      })
  void addressesThatClimbLeadNowhere(String path) throws Exception {
    String line = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + pass(ann);
    try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write((line + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("SQLite");
    }
  }

  // How much

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    var offer = new FileOffer(kitchen, "x", LARGEST + 1, "x/y", null);
    HttpResponse<byte[]> no = send(ann, post(Codec.encode(offer)));
    assertThat(no.statusCode()).isEqualTo(413);
    assertThat(code(no)).isEqualTo(ErrorCode.TOO_BIG);
  }

  @Test
  void moreBytesThanAnnouncedAreNotTaken() throws Exception {
    FileId id = begin(ann, "x", "x/y", 10).id();
    assertThat(code(patched(ann, id, 0, new byte[11]))).isEqualTo(ErrorCode.TOO_BIG);
  }

  @Test
  void onePersonsFilesTakeNoMoreThanTheirShare() throws Exception {
    begin(ann, "a", "x/y", LARGEST);
    begin(ann, "b", "x/y", LARGEST);
    var third = new FileOffer(kitchen, "c", LARGEST, "x/y", null);
    HttpResponse<byte[]> no = send(ann, post(Codec.encode(third)));
    assertThat(code(no)).isEqualTo(ErrorCode.TOO_MANY);
    assertThat(send(ben, post(Codec.encode(third))).statusCode()).isEqualTo(201);
  }

  @Test
  void aMessageTakesNoMoreThanTenFiles() {
    String ids = "\"f_1\"" + ",\"f_2\"".repeat(10);
    ann.sayText(
        "{\"type\":\"send\",\"id\":91,\"room\":\""
            + kitchen
            + "\",\"nonce\":\"n\",\"body\":\"\",\"files\":["
            + ids
            + "]}");
    assertThat(ann.expect(Event.Failed.class, 91).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
  }

  // Bytes on the disk

  @Test
  void theSameBytesLieThereOnceAndGoWithTheirLastFile() throws Exception {
    byte[] bytes = noise(5_000, 8);
    Attachment first = upload(ann, "a.bin", "x/y", bytes);
    Attachment second = upload(ben, "b.bin", "x/y", bytes);
    long annSaid = say(ann, "", first.id()).seq();
    long benSaid = say(ben, "", second.id()).seq();
    assertThat(lying("whole")).hasSize(1);

    ann.say(new Command.Delete(ann.nextId(), kitchen, annSaid));
    ann.await(Event.Done.class);
    assertThat(get(ben, "/files/" + first.id()).statusCode()).isEqualTo(404);
    assertThat(get(ann, "/files/" + second.id()).body()).isEqualTo(bytes);

    ben.say(new Command.Delete(ben.nextId(), kitchen, benSaid));
    ben.await(Event.Done.class);
    eventually(() -> lying("whole").isEmpty());
    ben.say(new Command.History(95, kitchen, new Command.Span.After(annSaid - 1), 1));
    var deleted = (Event.Message) ben.expect(Event.HistoryPage.class, 95).events().getFirst();
    assertThat(deleted.ties().files()).isEmpty();
  }

  @Test
  void aForwardedMessageTakesItsFilesAlong() throws Exception {
    byte[] bytes = noise(500, 9);
    Attachment file = upload(ann, "a.bin", "x/y", bytes);
    long seq = say(ann, "look", file.id()).seq();
    RoomId other = ann.join("office").room().id();
    eve.join("office");
    var on = new Command.Hook(0, 0, new Command.Source(kitchen, seq));
    ann.say(new Command.Send(ann.nextId(), other, Nonce.fresh(), "look", on));
    Event.Message passed = eve.await(Event.Message.class);
    Attachment copy = passed.ties().files().getFirst();
    assertThat(copy.id()).isNotEqualTo(file.id());
    assertThat(get(eve, "/files/" + copy.id()).body()).isEqualTo(bytes);
    assertThat(get(eve, "/files/" + file.id()).statusCode()).isEqualTo(404);
    assertThat(lying("whole")).hasSize(1);
  }

  @Test
  void onlyTheServerCanReadWhatLiesThere() throws Exception {
    upload(ann, "a.png", "image/png", png(40, 30));
    begin(ann, "b", "x/y", 5);
    try (Stream<Path> all = Files.walk(data.resolve("files"))) {
      for (Path path : all.toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(rights).as("%s", path).endsWith("------");
      }
    }
  }

  // Pictures

  @Test
  void aPictureSaysItsSizeAndHasASmallOne() throws Exception {
    Attachment file = upload(ann, "a.png", "image/png", png(1_200, 800));
    assertThat(file.type()).isEqualTo("image/png");
    assertThat(file.width()).isEqualTo(1_200);
    assertThat(file.height()).isEqualTo(800);
    HttpResponse<byte[]> thumb = get(ann, "/files/" + file.id() + "/thumb");
    BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumb.body()));
    assertThat(small.getWidth()).isEqualTo(480);
    assertThat(small.getHeight()).isEqualTo(320);
    assertThat(get(ann, "/files/" + file.id()).headers().firstValue("Content-Type"))
        .hasValue("image/png");
  }

  @Test
  void aPictureThatIsNoneIsAFile() throws Exception {
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    Attachment file = upload(ann, "cat.png", "image/png", page);
    assertThat(file.isPicture()).isFalse();
    HttpResponse<byte[]> got = get(ann, "/files/" + file.id());
    assertThat(got.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(get(ann, "/files/" + file.id() + "/thumb").statusCode()).isEqualTo(404);
  }

  @Test
  void aPictureWithAPageBehindItsEndLosesThePage() throws Exception {
    byte[] picture = png(20, 20);
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(picture, picture.length + page.length);
    System.arraycopy(page, 0, both, picture.length, page.length);
    Attachment file = upload(ann, "both.png", "image/png", both);
    assertThat(file.isPicture()).isTrue();
    assertThat(get(ann, "/files/" + file.id()).body()).isEqualTo(picture);
  }

  @Test
  void aPictureThatWouldBeHugeWhenOpenedIsAFileThatNobodyOpensForYou() throws Exception {
    byte[] bomb = png(10, 10);
    bomb[16] = 0;
    bomb[17] = 0;
    bomb[18] = (byte) 0x70; // 28,672 pixels wide
    bomb[20] = 0;
    bomb[21] = 0;
    bomb[22] = (byte) 0x70;
    Attachment file = upload(ann, "bomb.png", "image/png", bomb);
    assertThat(file.isPicture()).isFalse();
    assertThat(file.thumb()).isFalse();
    HttpResponse<byte[]> got = get(ann, "/files/" + file.id());
    assertThat(got.body()).isEqualTo(bomb);
    assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
  }

  // Tools

  private Attachment upload(Guest who, String name, String type, byte[] bytes) throws Exception {
    FileProgress begun = begin(who, name, type, bytes.length);
    return patch(who, begun.id(), 0, bytes).file();
  }

  private FileProgress begin(Guest who, String name, String type, long size) throws Exception {
    return read(send(who, post(Codec.encode(new FileOffer(kitchen, name, size, type, null)))));
  }

  private FileProgress patch(Guest who, FileId id, long offset, byte[] bytes) throws Exception {
    return read(patched(who, id, offset, bytes));
  }

  private HttpResponse<byte[]> patched(Guest who, FileId id, long offset, byte[] bytes)
      throws Exception {
    return send(
        who,
        request("/uploads/" + id)
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", BodyPublishers.ofByteArray(bytes)));
  }

  private HttpResponse<byte[]> get(Guest who, String path) throws Exception {
    return send(who, request(path).GET());
  }

  private HttpResponse<byte[]> ranged(Guest who, FileId id, String range) throws Exception {
    return send(who, request("/files/" + id).header("Range", range).GET());
  }

  private HttpRequest.Builder post(String json) {
    return request("/uploads").POST(BodyPublishers.ofString(json));
  }

  private static HttpRequest.BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<byte[]> send(Guest who, HttpRequest.Builder request) throws Exception {
    request.header("Authorization", "Bearer " + pass(who));
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String pass(Guest who) {
    long id = who.nextId();
    who.say(new Command.Renew(id));
    return who.expect(Event.Pass.class, id).token();
  }

  private static FileProgress read(HttpResponse<byte[]> response) throws Malformed {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isBetween(200, 299);
    return Codec.decodeProgress(text);
  }

  private static ErrorCode code(HttpResponse<byte[]> response) throws Malformed {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isGreaterThanOrEqualTo(400);
    return ((Event.Failed) Codec.decodeEvent(text).orElseThrow()).code();
  }

  private Event.Message say(Guest who, String text, FileId... files) {
    send(who, text, files);
    return who.await(Event.Message.class, message -> message.from().equals(Team.id(who)));
  }

  private void send(Guest who, String text, FileId... files) {
    who.say(new Command.Send(who.nextId(), kitchen, Nonce.fresh(), text, hook(files)));
  }

  private static Command.Hook hook(FileId... files) {
    return new Command.Hook(0, 0, null, List.of(files));
  }

  private List<Path> lying(String where) {
    try (Stream<Path> all = Files.walk(data.resolve("files").resolve(where))) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void eventually(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
  }

  private static long sizeOf(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] noise(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] png(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
