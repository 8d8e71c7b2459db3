package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.outside.Pixels;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** The files of one server: what is attached anywhere, what is fetched, and the small pictures. */
public final class FilesModel {
  private record Place(RoomId room, long thread) {}

  private final ReadOnlyBooleanWrapper allowed = new ReadOnlyBooleanWrapper(this, "allowed", true);
  private final Map<Place, Bundle> bundles = new HashMap<>();
  private final Map<FileId, DownloadModel> downloads = new HashMap<>();
  private final KeepModel keeps;
  private final UnaryOperator<String> finish;
  private final Consumer<Toast> toasts;
  private final PlayerModel player;
  private final Thumbs thumbs = new Thumbs();
  private long mostBytes = Limits.DEFAULT.fileBytes();
  private @Nullable Seat seat;

  /**
   * @param finish makes of what was written what is said
   */
  public FilesModel(KeepModel keeps, UnaryOperator<String> finish, Consumer<Toast> toasts) {
    this.keeps = keeps;
    this.finish = finish;
    this.toasts = toasts;
    player = new PlayerModel();
  }

  /** Whether this server takes files. */
  public ReadOnlyBooleanProperty allowedProperty() {
    return allowed.getReadOnlyProperty();
  }

  /** What is listened to. */
  public PlayerModel player() {
    return player;
  }

  /** The small pictures of files. */
  public Thumbs thumbs() {
    return thumbs;
  }

  /** What is attached in a room, or under a message. */
  public Bundle bundle(RoomId room, long thread) {
    return bundles.computeIfAbsent(
        new Place(room, thread), place -> new Bundle(place.room, place.thread, this));
  }

  /** A file of the server, as far as it is on this computer. */
  public DownloadModel download(Attachment file) {
    return downloads.computeIfAbsent(file.id(), _ -> new DownloadModel(file, toasts).attach(seat));
  }

  public void attach(Seat now) {
    boolean other = seat == null || seat.connection() != now.connection();
    seat = now;
    downloads.values().forEach(download -> download.attach(now));
    thumbs.attach(now);
    player.attach(now);
    if (other) {
      now.await(
          now.connection().transfers().parcels(),
          this::unpack,
          e -> toasts.accept(Toast.of(Sentences.of(e))));
    }
  }

  /** The seat that is taken; null when nobody is in. */
  @Nullable Seat seat() {
    return seat;
  }

