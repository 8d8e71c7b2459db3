package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.files.Bundle;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.files.VoiceModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Names;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Where a message is written; it goes to the selected room and each room keeps its own draft. */
public final class ComposerModel {
  /** UTF-16 units. What is a little too long for a message stays where it can be shortened. */
  private static final int MOST_PASTED = 131_072;

  /** A draft is written to disk so long after the last key. */
  static final Duration SAVE_AFTER = Duration.ofMillis(500);

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper placeholder =
      new ReadOnlyStringWrapper(this, "placeholder", "");
  private final ReadOnlyBooleanWrapper canSend = new ReadOnlyBooleanWrapper(this, "canSend");
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper(this, "left");
  private final ReadOnlyIntegerWrapper over = new ReadOnlyIntegerWrapper(this, "over");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper(this, "objection", "");
  private final ReadOnlyObjectWrapper<ComposerMode> mode =
      new ReadOnlyObjectWrapper<>(this, "mode", new ComposerMode.Writing());

  private final ReadOnlyObjectWrapper<@Nullable Bundle> bundle =
      new ReadOnlyObjectWrapper<>(this, "bundle");
  private final KeepModel keeps;
  private final FilesModel files;
  private final VoiceModel voice;
  private final Runnable filesChanged = this::filesChanged;
  private final UnaryOperator<String> finish;
  private @Nullable Seat seat;
  private @Nullable RoomItem room;

  /** The seq of the message under which is written; 0 for the room itself. */
  private long root;

  /** The seq of the message that is answered; 0 for none. */
  private long reply;

  private final HalfEdits halfEdits = new HalfEdits();

  /** What stood here before the editing began. */
  private String aside = "";

  private Finder finder = (_, _) -> {};
  private LongSupplier hold = () -> 0;
  private Consumer<MessageItem> deletes = _ -> {};
  private final ReadOnlyBooleanWrapper hereOnly = new ReadOnlyBooleanWrapper(this, "hereOnly");
  private Limits limits = Limits.DEFAULT;
  private boolean sending;
  private Runnable stopSaving = () -> {};
  private boolean waiting;

  /** Why nothing can be said just now; empty when it can. */
  private String pause = "";

  /** Looks for a message of the room that is shown, and is told of it once. */
  interface Finder {
    void find(long seq, Consumer<Quote> found);
  }

  /**
   * @param files what is attached, here and elsewhere
   * @param finish makes of what was written what is said
   */
  ComposerModel(KeepModel keeps, FilesModel files, UnaryOperator<String> finish) {
    this.keeps = keeps;
    this.files = files;
    voice = new VoiceModel(files, bundle::get);
    this.finish = finish;
    keeps.listen(this::keptChanged);
    text.addListener((_, _, now) -> changed(now));
    judge();
  }

