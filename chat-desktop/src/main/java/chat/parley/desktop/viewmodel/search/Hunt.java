package chat.parley.desktop.viewmodel.search;

import chat.parley.client.NotConnectedException;
import chat.parley.client.RefusedException;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Gets the answer to one question page by page: from the server or, when there is no connection at
 * the start, from what is kept here. Once it was stopped nobody hears of it any more.
 */
final class Hunt {
  interface Listener {
    /** Older messages; {@code first} when they are the newest that there are. */
    void found(List<Event.Message> page, boolean first);

    /**
     * @param sentence for a person
     */
    void failed(String sentence);
  }

  static final int PAGE = 40;

  /** So many pages on which nothing was found are gone through without a word. */
  static final int MOST_EMPTY = 8;

  /** Who is told to wait and not how long waits so long. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

  private final Seat seat;
  private final Question question;
  private final Listener listener;
  private Runnable stopWaiting = () -> {};
  private boolean stopped;
  private boolean begun;
  private boolean busy;
  private boolean here;
  private long next;
  private int empty;

  Hunt(Seat seat, Question question, Listener listener) {
    this.seat = seat;
    this.question = question;
    this.listener = listener;
  }

  /** Asks for the first page, or for the one after the last. */
  void goOn() {
    if (!busy && hasMore()) {
      busy = true;
      ask();
    }
  }

  /** Goes on although nothing was found for long. */
  void goOnAnyway() {
    empty = 0;
    goOn();
  }

  void stop() {
    stopped = true;
    stopWaiting.run();
  }

  boolean isBusy() {
    return busy && !stopped;
  }

  /** Whether only what is kept here is looked through. */
  boolean isHere() {
    return here;
  }

  /** Whether not all was looked at. */
  boolean hasMore() {
    return !begun || next != 0;
  }

  /** Whether it waits for {@link #goOnAnyway}. */
  boolean isTired() {
    return next != 0 && empty >= MOST_EMPTY;
  }

  private void ask() {
    if (here) {
      lookHere();
    } else {
      seat.await(
          seat.connection().search(question.typed(), question.narrow(), next, PAGE),
          this::take,
          this::failed);
    }
  }

  private void lookHere() {
    here = true;
    long from = next;
    seat.around()
        .background()
        .run(
            () -> seat.archive().search(question.words(), question.narrow(), from, PAGE),
            this::take,
            this::giveUp);
  }

  private void take(Event.Hits page) {
    if (stopped) {
      return;
    }
    boolean first = !begun;
    begun = true;
    busy = false;
    next = page.next();
    empty = page.messages().isEmpty() ? empty + 1 : 0;
    listener.found(page.messages(), first);
  }

  private void failed(Throwable e) {
    if (stopped) {
      return;
    }
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    switch (cause) {
      case NotConnectedException _ when !begun -> lookHere();
      case RefusedException refused when refused.code() == ErrorCode.RATE_LIMITED -> {
        Duration wait = refused.retryMs() > 0 ? Duration.ofMillis(refused.retryMs()) : USUAL_WAIT;
        stopWaiting = seat.around().fx().after(wait, this::ask);
      }
      default -> giveUp(cause);
    }
  }

  private void giveUp(Throwable e) {
    if (!stopped) {
      busy = false;
      listener.failed(Sentences.of(e));
    }
  }
}
