package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.FileStamp;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.protocol.ErrorCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Files of this computer, and those of one server. No method waits; futures complete on any thread,
 * and fail with an exception whose message is one sentence for a person.
 */
public interface Transfers {
  /** A file on its way. */
  interface Going {
    /** It goes no further for now; what is there stays. */
    void stop();
  }

  /** Hears how a transfer goes, one call at a time but on several threads. Must not block. */
  interface News {
    /** So many bytes are there. */
    void moved(long bytes);

    /** The line broke; it goes on by itself. */
    void waits();

    /**
     * The server does not do it just now; it is tried again by itself.
     *
     * @param english one sentence
     */
    void putOff(ErrorCode code, String english);

    /**
     * It does not go on.
     *
     * @param english one sentence; with the code {@code OTHER} in the person's language
     */
    void failed(ErrorCode code, String english);
  }

  /** About a file that goes to the server. */
  interface UploadNews extends News {
    /**
     * @param of what the file was then
     */
    void begun(FileId id, FileStamp of);

    void done(Attachment file);
  }

  /** About a file that comes from the server. */
  interface DownloadNews extends News {
    /**
     * @param path where it lies on this computer
     */
    void done(String path);
  }

  /** What was attached and not sent when the app was closed, in the order attached. */
  CompletableFuture<List<Parcel>> parcels();

  /** Looks at a file of this computer; fails when it cannot be read or is none. */
  CompletableFuture<LocalFile> look(String path);

  /** Makes a file of a picture. */
  CompletableFuture<LocalFile> write(Pixels picture);

  /** Makes a file of a text that is too long for a message. */
  CompletableFuture<LocalFile> write(String text);

  /** Remembers that this is attached, as it is now. */
  void keep(Parcel parcel);

  /**
   * Is no longer attached; what is of it on the server is given up unless it went with a message.
   */
  void drop(Parcel parcel);

  Going upload(Parcel parcel, UploadNews news);

  /**
   * @param to where it shall lie; null for the app's own folder, where it is found again
   */
  Going download(Attachment file, @Nullable String to, DownloadNews news);

  /** The bytes of a small picture of that file. */
  CompletableFuture<byte[]> thumb(Attachment file);

  /** A file of mine that goes with a message which is still on its way; null for others. */
  @Nullable Attachment known(FileId id);

  /** Where a {@link #known} file lies on this computer, as far as that is known; else null. */
  @Nullable LocalFile origin(FileId id);

  /** Opens a file of this computer with the program it belongs to; false when there is none. */
  CompletableFuture<Boolean> open(String path);

  Sounds sounds();
}
