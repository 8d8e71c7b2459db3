package chat.parley.server.faults;

import chat.parley.client.FileLine;
import chat.parley.client.FileStamp;
import chat.parley.client.ServerAddress;
import chat.parley.client.Upload;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Uploads one file in a process of its own, which may be killed: it remembers what the server calls
 * the upload, and goes on with it when it is started again. Says how far it is on its output.
 */
final class Uploader implements Upload.Listener {
  private final Path remembered;
  private final CountDownLatch over = new CountDownLatch(1);

  private Uploader(Path remembered) {
    this.remembered = remembered;
  }

  /**
   * @param args port, room, file, where to remember the id; the pass comes on the input
   */
  public static void main(String[] args) throws Exception {
    String pass = System.console() == null ? new String(System.in.readNBytes(4_096)) : "";
    var address = new ServerAddress("127.0.0.1", Integer.parseInt(args[0]));
    Path remembered = Path.of(args[3]);
    FileId id = Files.exists(remembered) ? new FileId(Files.readString(remembered)) : null;
    var uploader = new Uploader(remembered);
    try (var line =
        new FileLine(
            address,
            null,
            () -> CompletableFuture.completedFuture(new Event.Pass(0, pass.strip(), 0)))) {
      Path file = Path.of(args[2]);
      FileStamp stamp = id == null ? null : FileStamp.of(file); // nobody changes it
      new Upload(line, new RoomId(args[1]), file, "noise.bin", "x/y", id, stamp, uploader).start();
      uploader.over.await();
    }
  }

  @Override
  public void begun(FileId id, FileStamp of) {
    try {
      Path fresh = remembered.resolveSibling("fresh");
      Files.writeString(fresh, id.value());
      Files.move(fresh, remembered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void moved(long bytes) {
    say("moved " + bytes);
  }

  @Override
  public void waits() {
    say("waits");
  }

  @Override
  public void putOff(ErrorCode code, String sentence) {
    say("waits " + code + " " + sentence);
  }

  @Override
  public void done(Attachment file) {
    say("done " + file.id() + " " + file.size());
    over.countDown();
  }

  @Override
  public void failed(ErrorCode code, String sentence) {
    say("failed " + code + " " + sentence);
    over.countDown();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