  /** To be bound both ways to the field. */
  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<ComposerMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /** For example "Message #lobby". */
  public ReadOnlyStringProperty placeholderProperty() {
    return placeholder.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSendProperty() {
    return canSend.getReadOnlyProperty();
  }

  /** The files that are attached here; null while no room is shown. */
  public ReadOnlyObjectProperty<@Nullable Bundle> bundleProperty() {
    return bundle.getReadOnlyProperty();
  }

  /** Whether this server takes files. */
  public ReadOnlyBooleanProperty takesFilesProperty() {
    return files.allowedProperty();
  }

  /** What is spoken instead of written. */
  public VoiceModel voice() {
    return voice;
  }

  /** Attaches files of this computer. */
  public void attachFiles(List<String> paths) {
    Bundle here = bundle.get();
    if (here != null && !paths.isEmpty()) {
      stopEditing();
      here.add(paths);
    }
  }

  /**
   * Attaches a picture that is no file.
   *
   * @param argb row by row
   */
  public void attachPicture(int width, int height, int[] argb) {
    Bundle here = bundle.get();
    if (here != null) {
      stopEditing();
      files.paste(here, width, height, argb);
    }
  }

  /**
   * Attaches a text that is pasted, if it is far too long for a message and goes as a file; answers
   * whether it did. With all of it in the field each key would have to wait.
   */
  public boolean attachLong(String pasted) {
    Bundle here = bundle.get();
    boolean editing = mode.get() instanceof ComposerMode.Editing;
    if (here == null || editing || pasted.length() <= MOST_PASTED) {
      return false;
    }
    files.paste(here, pasted);
    return true;
  }

  /** How many characters still fit; negative when the text is too long. */
  public ReadOnlyIntegerProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** How many characters the text is too long; 0 when it fits. */
  public ReadOnlyIntegerProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /** Whether what stands here is too long to be kept on my other devices too. */
  public ReadOnlyBooleanProperty hereOnlyProperty() {
    return hereOnly.getReadOnlyProperty();
  }

  /** Why the text could not be kept for sending; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the text cannot be sent as it is; empty when it can, or when there is none. */
  public ReadOnlyStringProperty objectionProperty() {
    return objection.getReadOnlyProperty();
  }

  /** Enter was pressed. The field is emptied once the message is on disk, not before. */
  public void send() {
    if (mode.get() instanceof ComposerMode.Editing editing) {
      save(editing.message());
      return;
    }
    if (!canSend.get() || seat == null || room == null) {
      return;
    }
    Bundle attached = bundle.get();
    if (attached != null) {
      attached.renew();
      if (!attached.isWhole()) {
        attached.due(true);
        return;
      }
    }
    say(seat, room.id(), attached == null ? List.of() : attached.ids());
  }

  private void say(Seat on, RoomId to, List<FileId> ids) {
    String written = text.get();
    long under = root;
    sending = true;
    judge();
    on.await(
        on.connection()
            .send(to, said(written), new Command.Hook(reply, under, null, ids), hold.getAsLong()),
        _ -> {
          files.bundle(to, under).sent(ids);
          sent(to, under, written);
        },
        this::notDone);
  }

  /** What waited for its files goes out now that they are there. */
  private void filesChanged() {
    judge();
    Bundle attached = bundle.get();
    boolean editing = mode.get() instanceof ComposerMode.Editing;
    if (attached != null && !editing && canSend.get() && attached.takeDue()) {
      send();
    }
  }

  /** An emoji can have more characters than its name. */
  private String said(String written) {
    String bare = Names.shows(written) ? written.stripTrailing() : "";
    String finished = finish.apply(bare);
    return finished.length() <= limits.bodyChars() ? finished : bare;
  }

  /** What was typed meanwhile stays, and so does another room's draft. */
  private void sent(RoomId to, long under, String written) {
    sending = false;
    problem.set("");
    if (isAt(to, under)) {
      answer(Quote.NONE);
      String now = text.get();
      text.set(now.startsWith(written) ? now.substring(written.length()) : now);
    } else if (written.equals(keeps.draft(to, under).text())) {
      keeps.draft(to, under, KeepModel.Draft.NONE);
    }
    flush();
    judge();
  }

  private void notDone(Throwable why) {
    sending = false;
    problem.set(Sentences.of(why));
    judge();
  }

  boolean isAt(RoomId there, long under) {
    return room != null && room.id().equals(there) && root == under;
  }

  /** The next message answers this one. */
  public void reply(MessageItem message) {
    stopEditing();
    answer(Quote.of(message));
    saveSoon();
  }

  /** Other words for a message of mine; what was being written is back afterwards. */
  public void edit(MessageItem message) {
    if (!(mode.get() instanceof ComposerMode.Editing)) {
      flush();
      aside = text.get();
    }
    mode.set(new ComposerMode.Editing(message));
    problem.set("");
    text.set(message.body());
    judge();
  }

  /** No longer answers or edits. Answers whether there was anything to stop. */
  public boolean cancel() {
    return switch (mode.get()) {
      case ComposerMode.Writing _ -> false;
      case ComposerMode.Replying _ -> {
        answer(Quote.NONE);
        saveSoon();
        yield true;
      }
      case ComposerMode.Editing _ -> {
        stopEditing();
        yield true;
      }
    };
  }

  private void stopEditing() {
    if (mode.get() instanceof ComposerMode.Editing) {
      String before = aside;
      aside = "";
      problem.set("");
      showReply(reply);
      text.set(before);
      filesChanged();
    }
  }

  private void save(MessageItem message) {
    String now = said(text.get()).strip();
    if (now.isEmpty() && message.extras().files().isEmpty()) {
      deletes.accept(message);
    } else if (now.equals(message.body())) {
      stopEditing();
    } else if (canSend.get() && seat != null && room != null) {
      sending = true;
      judge();
      seat.await(
          seat.connection().edit(room.id(), message.seq(), now),
          _ -> {
            sending = false;
            if (mode.get() instanceof ComposerMode.Editing editing
                && editing.message().seq() == message.seq()) {
              stopEditing();
            }
            judge();
          },
          this::notDone);
    }
  }

  /** A message that was taken back is here to be written anew. */
  void restore(String body, long answered, List<Attachment> taken) {
    stopEditing();
    Bundle here = bundle.get();
    if (here != null) {
      here.restore(taken);
    }
    if (text.get().isBlank()) {
      text.set(body);
      showReply(answered);
    } else {
      text.set(body + "\n" + text.get());
    }
    saveSoon();
  }

  private void answer(Quote to) {
    reply = to.seq();
    mode.set(reply == 0 ? new ComposerMode.Writing() : new ComposerMode.Replying(to));
  }

  private void showReply(long seq) {
    answer(seq == 0 ? Quote.NONE : Quote.loading(seq));
    RoomItem at = room;
    if (seq != 0) {
      finder.find(
          seq,
          found -> {
            if (room == at && reply == seq && mode.get() instanceof ComposerMode.Replying) {
              answer(found.veiled(keeps::blocks));
            }
          });
    }
  }

  /** There is a connection again: what is answered may be found now. */
  void onLive() {
    if (mode.get() instanceof ComposerMode.Replying(Quote to)
        && to.state() == Quote.State.UNKNOWN) {
      showReply(to.seq());
    }
  }

  /** What became of the message that is answered. */
  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (room != null && room.id().equals(of)) {
      events.forEach(event -> follow(quote -> quote.after(event)));
    }
  }

