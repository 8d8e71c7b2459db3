package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.FileLine;
import chat.parley.client.RefusedException;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.FileOffer;
import chat.parley.server.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files when processes die, lines crawl, and the disk is full. */
class UploadFaultsTest {
  private static final int KILLS = Integer.getInteger("parley.kill.cycles", 3);
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private Path data;
  private final Random random = new Random(20_261_128);

  @BeforeEach
  void makeRoom() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
  }

  @Test
  void killedOnEitherSideAgainAndAgainAFileArrivesWhole() throws Exception {
    Path file = noise(96 * MIB);
    String hash = sha256(Files.newInputStream(file));
    int kills = 0;
    int files = 0;
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits");
        Chatter ann = new Chatter(server.port(), "Ann")) {
      RoomId room = ann.join("kitchen");
      while (kills < KILLS) {
        Path remembered = folder.resolve("id" + files++);
        Process client = null;
        FileId whole = null;
        while (whole == null) {
          if (client == null) {
            client = uploader(server.port(), room, file, remembered, ann.pass());
          }
          boolean killIt = kills < KILLS;
          whole = follow(client, killIt ? nextStop(file, remembered, ann) : Long.MAX_VALUE);
          if (whole == null) {
            Ends ends = Ends.values()[kills % Ends.values().length];
            kills++;
            if (ends != Ends.CLIENT) {
              server.kill();
            }
            if (ends != Ends.SERVER) {
              client.destroyForcibly().waitFor();
              client = null;
            }
            if (ends != Ends.CLIENT) {
              server.restart();
              ann.awaitLive();
            }
          }
        }
        assertThat(fetched(ann, whole, Files.size(file))).isEqualTo(hash);
      }
    }
    System.out.printf("uploads: killed %d times over %d files, all whole%n", kills, files);
  }

  /** Whose process is killed. */
  private enum Ends {
    SERVER,
    CLIENT,
    BOTH
  }

  /** Somewhere between where it is and its end. */
  private long nextStop(Path file, Path remembered, Chatter ann) throws Exception {
    long at = 0;
    if (Files.exists(remembered)) {
      at = ann.files().progress(new FileId(Files.readString(remembered))).offset();
    }
    return at + (long) ((Files.size(file) - at) * random.nextDouble() * 0.4);
  }

  /** The file once it is whole; null when it came to the stop. */
  private static FileId follow(Process client, long stop) throws IOException {
    BufferedReader said = client.inputReader();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "done" -> {
          return new FileId(words[1]);
        }
        case "moved" -> {
          if (Long.parseLong(words[1]) >= stop) {
            return null;
          }
        }
        case "waits" -> {
          // the server is not back yet
        }
        default -> throw new AssertionError(line);
      }
    }
    throw new AssertionError("The uploader ended without a word");
  }

  @Test
  void aDiskThatIsFullIsSaidAndLeavesNothingBehind() throws Exception {
    try (ServerProcess server = ServerProcess.startOnSmallDisk(data, 8 * 1024, "--no-rate-limits");
        Chatter ann = new Chatter(server.port(), "Ann")) {
      RoomId room = ann.join("kitchen");
      Path file = noise(20 * MIB);
      FileLine line = ann.files();
      FileId id = line.begin(new FileOffer(room, "big", 20 * MIB, "x/y", null)).id();
      assertThatThrownBy(() -> line.append(id, file, 0, _ -> {}))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.STORAGE);
                assertThat(e.sentence()).contains("disk is full");
              });
      assertThatThrownBy(() -> line.progress(id)).isInstanceOf(RefusedException.class);
      assertThat(lying()).isEmpty();
      // What fits still goes, and people still talk.
      Path small = noise(MIB);
      FileId fits = line.begin(new FileOffer(room, "small", MIB, "x/y", null)).id();
      assertThat(line.append(fits, small, 0, _ -> {}).file()).isNotNull();
      ann.say(room, "still here");
      Eventually.holds(Duration.ofSeconds(10), ann::nothingWaits, ann::toString);
    }
  }

  @Test
  @Tag("fault")
  void aDownloadThatCrawlsIsCutAndNotHeldForEver() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits");
        Chatter ann = new Chatter(server.port(), "Ann")) {
      RoomId room = ann.join("kitchen");
      Path file = noise(32 * MIB);
      FileLine line = ann.files();
      FileId id = line.begin(new FileOffer(room, "big", 32 * MIB, "x/y", null)).id();
      line.append(id, file, 0, _ -> {});
      long begun = System.nanoTime();
      try (var socket = new Socket()) {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()), 5_000);
        OutputStream out = socket.getOutputStream();
        out.write(
            ("GET /files/" + id + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ann.pass())
                .getBytes(StandardCharsets.US_ASCII));
        out.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        // What is in the kernel's hands when the line is cut may still be read, and no more.
        long got = crawl(socket.getInputStream(), Duration.ofSeconds(40)) + drain(socket);
        assertThat(got).isLessThan(16L * MIB);
      }
      System.out.printf(
          "a download at 10 bytes a second was cut within %.0f s%n",
          (System.nanoTime() - begun) / 1e9);
    }
  }

  // Tools

  /** Reads ten bytes a second. */
  private static long crawl(InputStream in, Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long got = 0;
    while (System.nanoTime() < end) {
      got += in.readNBytes(1).length;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return got;
  }

  /** Reads all that still comes until the line ends. */
  private static long drain(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    byte[] piece = new byte[1 << 16];
    long got = 0;
    try {
      InputStream in = socket.getInputStream();
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        got += count;
      }
    } catch (SocketException e) {
      return got; // reset: that is how it is cut
    }
    return got;
  }

  private Process uploader(int port, RoomId room, Path file, Path remembered, String pass)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String ofTests = System.getProperty("surefire.test.class.path");
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            ofTests == null ? System.getProperty("java.class.path") : ofTests,
            Uploader.class.getName(),
            String.valueOf(port),
            room.value(),
            file.toString(),
            remembered.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(pass.getBytes(StandardCharsets.US_ASCII));
    }
    return process;
  }

  private String fetched(Chatter who, FileId id, long size) throws Exception {
    Path to = folder.resolve("fetched");
    Files.deleteIfExists(to);
    who.files().fetch(id, size, to, _ -> {});
    return sha256(Files.newInputStream(to));
  }

  private List<Path> lying() throws IOException {
    try (Stream<Path> all = Files.walk(data.resolve("files"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private Path noise(int size) throws IOException {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Files.write(folder.resolve("noise" + size), bytes);
  }

  private static String sha256(InputStream in) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (in) {
      byte[] piece = new byte[1 << 16];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
