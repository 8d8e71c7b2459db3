package chat.parley.server.file;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.User;
import chat.parley.server.access.Access;
import chat.parley.server.store.FileQuestions;
import chat.parley.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All files of a server. All methods block; called on virtual threads. */
public final class Shelf {
  private final Store store;
  private final Access access;
  private final Bytes bytes;
  private final Uploads uploads;
  private final Tidying tidying;

  private Shelf(Store store, Access access, Bytes bytes, Uploads uploads, Tidying tidying) {
    this.store = store;
    this.access = access;
    this.bytes = bytes;
    this.uploads = uploads;
    this.tidying = tidying;
  }

  /**
   * Opens the files in a data folder, and throws away what belongs to nothing.
   *
   * @param freshId makes ids that nobody can guess
   */
  public static Shelf open(
      Path data,
      Store store,
      Access access,
      Quotas quotas,
      Supplier<FileId> freshId,
      InstantSource clock)
      throws IOException {
    var bytes = new Bytes(data);
    var placing = new ReentrantLock();
    var arrivals = new Arrivals(store, bytes, placing);
    var uploads = new Uploads(store, access, bytes, arrivals, quotas, freshId);
    var tidying = new Tidying(store, bytes, placing, clock);
    tidying.atStart();
    return new Shelf(store, access, bytes, uploads, tidying);
  }

  public void start(ScheduledExecutorService timer) {
    tidying.start(timer);
  }

  public Uploads uploads() {
    return uploads;
  }

  /**
   * A file that lies here.
   *
   * @param path of its bytes
   */
  public record Found(Attachment file, Path path) {}

  /**
   * A file that this person may see at this moment: of a message in a room of theirs, or one of
   * their own that went with no message yet.
   */
  public Found find(User user, FileId id) throws FileRefused {
    FileQuestions.Kept kept = kept(user, id);
    return found(kept.file(), bytes.whole(kept.sha256()));
  }

  /** The small picture of such a file. */
  public Found thumb(User user, FileId id) throws FileRefused {
    FileQuestions.Kept kept = kept(user, id);
    if (!kept.file().thumb()) {
      throw FileRefused.noSuchFile();
    }
    return found(kept.file(), bytes.thumb(kept.sha256()));
  }

  /** Whether {@link #find} would give it to them. */
  public boolean maySee(User user, FileId id) {
    return store.files().file(id).filter(kept -> maySee(user, kept)).isPresent();
  }

  private boolean maySee(User user, FileQuestions.Kept kept) {
    return access.check(user, Access.Action.READ, kept.room())
        && (kept.said() || kept.owner().equals(user.id()));
  }

  private FileQuestions.Kept kept(User user, FileId id) throws FileRefused {
    return store
        .files()
        .file(id)
        .filter(kept -> maySee(user, kept))
        .orElseThrow(FileRefused::noSuchFile);
  }

  private static Found found(Attachment file, Path path) throws FileRefused {
    if (!Files.isRegularFile(path)) {
      throw FileRefused.noSuchFile();
    }
    return new Found(file, path);
  }
}
