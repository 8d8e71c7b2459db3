package chat.parley.server;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.QuietListener;
import chat.parley.client.Secrecy;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Remembers what a client tells of its connection and of messages, and waits for it. */
final class Watch extends QuietListener {
  private static final long PATIENCE_SECONDS = 10;

  private final List<Link> links = new ArrayList<>();
  private final List<Secrecy> secrecy = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  synchronized void await(String what, Predicate<Watch> condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.test(this)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain for " + what + "; " + links + secrecy + bodies);
      }
      wait(left);
    }
  }

  void awaitLink(LinkState state) throws InterruptedException {
    await(state.toString(), watch -> !watch.links.isEmpty() && watch.link().state() == state);
  }

  synchronized Link link() {
    return links.getLast();
  }

  synchronized long count(LinkState state) {
    return links.stream().filter(link -> link.state() == state).count();
  }

  synchronized List<String> problems() {
    return links.stream().map(Link::problem).filter(Objects::nonNull).toList();
  }

  synchronized List<Secrecy> secrecy() {
    return List.copyOf(secrecy);
  }

  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  private synchronized <T> void add(List<T> list, T what) {
    list.add(what);
    notifyAll();
  }

  @Override
  public void onLink(Link link) {
    add(links, link);
  }

  @Override
  public void onSecrecy(Secrecy now) {
    add(secrecy, now);
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message) {
        add(bodies, message.body());
      }
    }
  }
}
