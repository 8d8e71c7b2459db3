package chat.parley.server.file;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.store.FileQuestions;
import chat.parley.server.store.Filing;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a file of an upload that is all there: looks at what it is, takes out of a photo what says
 * where it was made, makes the small picture, and puts the bytes in their place. Blocks.
 */
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final int PIECE = 64 * 1024;

  private final Store store;
  private final Bytes bytes;
  private final Thumbnails thumbnails = new Thumbnails();

  /** Held while bytes come into their place or leave it, until the store knows. */
  private final ReentrantLock placing;

  Arrivals(Store store, Bytes bytes, ReentrantLock placing) {
    this.store = store;
    this.bytes = bytes;
    this.placing = placing;
  }

  Attachment take(FileQuestions.Upload upload) throws FileRefused, IOException {
    Attachment file = arrive(upload);
    bytes.drop(upload.id()); // and what was made beside it
    return file;
  }

  private Attachment arrive(FileQuestions.Upload upload) throws FileRefused, IOException {
    Path part = bytes.part(upload.id());
    String came = sha256(part);
    if (upload.sha256() != null && !upload.sha256().equals(came)) {
      throw new FileRefused(
          ErrorCode.BAD_MESSAGE, "What arrived is not what was announced. Send the file again.");
    }
    Picture.Type type = Picture.Type.of(part).orElse(null);
    return type == null ? arriveFile(upload, part, came) : arrivePicture(upload, part, came, type);
  }

  private Attachment arriveFile(FileQuestions.Upload upload, Path part, String came)
      throws FileRefused, IOException {
    List<Patch> patches = Traces.in(part);
    if (patches.isEmpty()) {
      return place(upload, part, came, null, null);
    }
    Path clean = roomForCopy(upload, part);
    Patch.copy(part, clean, patches);
    return place(upload, clean, sha256(clean), null, null);
  }

  private Attachment arrivePicture(
      FileQuestions.Upload upload, Path part, String came, Picture.Type type)
      throws FileRefused, IOException {
    Picture picture = Picture.look(part).orElse(null);
    Path clean = roomForCopy(upload, part);
    int orientation = picture == null ? 1 : picture.orientation();
    Scrub.Outcome scrubbed = Scrub.copy(type, orientation, part, clean);
    Path kept = scrubbed.changed() ? clean : part;
    String sha256 = scrubbed.changed() ? sha256(kept) : came;
    if (picture == null || picture.isBomb() || !scrubbed.whole()) {
      return place(upload, kept, sha256, null, null); // to be saved, not to be looked at here
    }
    Path thumb = bytes.beside(upload.id(), "thumb");
    boolean hasThumb = makeThumb(picture, kept, thumb);
    return place(upload, kept, sha256, picture, hasThumb ? thumb : null);
  }

  /** For a copy without what it tells, which may be as large as what came. */
  private Path roomForCopy(FileQuestions.Upload upload, Path part) throws IOException {
    if (Files.size(part) > bytes.roomLeft()) {
      throw new Writing.NoSpace(new IOException("Nothing would be left to the database"));
    }
    return bytes.beside(upload.id(), "clean");
  }

  private boolean makeThumb(Picture picture, Path from, Path to) {
    try {
      return thumbnails.make(picture, from, to);
    } catch (IOException | RuntimeException e) {
      LOG.debug("No small picture could be made: {}", e.toString());
      return false; // it is shown as a file, which it still is
    }
  }

  private Attachment place(
      FileQuestions.Upload upload,
      Path path,
      String sha256,
      @Nullable Picture picture,
      @Nullable Path thumb)
      throws FileRefused, IOException {
    Attachment file = described(upload, Files.size(path), picture, thumb != null);
    placing.lock();
    try {
      if (thumb != null) {
        bytes.keepThumb(thumb, sha256);
      }
      bytes.keep(path, sha256);
      enter(new Filing.Finish(file, sha256));
    } catch (FileRefused | IOException e) {
      takeBack(upload.id(), path, sha256);
      throw e;
    } finally {
      placing.unlock();
    }
    return file;
  }

  /** What is no file after all is an upload again that lacks nothing. */
  private void takeBack(FileId upload, Path path, String sha256) throws IOException {
    boolean needed = store.files().isNeeded(sha256);
    if (path.equals(bytes.part(upload)) && Files.notExists(path)) {
      bytes.giveBack(sha256, upload, needed);
    }
    if (!needed) {
      bytes.remove(sha256);
    }
  }

  private static Attachment described(
      FileQuestions.Upload upload, long size, @Nullable Picture picture, boolean shown) {
    if (picture == null) {
      return new Attachment(upload.id(), upload.name(), size, upload.type(), 0, 0, false);
    }
    return new Attachment(
        upload.id(),
        upload.name(),
        size,
        picture.type().media(),
        shown ? picture.width() : 0,
        shown ? picture.height() : 0,
        shown);
  }

  private void enter(Filing.Finish finish) throws FileRefused {
    var result = new CompletableFuture<Result<Write.Changed>>();
    store.submit(new Write.File<>(finish), result::complete);
    if (result.join() instanceof Result.Refused<Write.Changed> no) {
      throw new FileRefused(no.code(), no.message());
    }
  }

  private static String sha256(Path path) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(path), digest())) {
      byte[] piece = new byte[PIECE];
      while (in.read(piece) >= 0) {
        Thread.yield();
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