  void onState(RoomState now) {
    if (room != null && room.id().equals(now.room().id())) {
      follow(quote -> quote.expired(now.expired()));
    }
  }

  private void follow(UnaryOperator<Quote> change) {
    if (mode.get() instanceof ComposerMode.Replying(Quote to)) {
      Quote now = change.apply(to);
      if (!now.equals(to)) {
        answer(now);
      }
    }
  }

  /** A key was typed that changed the text; others may be told. */
  public void typed() {
    if (seat == null || room == null || !Names.shows(text.get())) {
      return;
    }
    seat.connection().typing(room.id());
  }

  void attach(Seat now) {
    seat = now;
    voice.attach(now);
  }

  void detach() {
    room(null);
    halfEdits.clear();
    seat = null;
  }

  /**
   * @param where looks for messages that are answered
   * @param asksToDelete what happens with a message of which nothing is left
   */
  void ask(Finder where, Consumer<MessageItem> asksToDelete) {
    finder = where;
    deletes = asksToDelete;
  }

  /**
   * @param millis for how long a message that is sent from now on can be taken back
   */
  void hold(LongSupplier millis) {
    hold = millis;
  }

  /**
   * @param why nothing can be said just now; empty when it can again
   */
  void pause(String why) {
    pause = why;
    filesChanged();
  }

  void limits(Limits now) {
    limits = now;
    judge();
    judgeDraft();
  }

  /** Another room is selected. */
  void room(@Nullable RoomItem now) {
    place(now, 0);
  }

  /**
   * Something is written in another place.
   *
   * @param under the seq of a thread's first message; 0 for the room itself
   */
  void place(@Nullable RoomItem now, long under) {
    leaveHalfEdit();
    stopEditing();
    flush();
    voice.cancel();
    room = now;
    root = under;
    attachTo(now == null || seat == null ? null : files.bundle(now.id(), under));
    problem.set("");
    KeepModel.Draft draft = draft();
    text.set(draft.text());
    showReply(draft.reply());
    showPlaceholder(now);
    judge();
    judgeDraft();
    takeHalfEdit();
  }

