package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Moves a {@link TimelineWindow} over a room's log: opens it at the newest, and loads a page at
 * whichever end the reader comes near. A page that was asked for before the window was opened anew
 * is not used.
 */
final class TimelineLoader {
  private final Pages pages;
  private final Consumer<List<Event.RoomEvent>> shown;
  private final TimelineWindow window = new TimelineWindow();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper loadingOlder =
      new ReadOnlyBooleanWrapper(this, "loadingOlder");

  /** What arrived while the newest page was still being read; null at all other times. */
  private @Nullable List<Event.RoomEvent> held;

  /** Counts the openings. */
  private int opening;

  /**
   * The newest seq that the server told of when a page around another was asked for. Whoever waits
   * for the page does not hold it: with one more thing to hold, Java would make a class for that in
   * the very frame in which the first room opens.
   */
  private long told;

  private boolean loadingNewer;

  /**
   * @param shown is told of every change of the window, with the events that came in
   */
  TimelineLoader(RoomId room, Seat seat, Consumer<List<Event.RoomEvent>> shown) {
    pages = new Pages(room, seat);
    this.shown = shown;
  }

  TimelineWindow window() {
    return window;
  }

  ReadOnlyStringWrapper problem() {
    return problem;
  }

  ReadOnlyBooleanWrapper loadingOlder() {
    return loadingOlder;
  }

  boolean opening() {
    return held != null;
  }

  /**
   * Shows the newest page.
   *
   * @param head the newest seq that the server told of
   */
  void open(long head) {
    int mine = ++opening;
    if (held == null) {
      held = new ArrayList<>();
    }
    loadingOlder.set(false);
    loadingNewer = false;
    pages.newest(head, page -> opened(mine, page), sentence -> notOpened(mine, sentence));
  }

  private void opened(int mine, Pages.Page page) {
    if (mine == opening) {
      window.open(page.events());
      if (page.fromStart()) {
        window.startsHere();
      }
      problem.set("");
      window.append(takeHeld());
      shown.accept(page.events());
    }
  }

  /**
   * Shows what stands before and after {@code seq}.
   *
   * @param head the newest seq that the server told of
   */
  void openAround(long seq, long head) {
    int mine = ++opening;
    told = head;
    if (held == null) {
      held = new ArrayList<>();
    }
    loadingOlder.set(false);
    loadingNewer = false;
    pages.around(
        seq,
        page -> {
          opened(mine, page);
          if (mine == opening) {
            window.knowOf(told);
          }
        },
        sentence -> notOpened(mine, sentence));
  }

  private void notOpened(int mine, String sentence) {
    if (mine == opening) {
      problem.set(sentence);
      window.append(takeHeld());
      shown.accept(List.of());
    }
  }

  private List<Event.RoomEvent> takeHeld() {
    List<Event.RoomEvent> waiting = held == null ? List.of() : held;
    held = null;
    return waiting;
  }

  /** Another history: nothing of what was shown is true. */
  void reset(long head) {
    window.reset();
    open(head);
  }

  void older(long head) {
    if (held != null || loadingOlder.get() || window.atStart()) {
      return;
    }
    if (window.isEmpty()) {
      open(head);
      return;
    }
    loadingOlder.set(true);
    int mine = opening;
    pages.before(
        window.first(),
        page -> gotOlder(mine, page),
        sentence -> notLoaded(mine, Texts.of("timeline.older.failed", sentence)));
  }

  private void gotOlder(int mine, Pages.Page page) {
    if (mine == opening) {
      loadingOlder.set(false);
      problem.set("");
      window.prepend(page.events());
      // A page that did not fit, because the window moved meanwhile, says nothing about its start.
      if (page.fromStart() && (page.events().isEmpty() || startsWith(page.events()))) {
        window.startsHere();
      }
      shown.accept(page.events());
    }
  }

  private boolean startsWith(List<Event.RoomEvent> events) {
    return window.first() == events.getFirst().seq();
  }

  void newer() {
    if (held != null || loadingNewer || window.atNewest()) {
      return;
    }
    loadingNewer = true;
    int mine = opening;
    pages.after(
        window.last(), events -> gotNewer(mine, events), sentence -> notLoaded(mine, sentence));
  }

  private void gotNewer(int mine, List<Event.RoomEvent> events) {
    if (mine == opening) {
      loadingNewer = false;
      problem.set("");
      window.append(events);
      shown.accept(events);
    }
  }

  private void notLoaded(int mine, String sentence) {
    if (mine == opening) {
      loadingOlder.set(false);
      loadingNewer = false;
      problem.set(sentence);
    }
  }

  /**
   * Events happened just now.
   *
   * @param follow whether the reader is at the bottom and goes along; the view does not move else
   */
  void arrived(List<Event.RoomEvent> events, boolean follow) {
    if (held != null) {
      held.addAll(events);
    } else if (follow) {
      window.append(events);
    } else {
      window.arrive(events);
    }
  }

  /** Pages that are still on their way come to nobody. */
  void close() {
    opening++;
  }
}
