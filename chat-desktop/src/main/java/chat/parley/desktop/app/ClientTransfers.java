package chat.parley.desktop.app;

import chat.parley.client.ClientConfig;
import chat.parley.client.Download;
import chat.parley.client.FileLine;
import chat.parley.client.FileStamp;
import chat.parley.client.ParleyClient;
import chat.parley.client.RefusedException;
import chat.parley.client.Upload;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.outside.Pixels;
import chat.parley.desktop.viewmodel.outside.Sounds;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Fingerprint;
import chat.parley.model.Nonce;
import chat.parley.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of one person on one server: the client's way to them, and what is kept of both. */
final class ClientTransfers implements Transfers, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClientTransfers.class);

  /** So many small pictures are fetched at a time. */
  private static final int AT_ONCE = 4;

  private static final int PATIENCE_SECONDS = 2;

  /** What is the same for every server. */
  record Computer(LocalFiles files, FileFolder folder, Sounds sounds, Predicate<Path> opener) {}

  private final ClientConfig config;
  private final ParleyClient client;
  private final Cache cache;
  private final Computer computer;
  private final Map<FileId, Parcel> known = new ConcurrentHashMap<>();
  private final Semaphore fetching = new Semaphore(AT_ONCE);

  /** SQLite is native code, in which a virtual thread would hold on to its carrier. */
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("parley-parcels").factory());

  private final Object lock = new Object();

  /** Guarded by {@link #lock}, as the key it was made for. */
  private @Nullable FileLine line;

  private @Nullable Fingerprint lineKey;

  ClientTransfers(ClientConfig config, ParleyClient client, Cache cache, Computer computer) {
    this.config = config;
    this.client = client;
    this.cache = cache;
    this.computer = computer;
    cache.filesOnTheirWay().forEach(this::know);
    cache.onSpent(files -> write(() -> files.forEach(computer.files::remove)));
    cache.onGone(files -> write(() -> files.forEach(this::forget)));
  }

  @Override
  public CompletableFuture<List<Parcel>> parcels() {
    return on(
        disk,
        () -> {
          List<Parcel> parcels = cache.parcels();
          List<Parcel> onTheirWay = cache.filesOnTheirWay();
          computer.files.tidy(
              Stream.concat(parcels.stream(), onTheirWay.stream()).map(Parcel::from).toList());
          return parcels;
        });
  }

  @Override
  public CompletableFuture<LocalFile> look(String path) {
    return apart(() -> computer.files.look(Path.of(path)));
  }

  @Override
  public CompletableFuture<LocalFile> write(Pixels picture) {
    return apart(() -> computer.files.write(picture));
  }

  @Override
  public CompletableFuture<LocalFile> write(String text) {
    return apart(() -> computer.files.write(text));
  }

  @Override
  public void keep(Parcel parcel) {
    know(parcel);
    write(() -> cache.keep(parcel));
  }

  private void forget(Attachment file) {
    computer.folder.forget(config.server().toString(), file);
  }

  /** Before a message is taken back: its files stay on this computer. */
  CompletableFuture<Nonce> spare(Nonce nonce) {
    return on(
        disk,
        () -> {
          cache.spare(nonce);
          return nonce;
        });
  }

  private void know(Parcel parcel) {
    Attachment whole = parcel.whole();
    if (whole != null) {
      known.put(whole.id(), parcel);
    }
  }

  @Override
  public void drop(Parcel parcel) {
    write(
        () -> {
          cache.drop(parcel);
          computer.files.remove(parcel.from());
        });
    FileId id = parcel.id();
    if (id != null) {
      apart(
              () -> {
                line().cancel(id);
                return id;
              })
          .exceptionally(
              e -> {
                log.debug("The server forgets the upload by itself: {}", e.toString());
                return id;
              });
    }
  }

  @Override
  public Going upload(Parcel parcel, UploadNews news) {
    var going = new Sending(parcel, news);
    Thread.ofVirtual().name("parley send").start(going::begin);
    return going;
  }

  /** A file on its way up; what is known of it is written down on the way. */
  private final class Sending implements Going, Upload.Listener {
    private final Parcel parcel;
    private final UploadNews news;

    /** Guarded by this. */
    private @Nullable Upload upload;

    private boolean stopped;

    Sending(Parcel parcel, UploadNews news) {
      this.parcel = parcel;
      this.news = news;
    }

    synchronized void begin() {
      if (!stopped) {
        LocalFile from = parcel.from();
        upload =
            new Upload(
                line(),
                parcel.room(),
                Path.of(from.path()),
                from.name(),
                from.type(),
                parcel.id(),
                parcel.whole() == null ? parcel.stamp() : null,
                this);
        upload.start();
      }
    }

    @Override
    public synchronized void stop() {
      stopped = true;
      if (upload != null) {
        upload.pause();
      }
    }

    @Override
    public void begun(FileId id, FileStamp of) {
      keep(parcel.begun(id, of));
      news.begun(id, of);
    }

    @Override
    public void moved(long bytes) {
      news.moved(bytes);
    }

    @Override
    public void waits() {
      news.waits();
    }

    @Override
    public void putOff(ErrorCode code, String sentence) {
      news.putOff(code, sentence);
    }

    @Override
    public void done(Attachment file) {
      arrived(parcel.arrived(file), file, news);
    }

    @Override
    public void failed(ErrorCode code, String sentence) {
      news.failed(code, code == ErrorCode.OTHER ? Texts.of("files.changes") : sentence);
    }
  }

  /** Nobody sends it before the disk knows of it, so that it is attached to one message only. */
  private void arrived(Parcel parcel, Attachment file, UploadNews news) {
    know(parcel);
    write(
        () -> {
          try {
            cache.keep(parcel);
          } finally {
            news.done(file);
          }
        });
  }

  @Override
  public Going download(Attachment file, @Nullable String to, DownloadNews news) {
    var going = new Fetching(file, to, news);
    Thread.ofVirtual().name("parley fetch").start(going::begin);
    return going;
  }

  /** A file that is looked for on this computer first. */
  private final class Fetching implements Going, Download.Listener {
    private final Attachment file;
    private final @Nullable String wanted;
    private final DownloadNews news;

    /** Guarded by this. */
    private @Nullable Download download;

    private boolean stopped;

    Fetching(Attachment file, @Nullable String wanted, DownloadNews news) {
      this.file = file;
      this.wanted = wanted;
      this.news = news;
    }

    void begin() {
      try {
        Path place = place(file, "");
        Optional<Path> there = FileFolder.find(place);
        Path to = wanted == null ? place : Path.of(wanted);
        if (there.isPresent()) {
          if (!to.equals(place)) {
            Files.copy(place, to, StandardCopyOption.REPLACE_EXISTING);
          }
          news.done(to.toString());
          return;
        }
        start(new Download(line(), file, to, this));
      } catch (IOException | RuntimeException e) {
        log.warn("A file could not be put in its place.", e);
        news.failed(ErrorCode.OTHER, Texts.of("files.not.written"));
      }
    }

    private synchronized void start(Download made) {
      if (!stopped) {
        download = made;
        made.start();
      }
    }

    @Override
    public synchronized void stop() {
      stopped = true;
      if (download != null) {
        download.cancel();
      }
    }

    @Override
    public void moved(long bytes) {
      news.moved(bytes);
    }

    @Override
    public void waits() {
      news.waits();
    }

    @Override
    public void putOff(ErrorCode code, String sentence) {
      news.putOff(code, sentence);
    }

    @Override
    public void done(Path path) {
      news.done(path.toString());
      if (wanted == null) {
        computer.folder.tidy();
      }
    }

    @Override
    public void failed(ErrorCode code, String sentence) {
      news.failed(code, code == ErrorCode.OTHER ? Texts.of("files.not.written") : sentence);
    }
  }

  @Override
  public CompletableFuture<byte[]> thumb(Attachment file) {
    return apart(
        () -> {
          Path place = place(file, FileFolder.THUMB);
          Optional<Path> there = FileFolder.find(place);
          if (there.isPresent()) {
            return Files.readAllBytes(place);
          }
          byte[] bytes = fetchThumb(file);
          Path part = place.resolveSibling(place.getFileName() + ".part");
          Files.write(part, bytes);
          Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
          computer.folder.tidy();
          return bytes;
        });
  }

  private byte[] fetchThumb(Attachment file) throws IOException, InterruptedException {
    fetching.acquire();
    try {
      return line().thumb(file.id());
    } finally {
      fetching.release();
    }
  }

  private Path place(Attachment file, String part) throws IOException {
    return computer.folder.place(config.server().toString(), file, part);
  }

  @Override
  public @Nullable Attachment known(FileId id) {
    Parcel parcel = known.get(id);
    return parcel == null ? null : parcel.whole();
  }

  @Override
  public @Nullable LocalFile origin(FileId id) {
    Parcel parcel = known.get(id);
    return parcel == null || parcel.from().path().isEmpty() ? null : parcel.from();
  }

  @Override
  public CompletableFuture<Boolean> open(String path) {
    return apart(() -> computer.opener.test(Path.of(path)));
  }

  @Override
  public Sounds sounds() {
    return computer.sounds;
  }

  /** By the key that the server has now; transfers that began before go on by the old one. */
  private FileLine line() {
    Fingerprint key = config.servers() == null ? null : config.servers().keyOf(config.server());
    synchronized (lock) {
      FileLine made = line;
      if (made == null || !Objects.equals(key, lineKey)) {
        made = new FileLine(config, client);
        line = made;
        lineKey = key;
      }
      return made;
    }
  }

  private void write(Runnable work) {
    try {
      disk.execute(
          () -> {
            try {
              work.run();
            } catch (CacheException e) {
              log.warn("{}", e.getMessage(), e);
            }
          });
    } catch (RejectedExecutionException e) {
      log.debug("The app is closing; nothing is written any more.");
    }
  }

  private static <T> CompletableFuture<T> on(ExecutorService where, Callable<T> work) {
    var future = new CompletableFuture<T>();
    where.execute(() -> complete(future, work));
    return future;
  }

  private static <T> CompletableFuture<T> apart(Callable<T> work) {
    var future = new CompletableFuture<T>();
    Thread.ofVirtual().name("parley files").start(() -> complete(future, work));
    return future;
  }

  private static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
    try {
      future.complete(work.call());
    } catch (RefusedException | IOException | CacheException e) {
      future.completeExceptionally(e);
    } catch (Exception e) {
      log.warn("A file could not be dealt with.", e);
      future.completeExceptionally(e);
    }
  }

  /** Waits for what is being written, at most 2 s. */
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("The disk did not take everything within {} seconds.", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (lock) {
      if (line != null) {
        line.close();
      }
    }
  }
}