  private void showPlaceholder(@Nullable RoomItem now) {
    placeholder.unbind();
    if (now != null && root == 0) {
      placeholder.bind(now.nameProperty().map(_ -> Texts.of("composer.placeholder", now.label())));
    } else {
      placeholder.set(now == null ? "" : Texts.of("composer.placeholder.thread"));
    }
  }

  private void leaveHalfEdit() {
    if (room != null
        && mode.get() instanceof ComposerMode.Editing(MessageItem message)
        && !text.get().equals(message.body())) {
      halfEdits.leave(room.id(), root, message, text.get());
    }
  }

  private void takeHalfEdit() {
    HalfEdits.HalfEdit left = room == null ? null : halfEdits.take(room.id(), root);
    if (left != null) {
      edit(left.message());
      text.set(left.text());
    }
  }

  private void attachTo(@Nullable Bundle now) {
    Bundle before = bundle.get();
    if (before != null) {
      before.forget(filesChanged);
    }
    bundle.set(now);
    if (now != null) {
      now.listen(filesChanged);
    }
  }

  private KeepModel.Draft draft() {
    return room == null ? KeepModel.Draft.NONE : keeps.draft(room.id(), root);
  }

  private void changed(String now) {
    boolean editing = mode.get() instanceof ComposerMode.Editing;
    if (room != null && !editing && !now.equals(draft().text())) {
      saveSoon();
    }
    judge();
  }

  private void saveSoon() {
    stopSaving.run();
    waiting = true;
    if (seat != null) {
      stopSaving = seat.around().fx().after(SAVE_AFTER, this::flush);
    }
  }

  /** Keeps what still waits for its 500 ms. */
  void flush() {
    stopSaving.run();
    if (waiting && room != null) {
      boolean editing = mode.get() instanceof ComposerMode.Editing;
      keeps.draft(room.id(), root, new KeepModel.Draft(editing ? aside : text.get(), reply));
    }
    waiting = false;
    judgeDraft();
  }

  /** Not with every key: that would be to write down a long text anew each time. */
  private void judgeDraft() {
    hereOnly.set(room != null && !keeps.travels(room.id(), root, draft(), limits));
  }

  /** The draft was changed on another device; what is being typed here goes on, and wins. */
  private void keptChanged(String key) {
    if (KeepModel.blockOf(key) != null) {
      follow(quote -> quote.veiled(keeps::blocks));
    }
    boolean mine = room != null && KeepModel.draftKey(room.id(), root).equals(key);
    if (mine) {
      judgeDraft();
    }
    if (mine && !waiting && !sending) {
      KeepModel.Draft draft = draft();
      if (mode.get() instanceof ComposerMode.Editing) {
        aside = draft.text();
        reply = draft.reply();
      } else {
        text.set(draft.text());
        if (draft.reply() != reply) {
          showReply(draft.reply());
        }
      }
    }
  }

  private void judge() {
    String written = text.get().stripTrailing();
    int length = written.length();
    left.set(limits.bodyChars() - length);
    over.set(Math.max(0, length - limits.bodyChars()));
    boolean editing = mode.get() instanceof ComposerMode.Editing;
    Bundle attached = editing ? null : bundle.get();
    boolean goesWithFiles = attached != null && !attached.isEmpty();
    boolean seen = Names.shows(written);
    // Without one, files go alone, and what is edited is about to be deleted or becomes files only.
    String wrong = seen || !editing && !goesWithFiles ? Objections.toText(written) : "";
    String waits = wrong.isEmpty() && !editing ? pause : wrong;
    boolean broken = attached != null && attached.hasFailed();
    String hurt = waits.isEmpty() && broken ? Texts.of("composer.file.failed") : waits;
    objection.set(over.get() > 0 ? Texts.of("composer.too.long", over.get()) : hurt);
    boolean something = seen || editing || goesWithFiles;
    canSend.set(room != null && !sending && something && objection.get().isEmpty());
  }
}
