package chat.parley.desktop.viewmodel.files;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the bytes of small pictures come from. What cannot be had now is asked for again later. */
public final class Thumbs {
  private final Map<FileId, List<Consumer<byte[]>>> asked = new HashMap<>();
  private final Map<FileId, Attachment> missing = new HashMap<>();
  private @Nullable Seat seat;

  Thumbs() {}

  /**
   * @param found is told once, when they are there
   */
  public void ask(Attachment file, Consumer<byte[]> found) {
    boolean first = !asked.containsKey(file.id());
    asked.computeIfAbsent(file.id(), _ -> new ArrayList<>()).add(found);
    if (first) {
      fetch(file);
    }
  }

  private void fetch(Attachment file) {
    if (seat == null) {
      missing.put(file.id(), file);
      return;
    }
    seat.await(
        seat.connection().transfers().thumb(file),
        bytes -> {
          List<Consumer<byte[]>> waiting = asked.remove(file.id());
          if (waiting != null) {
            waiting.forEach(one -> one.accept(bytes));
          }
        },
        _ -> missing.put(file.id(), file));
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    seat = null;
    asked.clear();
    missing.clear();
  }

  void onLive() {
    List<Attachment> again = List.copyOf(missing.values());
    missing.clear();
    again.forEach(this::fetch);
  }
}
