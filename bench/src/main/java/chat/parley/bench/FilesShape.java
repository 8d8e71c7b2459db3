package chat.parley.bench;

import chat.parley.client.ClientConfig;
import chat.parley.client.FileLine;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.MemoryJournal;
import chat.parley.client.ParleyClient;
import chat.parley.client.QuietListener;
import chat.parley.client.Timings;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.FileOffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Somebody sends a file of a gibibyte and fetches it: whether those who chat notice. */
record FilesShape(int clients, int rooms, int rate, int seconds, int size) implements Shape {
  private static final long BYTES = 1L << 30;
  private static final int WARM_UP_SECONDS = 20;

  /** Files before what is measured, so that no server is measured that moves its first one. */
  private static final int EARLIER = 5;

  private static final long EARLIER_BYTES = 4L << 20;

  @Override
  public void run(Subject subject, Table table) {
    table.title(
        String.format(
            Locale.ROOT,
            "files: %,d connections, %d rooms, %,d messages a second, and a file of 1 GiB on its way",
            clients,
            rooms,
            rate));
    var talk = new Talk(clients, rooms, rate, size);
    try (var crowd = new Crowd(subject.address(), new Tally());
        var sender = new Sender(subject)) {
      var seats = crowd.enterRooms(clients, "files", rooms);
      sender.moveEarlierFiles();
      talk.run(crowd, seats, WARM_UP_SECONDS);
      Tally before = talk.run(crowd, seats, seconds);
      table.millis("send to receive before", before.received);
      table.mebibytes("live heap before", subject.liveHeapBytes());

      beside(table, "upload", before, () -> talk.run(crowd, seats, seconds), sender::upload);
      beside(table, "download", before, () -> talk.run(crowd, seats, seconds), sender::download);

      CompletableFuture<Void> last = CompletableFuture.runAsync(sender::upload);
      table.mebibytes("live heap in the middle of an upload", subject.liveHeapBytes());
      last.join();
      table.mebibytes("resident after", subject.residentBytes());
    }
  }

  private interface Talking {
    Tally run();
  }

  /** Moves the file again and again until the others have said everything. */
  private static void beside(
      Table table, String what, Tally before, Talking talking, Runnable moving) {
    CompletableFuture<Tally> talk = CompletableFuture.supplyAsync(talking::run);
    long begun = System.nanoTime();
    var times = new AtomicInteger();
    GivingWay.await(
        "bench mover",
        () -> {
          do {
            moving.run();
            times.incrementAndGet();
          } while (!talk.isDone());
        });
    double lasted = (System.nanoTime() - begun) / 1e9;
    Tally during = talk.join();
    table.millis("send to receive beside an " + what, during.received);
    table.line(
        "p99 beside / before",
        String.format(
            Locale.ROOT,
            "%.2f, with %d times 1 GiB at %.0f MiB a second",
            during.received.millis(0.99) / Math.max(1e-3, before.received.millis(0.99)),
            times.get(),
            times.get() * 1024 / lasted));
    table.line(
        "harm to those who chat",
        String.format(
            Locale.ROOT,
            "%d out of order, %d lines cut, %d refused",
            during.disorder.sum(),
            during.cuts.sum(),
            during.refusals.sum()));
  }

  /** Tells when somebody is in. */
  private static final class Arrival extends QuietListener {
    private final CompletableFuture<Void> here;

    Arrival(CompletableFuture<Void> here) {
      this.here = here;
    }

    @Override
    public void onLink(Link link) {
      if (link.state() == LinkState.LIVE) {
        here.complete(null);
      }
    }
  }

  /** Somebody with a large file. */
  private static final class Sender implements AutoCloseable {
    private final ParleyClient client;
    private final FileLine line;
    private final RoomId room;
    private final Path folder;
    private final Path file;
    private FileId last = new FileId("none");
    private long size;

    Sender(Subject subject) {
      var config =
          new ClientConfig(
              subject.address(),
              null,
              "bench",
              new Command.Auth.Guest("Sender"),
              Clock.systemUTC(),
              System::nanoTime,
              RandomGenerator.getDefault(),
              Timings.DEFAULT);
      var here = new CompletableFuture<Void>();
      client = ParleyClient.start(config, new MemoryJournal(), new Arrival(here));
      line = new FileLine(config, client);
      try {
        here.get(10, TimeUnit.SECONDS);
        room =
            client
                .join(new Command.Place.ByName("files-0", true))
                .get(10, TimeUnit.SECONDS)
                .room()
                .room()
                .id();
        folder = Files.createTempDirectory("parley-bench-files");
        file = folder.resolve("gibibyte");
      } catch (Exception e) {
        throw new CannotMeasure("The sender of files did not get in.", e);
      }
    }

    void moveEarlierFiles() {
      for (int i = 0; i < EARLIER; i++) {
        resize(EARLIER_BYTES + i);
        upload();
        download();
      }
      resize(BYTES);
    }

    /** A file of holes takes no room on the disk. */
    private void resize(long bytes) {
      try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(bytes);
        size = bytes;
      } catch (IOException e) {
        throw new CannotMeasure("The file to be sent could not be made.", e);
      }
    }

    void upload() {
      try {
        last = line.begin(new FileOffer(room, "gibibyte", size, "x/y", null)).id();
        if (line.append(last, file, 0, _ -> {}).file() == null) {
          throw new CannotMeasure("The file did not arrive whole.");
        }
      } catch (IOException e) {
        throw new CannotMeasure("The file could not be sent.", e);
      }
    }

    void download() {
      try {
        Path to = folder.resolve("fetched");
        line.fetch(last, size, to, _ -> {});
        Files.delete(to);
      } catch (IOException e) {
        throw new CannotMeasure("The file could not be fetched.", e);
      }
    }

    @Override
    public void close() {
      line.close();
      client.close();
      try {
        Files.deleteIfExists(folder.resolve("fetched"));
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        throw new CannotMeasure("The files of the measurement could not be removed.", e);
      }
    }
  }
}
