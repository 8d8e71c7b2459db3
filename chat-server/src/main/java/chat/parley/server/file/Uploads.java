package chat.parley.server.file;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import chat.parley.server.access.Access;
import chat.parley.server.store.FileQuestions;
import chat.parley.server.store.Filing;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in. How much of one has come is what lies on the disk, so an upload goes on after
 * whatever ended it: a cut line, a killed client, a killed server. All methods block; called on
 * virtual threads.
 */
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final int PIECE = 64 * 1024;

  /**
   * Bytes that may be on the way to the disk. What people say is synced to the same disk and waits
   * behind them: a whole large file would hold it up for most of a second.
   */
  private static final int UNSYNCED = 1 << 20;

  private final Store store;
  private final Access access;
  private final Bytes bytes;
  private final Arrivals arrivals;
  private final Quotas quotas;
  private final Supplier<FileId> freshId;

  /** Who writes to an upload: the newest comer, so that a line that died holds nobody up. */
  private final ConcurrentMap<FileId, Writing> writing = new ConcurrentHashMap<>();

  private final Set<FileId> finishing = ConcurrentHashMap.newKeySet();

  /** Held from counting the room until what is announced counts too. */
  private final ReentrantLock announcing = new ReentrantLock();

  Uploads(
      Store store,
      Access access,
      Bytes bytes,
      Arrivals arrivals,
      Quotas quotas,
      Supplier<FileId> freshId) {
    this.store = store;
    this.access = access;
    this.bytes = bytes;
    this.arrivals = arrivals;
    this.quotas = quotas;
    this.freshId = freshId;
  }

  /** Makes room for a file and gives it its id. */
  public FileProgress begin(User user, FileOffer offer) throws FileRefused, IOException {
    requireMember(user, offer.room());
    if (offer.size() > quotas.file()) {
      throw new FileRefused(
          ErrorCode.TOO_BIG,
          "Files may have at most " + Sizes.words(quotas.file()) + " on this server.");
    }
    FileId id = freshId.get();
    announcing.lock();
    try {
      if (offer.size() > bytes.roomLeft() - stillToCome()) {
        throw FileRefused.noRoom();
      }
      write(
          new Filing.Begin(
              id,
              offer.room(),
              user,
              offer.name(),
              offer.size(),
              offer.type(),
              offer.sha256(),
              new Filing.Quota(quotas.person(), quotas.server())));
      bytes.begin(id);
    } finally {
      announcing.unlock();
    }
    return offer.size() == 0
        ? finished(underWay(user, id).orElseThrow(FileRefused::noSuchFile))
        : new FileProgress(id, 0, null);
  }

  /** What uploads that have begun will take of the disk. */
  private long stillToCome() throws IOException {
    long toCome = 0;
    for (Map.Entry<FileId, Long> upload : store.files().uploads().entrySet()) {
      OptionalLong there = bytes.came(upload.getKey());
      if (there.isPresent()) { // else it was given up, and begins anew if ever
        toCome += upload.getValue() - there.getAsLong();
      }
    }
    return toCome;
  }

  /** How far an upload of one's own has come; a file that is whole is at its end. */
  public FileProgress progress(User user, FileId id) throws FileRefused, IOException {
    FileQuestions.Upload upload = underWay(user, id).orElse(null);
    if (upload == null) {
      return whole(user, id);
    }
    requireMember(user, upload.room());
    // While it is being finished its bytes may have left their place already.
    long size = finishing.contains(id) ? upload.size() : bytes.came(id).orElse(0);
    return new FileProgress(id, size, null);
  }

  private FileProgress whole(User user, FileId id) throws FileRefused {
    FileQuestions.Kept whole =
        store
            .files()
            .file(id)
            .filter(found -> found.owner().equals(user.id()))
            .orElseThrow(FileRefused::noSuchFile);
    requireMember(user, whole.room());
    Attachment file = whole.file();
    return new FileProgress(id, file.size(), file);
  }

  /** Whether {@link #append} would take more of it from them. */
  public boolean mayGoOn(User user, FileId id) {
    return underWay(user, id).filter(upload -> mayBring(user, upload.room())).isPresent();
  }

  /**
   * Takes what comes and, when it is all, makes a file of it.
   *
   * @param offset where it belongs, which must be where the last bytes ended
   * @throws IOException when the line broke; what had come is kept
   */
  public FileProgress append(User user, FileId id, long offset, InputStream in)
      throws FileRefused, IOException {
    FileQuestions.Upload upload = underWay(user, id).orElse(null);
    if (upload == null) {
      return whole(user, id);
    }
    requireMember(user, upload.room());
    if (finishing.contains(id)) {
      throw beingFinished();
    }
    var mine = new Writing();
    Writing last = writing.put(id, mine);
    if (last != null) {
      last.end(
          new FileRefused(ErrorCode.BUSY, "The upload is gone on with on another connection."));
    }
    try {
      append(upload, offset, in, mine);
    } catch (Writing.NoSpace e) {
      LOG.warn("An upload was given up: the disk is full", e);
      giveUp(upload);
      throw FileRefused.noRoom();
    } finally {
      writing.remove(id, mine);
    }
    requireMember(user, upload.room()); // who was removed with the last bytes brings no file
    long size = bytes.came(id).orElseThrow(FileRefused::noSuchFile); // given up meanwhile
    return size == upload.size() ? finished(upload) : new FileProgress(id, size, null);
  }

  private void append(FileQuestions.Upload upload, long offset, InputStream in, Writing mine)
      throws FileRefused, IOException {
    Path part = bytes.part(upload.id());
    if (offset == 0 && !Files.exists(part)) {
      bytes.begin(upload.id()); // what vanished from the disk begins anew
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      if (offset != channel.size()) {
        throw new FileRefused(
            ErrorCode.BUSY, "The upload goes on at " + channel.size() + ", not there.");
      }
      channel.position(offset);
      byte[] piece = new byte[PIECE];
      long at = offset;
      long synced = offset;
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        at += count;
        if (at > upload.size()) {
          throw new FileRefused(ErrorCode.TOO_BIG, "More bytes came than were announced.");
        }
        mine.write(channel, ByteBuffer.wrap(piece, 0, count), bytes.roomLeft());
        if (at - synced >= UNSYNCED) {
          channel.force(false);
          synced = at;
        }
        Thread.yield(); // a fast line must not keep those waiting who chat
      }
    }
  }

  /** Gives an upload up. */
  public void cancel(User user, FileId id) throws FileRefused, IOException {
    FileQuestions.Upload upload = underWay(user, id).orElseThrow(FileRefused::noSuchFile);
    drop(upload);
    write(new Filing.Drop(id, upload.owner()));
  }

  /** On a full disk the bytes have to be gone before the database can write that they are. */
  private void giveUp(FileQuestions.Upload upload) throws IOException {
    drop(upload);
    try {
      write(new Filing.Drop(upload.id(), upload.owner()));
    } catch (FileRefused e) {
      LOG.debug("An upload that was given up begins anew: {}", e.getMessage());
    }
  }

  private void drop(FileQuestions.Upload upload) throws IOException {
    Writing last = writing.get(upload.id());
    if (last != null) {
      last.end(FileRefused.noSuchFile());
    }
    bytes.drop(upload.id());
  }

  /** What is in the way of it may pass: then it is tried again when the upload is gone on with. */
  private FileProgress finished(FileQuestions.Upload upload) throws FileRefused, IOException {
    if (!finishing.add(upload.id())) {
      throw beingFinished();
    }
    try {
      Attachment file = arrivals.take(upload);
      return new FileProgress(upload.id(), file.size(), file);
    } catch (FileRefused e) {
      if (!e.code().temporary() || bytes.roomLeft() <= 0) {
        giveUp(upload);
      }
      throw e;
    } catch (IOException e) {
      if (!(e instanceof Writing.NoSpace) && bytes.roomLeft() > 0) {
        throw e;
      }
      LOG.warn("An upload was given up when it was whole: the disk is full", e);
      giveUp(upload);
      throw FileRefused.noRoom();
    } finally {
      finishing.remove(upload.id());
    }
  }

  private static FileRefused beingFinished() {
    return new FileRefused(ErrorCode.BUSY, "This upload is being finished. Ask again in a moment.");
  }

  private Optional<FileQuestions.Upload> underWay(User user, FileId id) {
    return store.files().upload(id).filter(found -> found.owner().equals(user.id()));
  }

  private void requireMember(User user, RoomId room) throws FileRefused {
    if (!mayBring(user, room)) {
      throw new FileRefused(ErrorCode.NO_SUCH_ROOM, "There is no such room, or you are not in it.");
    }
  }

  private boolean mayBring(User user, RoomId room) {
    return access.check(user, Access.Action.SEND, room);
  }

  private <R> R write(Filing<R> filing) throws FileRefused {
    var result = new CompletableFuture<Result<R>>();
    store.submit(new Write.File<>(filing), result::complete);
    return switch (result.join()) {
      case Result.Done<R> done -> done.value();
      case Result.Refused<R> no -> throw new FileRefused(no.code(), no.message());
    };
  }
}
