package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Remembers all that a client tells, and lets a test wait until it has told enough. */
class Recorder implements ClientListener {
  private static final long PATIENCE_SECONDS = 10;

  private final List<Link> links = new ArrayList<>();
  private final List<Secrecy> secrecy = new ArrayList<>();
  private final List<Event.Welcome> welcomes = new ArrayList<>();
  private final List<RoomState> rooms = new ArrayList<>();
  private final List<RoomId> removed = new ArrayList<>();
  private final List<List<Event.RoomEvent>> batches = new ArrayList<>();
  private final List<RoomId> resets = new ArrayList<>();
  private final List<Event.ReadMark> marks = new ArrayList<>();
  private final List<Event.Passing> passing = new ArrayList<>();
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final List<Event.Announced> announced = new ArrayList<>();
  private final List<User> selves = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  /** Waits until the condition holds; it is looked at after everything that is told. */
  synchronized void await(String what, Predicate<Recorder> condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.test(this)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain for " + what + "; " + this);
      }
      wait(left);
    }
  }

  void awaitLink(LinkState state) throws InterruptedException {
    await(state.toString(), r -> r.link().state() == state);
  }

  void awaitEvents(int count) throws InterruptedException {
    await(count + " events", r -> r.events().size() >= count);
  }

  void awaitSent(int count) throws InterruptedException {
    await(count + " sent", r -> r.outgoing(Outgoing.State.SENT).size() >= count);
  }

  synchronized Link link() {
    return links.isEmpty() ? Link.of(LinkState.IDLE) : links.getLast();
  }

  synchronized List<Link> links() {
    return List.copyOf(links);
  }

  synchronized long count(LinkState state) {
    return links.stream().filter(link -> link.state() == state).count();
  }

  synchronized List<Secrecy> secrecy() {
    return List.copyOf(secrecy);
  }

  synchronized List<Event.Welcome> welcomes() {
    return List.copyOf(welcomes);
  }

  synchronized List<RoomState> rooms() {
    return List.copyOf(rooms);
  }

  synchronized RoomState room(RoomId id) {
    return rooms.stream()
        .filter(state -> state.room().id().equals(id))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  synchronized List<Event.Announced> announced() {
    return List.copyOf(announced);
  }

  synchronized List<User> selves() {
    return List.copyOf(selves);
  }

  synchronized List<RoomId> removed() {
    return List.copyOf(removed);
  }

  /** The lists as they were handed over. */
  synchronized List<List<Event.RoomEvent>> batches() {
    return List.copyOf(batches);
  }

  synchronized List<Event.RoomEvent> events() {
    return batches.stream().flatMap(List::stream).toList();
  }

  synchronized List<Long> seqs(RoomId room) {
    return events().stream()
        .filter(event -> event.room().equals(room))
        .map(Event.RoomEvent::seq)
        .toList();
  }

  synchronized List<RoomId> resets() {
    return List.copyOf(resets);
  }

  synchronized List<Event.ReadMark> marks() {
    return List.copyOf(marks);
  }

  synchronized List<Event.Passing> passing() {
    return List.copyOf(passing);
  }

  synchronized List<Kept> kept() {
    return List.copyOf(kept);
  }

  synchronized List<Outgoing> outgoing(Outgoing.State state) {
    return outgoing.stream().filter(message -> message.state() == state).toList();
  }

  @Override
  public synchronized void onLink(Link link) {
    links.add(link);
    notifyAll();
  }

  @Override
  public synchronized void onSecrecy(Secrecy one) {
    secrecy.add(one);
    notifyAll();
  }

  @Override
  public synchronized void onWelcome(Event.Welcome welcome) {
    welcomes.add(welcome);
    notifyAll();
  }

  @Override
  public synchronized void onRoom(RoomState room) {
    rooms.add(room);
    notifyAll();
  }

  @Override
  public synchronized void onRoomRemoved(RoomId room) {
    removed.add(room);
    notifyAll();
  }

  @Override
  public synchronized void onEvents(RoomId room, List<Event.RoomEvent> events) {
    if (!events.stream().allMatch(event -> Objects.equals(event.room(), room))) {
      throw new IllegalStateException("A batch is of one room.");
    }
    batches.add(List.copyOf(events));
    notifyAll();
  }

  @Override
  public synchronized void onReset(RoomId room) {
    resets.add(room);
    notifyAll();
  }

  @Override
  public synchronized void onReadMark(Event.ReadMark mark) {
    marks.add(mark);
    notifyAll();
  }

  @Override
  public synchronized void onKept(Kept one) {
    kept.add(one);
    notifyAll();
  }

  @Override
  public synchronized void onSelf(User user) {
    selves.add(user);
    notifyAll();
  }

  @Override
  public synchronized void onAnnounced(Event.Announced said) {
    announced.add(said);
    notifyAll();
  }

  @Override
  public synchronized void onPassing(Event.Passing event) {
    passing.add(event);
    notifyAll();
  }

  @Override
  public synchronized void onOutgoing(Outgoing message) {
    outgoing.add(message);
    notifyAll();
  }

  @Override
  public synchronized String toString() {
    return links.stream().map(Link::state).toList()
        + " "
        + (links.isEmpty() ? "" : links.getLast().problem())
        + ", events "
        + events().stream().map(Event.RoomEvent::seq).toList()
        + ", outgoing "
        + outgoing.stream().map(Outgoing::state).toList();
  }
}
