package chat.parley.desktop.viewmodel.files;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that are attached to the message that is being written in one place. */
public final class Bundle {
  private final ObservableList<UploadModel> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper due = new ReadOnlyBooleanWrapper(this, "due");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final RoomId room;
  private final long thread;
  private final FilesModel files;
  private final List<Runnable> writers = new ArrayList<>();

  Bundle(RoomId room, long thread, FilesModel files) {
    this.room = room;
    this.thread = thread;
    this.files = files;
  }

  RoomId room() {
    return room;
  }

  long thread() {
    return thread;
  }

  /** In the order in which they were attached. */
  public ObservableList<UploadModel> items() {
    return items;
  }

  /** Whether the message goes out by itself as soon as all files are there. */
  public ReadOnlyBooleanProperty dueProperty() {
    return due.getReadOnlyProperty();
  }

  /** Why something could not be attached; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether all files are on the server. */
  public boolean isWhole() {
    return items.stream().allMatch(upload -> upload.stepProperty().get() == Step.DONE);
  }

  /** Before they go: what lies on the server for long is asked for again. */
  public void renew() {
    items.forEach(UploadModel::renew);
  }

  /** Whether one of them does not get there by itself. */
  public boolean hasFailed() {
    return items.stream().anyMatch(upload -> upload.stepProperty().get() == Step.FAILED);
  }

  /** What goes with the message; asked while all are there. */
  public List<FileId> ids() {
    return items.stream()
        .map(UploadModel::whole)
        .filter(Objects::nonNull)
        .map(Attachment::id)
        .toList();
  }

  /** The message shall go out when all files are there, or no longer. */
  public void due(boolean now) {
    due.set(now);
    if (now) {
      files.changed(this);
    }
  }

  /** Attaches files of this computer. */
  public void add(List<String> paths) {
    files.add(this, paths);
  }

  /** Is no longer attached; its upload is given up. */
  public void remove(UploadModel upload) {
    files.remove(this, upload);
  }

  /** What was taken back stands here again. */
  public void restore(List<Attachment> taken) {
    files.restore(this, taken);
  }

  /** These went with a message. */
  public void sent(List<FileId> ids) {
    due.set(false);
    problem.set("");
    items.removeIf(
        upload -> {
          Attachment whole = upload.whole();
          return whole != null && ids.contains(whole.id());
        });
  }

  void say(String sentence) {
    problem.set(sentence);
  }

  /** Whoever writes here is told of every change, and sends when it is time. */
  public void listen(Runnable writer) {
    writers.add(writer);
  }

  public void forget(Runnable writer) {
    writers.remove(writer);
  }

  /** Whether it is time; only the first who asks is told so. */
  public boolean takeDue() {
    boolean now = due.get() && !items.isEmpty() && isWhole();
    if (now) {
      due.set(false);
    }
    return now;
  }

  /** Whether somebody has it before them who sends when it is time. */
  boolean isWrittenAt() {
    return !writers.isEmpty();
  }

  void tell() {
    List.copyOf(writers).forEach(Runnable::run);
  }
}