  private void unpack(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      Bundle bundle = bundle(parcel.room(), parcel.thread());
      boolean known =
          bundle.items().stream().anyMatch(one -> one.parcel().key().equals(parcel.key()));
      if (!known) {
        put(bundle, parcel);
      }
    }
  }

  /** What is under way stops; the next time it goes on from there. */
  public void detach() {
    bundles.values().forEach(bundle -> bundle.items().forEach(UploadModel::stop));
    bundles.clear();
    downloads.values().forEach(DownloadModel::stop);
    downloads.clear();
    thumbs.detach();
    player.detach();
    seat = null;
  }

  public void limits(Limits now) {
    mostBytes = now.fileBytes();
    allowed.set(mostBytes > 0);
  }

  /** There is a connection: what waits for one goes on at once. */
  public void onLive() {
    bundles.values().forEach(bundle -> bundle.items().forEach(UploadModel::hurry));
    downloads.values().forEach(DownloadModel::hurry);
    thumbs.onLive();
  }

  void add(Bundle bundle, List<String> paths) {
    bundle.say("");
    addNext(bundle, List.copyOf(paths));
  }

  /** One after the other: they stand in the order in which they were chosen. */
  private void addNext(Bundle bundle, List<String> paths) {
    Seat now = seat;
    if (now == null || paths.isEmpty()) {
      return;
    }
    List<String> others = paths.subList(1, paths.size());
    now.await(
        now.connection().transfers().look(paths.getFirst()),
        file -> {
          take(bundle, file);
          addNext(bundle, others);
        },
        e -> {
          bundle.say(Sentences.of(e));
          addNext(bundle, others);
        });
  }

  /** A picture without a file of its own. */
  public void paste(Bundle bundle, int width, int height, int[] argb) {
    make(bundle, transfers -> transfers.write(new Pixels(width, height, argb)));
  }

  /** A text that goes as a file. */
  public void paste(Bundle bundle, String text) {
    make(bundle, transfers -> transfers.write(text));
  }

  private void make(Bundle bundle, Function<Transfers, CompletableFuture<LocalFile>> write) {
    Seat now = seat;
    if (now != null) {
      bundle.say("");
      now.await(
          write.apply(now.connection().transfers()),
          file -> take(bundle, file),
          e -> bundle.say(Sentences.of(e)));
    }
  }

  void take(Bundle bundle, LocalFile file) {
    Seat now = seat;
    if (now == null) {
      return;
    }
    Parcel parcel =
        new Parcel(UUID.randomUUID().toString(), bundle.room(), bundle.thread(), file, null, null);
    String objection = objection(bundle, file);
    if (!objection.isEmpty()) {
      bundle.say(objection);
      now.connection().transfers().drop(parcel);
      return;
    }
    now.connection().transfers().keep(parcel);
    put(bundle, parcel);
  }

  private String objection(Bundle bundle, LocalFile file) {
    if (mostBytes == 0) {
      return Texts.of("files.none.allowed");
    }
    if (file.size() > mostBytes) {
      return Texts.of(
          "files.too.large", file.name(), FileWords.size(file.size()), FileWords.size(mostBytes));
    }
    return bundle.items().size() >= Limits.MESSAGE_FILES
        ? Texts.of("files.too.many", Limits.MESSAGE_FILES)
        : "";
  }

  private void put(Bundle bundle, Parcel parcel) {
    Seat now = seat;
    if (now != null) {
      var upload =
          new UploadModel(
              parcel,
              now.connection().transfers(),
              now.around().fx(),
              now.around().clock(),
              () -> changed(bundle));
      bundle.items().add(upload);
      upload.start();
      changed(bundle);
    }
  }

  void restore(Bundle bundle, List<Attachment> taken) {
    Seat now = seat;
    if (now == null) {
      return;
    }
    for (Attachment file : taken) {
      LocalFile origin = now.connection().transfers().origin(file.id());
      LocalFile from =
          origin == null ? new LocalFile("", file.name(), file.size(), file.type(), false) : origin;
      var parcel =
          new Parcel(
              UUID.randomUUID().toString(), bundle.room(), bundle.thread(), from, file.id(), file);
      now.connection().transfers().keep(parcel);
      put(bundle, parcel);
    }
  }

  void remove(Bundle bundle, UploadModel upload) {
    upload.stop();
    bundle.say("");
    if (bundle.items().remove(upload) && seat != null) {
      seat.connection().transfers().drop(upload.parcel());
    }
    if (bundle.isEmpty()) {
      bundle.due(false);
    }
    changed(bundle);
  }

  void changed(Bundle bundle) {
    if (bundle.hasFailed()) {
      bundle.due(false);
    }
    bundle.tell();
    if (!bundle.isWrittenAt() && bundle.takeDue()) {
      sendFromAfar(bundle);
    }
  }

  /** Another room is on the screen. */
  private void sendFromAfar(Bundle bundle) {
    Seat now = seat;
    if (now == null) {
      return;
    }
    KeepModel.Draft draft = keeps.draft(bundle.room(), bundle.thread());
    List<FileId> ids = bundle.ids();
    var hook = new Command.Hook(draft.reply(), bundle.thread(), null, ids);
    now.await(
        now.connection().send(bundle.room(), finish.apply(draft.text().stripTrailing()), hook, 0),
        _ -> {
          bundle.sent(ids);
          if (draft.equals(keeps.draft(bundle.room(), bundle.thread()))) {
            keeps.draft(bundle.room(), bundle.thread(), KeepModel.Draft.NONE);
          }
          bundle.tell();
        },
        e -> bundle.say(Sentences.of(e)));
  }
}
