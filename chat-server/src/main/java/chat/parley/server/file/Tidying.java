package chat.parley.server.file;

import chat.parley.model.FileId;
import chat.parley.server.store.Filing;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.StoreException;
import chat.parley.server.store.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away bytes that belong to nothing any more. */
final class Tidying {
  private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int SWEEP_EVERY = 60;
  private static final int AT_ONCE = 100;

  /** A broken upload may be gone on with for so long. */
  private static final Duration UPLOADS_STAY = Duration.ofDays(1);

  /** A file that goes with no message may still do so for that long. */
  private static final Duration FILES_STAY = Duration.ofHours(1);

  private final Store store;
  private final Bytes bytes;
  private final ReentrantLock placing;
  private final InstantSource clock;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Timer's thread only. */
  private int rounds;

  /**
   * @param placing held while bytes come into their place, until the store knows
   */
  Tidying(Store store, Bytes bytes, ReentrantLock placing, InstantSource clock) {
    this.store = store;
    this.bytes = bytes;
    this.placing = placing;
    this.clock = clock;
  }

  void start(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(
        this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a server that was killed has left: before anybody can upload anything. */
  void atStart() throws IOException {
    Set<FileId> uploads = store.files().uploads().keySet();
    for (Path path : bytes.allParts()) {
      if (!uploads.contains(new FileId(path.getFileName().toString()))) {
        Files.deleteIfExists(path);
      }
    }
    for (String sha256 : bytes.allAside()) {
      if (store.files().isNeeded(sha256)) {
        bytes.bringBack(sha256);
      }
    }
    // What this database knows to be needed no more was deleted by somebody, and is to be gone.
    Set<String> deleted = Set.copyOf(store.files().loose(Integer.MAX_VALUE));
    int aside = 0;
    for (String sha256 : bytes.allHashes()) {
      if (store.files().isNeeded(sha256)) {
        continue;
      }
      if (deleted.contains(sha256)) {
        bytes.discard(sha256);
      } else {
        bytes.setAside(sha256);
        aside++;
      }
    }
    if (aside > 0) {
      LOG.warn(
          "{} files belong to nothing that the database knows. They are kept in files/lost, and"
              + " come back by themselves when a database that knows them does.",
          aside);
    }
  }

  private void round() {
    boolean sweep = rounds++ % SWEEP_EVERY == 0;
    if (running.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("tidying")
          .start(
              () -> {
                try {
                  if (sweep) {
                    sweep();
                  }
                  discardLoose();
                } catch (IOException | StoreException e) {
                  LOG.warn("Files that nobody needs could not be removed; it is tried again", e);
                } finally {
                  running.set(false);
                }
              });
    }
  }

  /** Files and uploads that came to nothing. */
  private void sweep() throws IOException {
    long now = clock.millis();
    long uploadsBefore = now - UPLOADS_STAY.toMillis();
    var uploads = new ArrayList<FileId>();
    for (FileId upload : store.files().uploadsBegunBefore(uploadsBefore)) {
      if (bytes.lastCame(upload) < uploadsBefore) {
        uploads.add(upload);
      }
    }
    var told = new CompletableFuture<Result<Write.Changed>>();
    store.submit(
        new Write.File<>(new Filing.Sweep(uploads, now - FILES_STAY.toMillis())), told::complete);
    if (told.join() instanceof Result.Done<Write.Changed>) {
      drop(uploads);
    }
  }

  private void drop(List<FileId> uploads) {
    for (FileId upload : uploads) {
      try {
        bytes.drop(upload);
      } catch (IOException e) {
        LOG.warn("What is left of an upload could not be removed", e);
      }
    }
  }

  /** Bytes whose last file may be gone. */
  void discardLoose() throws IOException {
    List<String> loose = store.files().loose(AT_ONCE);
    if (loose.isEmpty()) {
      return;
    }
    // Until the store has heard of it: the same bytes may come again, and become loose again.
    placing.lock();
    try {
      for (String sha256 : loose) {
        if (!store.files().isNeeded(sha256)) {
          bytes.discard(sha256);
        }
      }
      var told = new CompletableFuture<Result<Write.Changed>>();
      store.submit(new Write.File<>(new Filing.Tidied(loose)), told::complete);
      told.join();
    } finally {
      placing.unlock();
    }
  }
}
