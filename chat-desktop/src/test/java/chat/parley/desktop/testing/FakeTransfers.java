package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.outside.Pixels;
import chat.parley.desktop.viewmodel.outside.Sounds;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Files that move when the test says so. */
public final class FakeTransfers implements Transfers {
  /** The files of this computer, by path. */
  public final Map<String, LocalFile> disk = new HashMap<>();

  /** Files that are looked at for longer, until the test completes them. */
  public final Map<String, CompletableFuture<LocalFile>> slow = new HashMap<>();

  /** Small pictures, by the file's id. */
  public final Map<FileId, byte[]> thumbs = new HashMap<>();

  public final Map<FileId, Attachment> known = new HashMap<>();
  public final Map<String, Parcel> kept = new LinkedHashMap<>();

  /** What is told of each upload, by the name of its file; the one that began last. */
  public final Map<String, UploadNews> uploads = new HashMap<>();

  public final Map<FileId, DownloadNews> downloads = new HashMap<>();

  /** Whole files that are on this computer already, by id. */
  public final Map<FileId, String> fetched = new HashMap<>();

  public final List<String> asked = new ArrayList<>();
  public Sounds sounds = Sounds.NONE;

  /** Puts a file on this computer. */
  public String file(String name, long size, String type) {
    String path = "/home/" + name;
    disk.put(path, new LocalFile(path, name, size, type, false));
    return path;
  }

  /** The upload of that file is whole now. */
  public Attachment arrives(String name, int width, int height) {
    LocalFile from =
        disk.values().stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    var file =
        new Attachment(
            new FileId("f-" + name.replace(' ', '_')),
            name,
            from.size(),
            from.type(),
            width,
            height,
            width > 0);
    known.put(file.id(), file);
    uploads.get(name).done(file);
    return file;
  }

  @Override
  public CompletableFuture<List<Parcel>> parcels() {
    return CompletableFuture.completedFuture(List.copyOf(kept.values()));
  }

  @Override
  public CompletableFuture<LocalFile> look(String path) {
    if (slow.containsKey(path)) {
      return slow.get(path);
    }
    LocalFile file = disk.get(path);
    return file == null
        ? CompletableFuture.failedFuture(new IOException("There is no " + path + "."))
        : CompletableFuture.completedFuture(file);
  }

  @Override
  public CompletableFuture<LocalFile> write(Pixels picture) {
    String name = "Pasted " + picture.width() + "x" + picture.height() + ".png";
    return look(file(name, picture.argb().length, "image/png"));
  }

  @Override
  public CompletableFuture<LocalFile> write(String text) {
    return look(file("Pasted.txt", text.length(), "text/plain"));
  }

  @Override
  public void keep(Parcel parcel) {
    kept.put(parcel.key(), parcel);
  }

  @Override
  public void drop(Parcel parcel) {
    asked.add("drop " + parcel.from().name());
    kept.remove(parcel.key());
  }

  @Override
  public Going upload(Parcel parcel, UploadNews news) {
    String name = parcel.from().name();
    asked.add("upload " + name + (parcel.id() == null ? "" : " from " + parcel.id()));
    uploads.put(name, news);
    return () -> asked.add("pause " + name);
  }

  @Override
  public Going download(Attachment file, String to, DownloadNews news) {
    asked.add("download " + file.name() + (to == null ? "" : " to " + to));
    downloads.put(file.id(), news);
    String there = fetched.get(file.id());
    if (there != null) {
      news.done(to == null ? there : to);
    }
    return () -> asked.add("stop " + file.name());
  }

  @Override
  public CompletableFuture<byte[]> thumb(Attachment file) {
    byte[] bytes = thumbs.get(file.id());
    return bytes == null
        ? CompletableFuture.failedFuture(new IOException("There is no small picture."))
        : CompletableFuture.completedFuture(bytes);
  }

  @Override
  public Attachment known(FileId id) {
    return known.get(id);
  }

  @Override
  public LocalFile origin(FileId id) {
    Attachment file = known.get(id);
    return file == null ? null : disk.get("/home/" + file.name());
  }

  @Override
  public CompletableFuture<Boolean> open(String path) {
    asked.add("open " + path);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public Sounds sounds() {
    return sounds;
  }
}
