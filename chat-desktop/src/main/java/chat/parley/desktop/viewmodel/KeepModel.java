package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Limits;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What I keep for all my devices: drafts, what I want of each room, whom I do not want to hear. The
 * keys and their JSON are told in docs/PROTOCOL.md. What another client wrote that cannot be read
 * counts as nothing.
 */
public final class KeepModel {
  /**
   * A text that was not sent.
   *
   * @param reply the seq of the message it answers; 0 for none
   */
  public record Draft(String text, long reply) {
    public static final Draft NONE = new Draft("", 0);

    public boolean isEmpty() {
      return text.isEmpty() && reply == 0;
    }
  }

  /** Of which messages of a room I want to be told. */
  public enum Level {
    ALL,
    MENTIONS,
    NONE
  }

  /**
   * What I want of a room.
   *
   * @param level null for what is usual in a room of its kind
   * @param section the id of the section it stands in; empty for the usual one
   * @param hidden a direct room that is not shown until something is said in it
   */
  public record RoomWish(
      boolean favourite, boolean muted, @Nullable Level level, String section, boolean hidden) {
    public static final RoomWish NONE = new RoomWish(false, false, null, "", false);

    public RoomWish favourite(boolean now) {
      return new RoomWish(now, muted, level, section, hidden);
    }

    public RoomWish muted(boolean now) {
      return new RoomWish(favourite, now, level, section, hidden);
    }

    public RoomWish level(@Nullable Level now) {
      return new RoomWish(favourite, muted, now, section, hidden);
    }

    public RoomWish section(String now) {
      return new RoomWish(favourite, muted, level, now, hidden);
    }

    public RoomWish hidden(boolean now) {
      return new RoomWish(favourite, muted, level, section, now);
    }
  }

  /** A heading in the sidebar that I made. */
  public record Section(String id, String name, boolean collapsed) {}

  /**
   * What I want of a thread.
   *
   * @param follow null for what is usual: follow when I wrote in it
   * @param read the seq of the last reply that I saw
   */
  public record ThreadWish(@Nullable Boolean follow, long read) {
    public static final ThreadWish NONE = new ThreadWish(null, 0);
  }

  private static final Logger log = LoggerFactory.getLogger(KeepModel.class);
  private static final String DRAFT = "draft/";
  private static final String ROOM = "room/";
  private static final String THREAD = "thread/";
  private static final String THREAD_DRAFT = "thread-draft/";
  private static final String BLOCK = "block/";
  private static final String SECTIONS = "sections";
  private static final String FOLDED = "folded";
  private static final String ORDER = "order/";
  private static final String RECEIPTS = "receipts";

  private final KeptJson json = new KeptJson();

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private @Nullable Seat seat;

  /** Is told each key whose value is another one now, whoever changed it. */
  public void listen(Consumer<String> listener) {
    listeners.add(listener);
  }

  public Draft draft(RoomId room) {
    return draft(room, 0);
  }

  /**
   * What was typed in a room, or in a thread of it.
   *
   * @param root the seq of the thread's first message; 0 for the room itself
   */
  public Draft draft(RoomId room, long root) {
    DraftJson kept = read(draftKey(room, root), DraftJson.class);
    return kept == null ? Draft.NONE : new Draft(kept.text == null ? "" : kept.text, kept.reply);
  }

  public void draft(RoomId room, Draft draft) {
    draft(room, 0, draft);
  }

  public void draft(RoomId room, long root, Draft draft) {
    put(draftKey(room, root), written(room, root, draft));
  }

  /**
   * Whether a draft gets to my other devices; one that is too long for a server of these limits is
   * kept here only.
   */
  boolean travels(RoomId room, long root, Draft draft, Limits limits) {
    String value = written(room, root, draft);
    return new Command.Keep(Long.MAX_VALUE, draftKey(room, root), value).fits(limits);
  }

  private @Nullable String written(RoomId room, long root, Draft draft) {
    return draft.isEmpty()
        ? null
        : json.write(new DraftJson(draft.text, draft.reply), values.get(draftKey(room, root)));
  }

  static String draftKey(RoomId room, long root) {
    return root == 0 ? DRAFT + room : THREAD_DRAFT + room + "/" + root;
  }

  /** The room whose draft a key is about; null when it is about something else. */
  static @Nullable RoomId draftOf(String key) {
    return key.startsWith(DRAFT) ? new RoomId(key.substring(DRAFT.length())) : null;
  }

  /** Whether messages look different when what is kept under a key is another thing. */
  static boolean mattersToRows(String key) {
    return key.startsWith(THREAD) || key.startsWith(BLOCK) || key.equals(RECEIPTS);
  }

  /** Whether a key is about telling how far I have read. */
  static boolean isOfReceipts(String key) {
    return key.equals(RECEIPTS);
  }

  /** The room for which a key says what I want; null when it is about something else. */
  public static @Nullable RoomId wishOf(String key) {
    return key.startsWith(ROOM) ? new RoomId(key.substring(ROOM.length())) : null;
  }

  public RoomWish wish(RoomId room) {
    WishJson kept = read(ROOM + room, WishJson.class);
    return kept == null
        ? RoomWish.NONE
        : new RoomWish(
            kept.favourite,
            kept.muted,
            level(kept.level),
            kept.section == null ? "" : kept.section,
            kept.hidden);
  }

  private static @Nullable Level level(@Nullable String name) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(name)) {
        return level;
      }
    }
    return null;
  }

  public void wish(RoomId room, RoomWish wish) {
    var now =
        new WishJson(
            wish.favourite,
            wish.muted,
            wish.level == null ? null : wish.level.name().toLowerCase(Locale.ROOT),
            wish.section.isEmpty() ? null : wish.section,
            wish.hidden);
    String before = values.get(ROOM + room);
    put(ROOM + room, wish.equals(RoomWish.NONE) ? json.rest(now, before) : json.write(now, before));
  }

  /** My own headings in the sidebar, in my order. */
  public List<Section> sections() {
    Section[] sections = read(SECTIONS, Section[].class);
    return sections == null
        ? List.of()
        : List.of(sections).stream().filter(one -> one.id != null && one.name != null).toList();
  }

  public void sections(List<Section> sections) {
    put(SECTIONS, sections.isEmpty() ? null : json.writeAll(sections, values.get(SECTIONS)));
  }

  /** Whether one of the headings that everybody has is closed, by its id. */
  public boolean folded(String heading) {
    return foldedOnes().contains(heading);
  }

  public void folded(String heading, boolean now) {
    var all = new TreeSet<>(foldedOnes());
    if (now) {
      all.add(heading);
    } else {
      all.remove(heading);
    }
    put(FOLDED, all.isEmpty() ? null : json.write(all));
  }

  private Set<String> foldedOnes() {
    String[] ids = read(FOLDED, String[].class);
    return ids == null
        ? Set.of()
        : Stream.of(ids).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The rooms under a heading that I put in an order of mine, the first of them on top. */
  public List<RoomId> order(String heading) {
    String[] ids = read(ORDER + heading, String[].class);
    return ids == null
        ? List.of()
        : Stream.of(ids).filter(Objects::nonNull).map(RoomId::new).toList();
  }

  /**
   * @param rooms of more than can be kept, the last are left to the usual order
   */
  public void order(String heading, List<RoomId> rooms) {
    var kept = new ArrayList<String>();
    int length = 2;
    for (RoomId room : rooms) {
      length += json.write(room.value()).length() + 1;
      if (length > Kept.VALUE_MAX) {
        break;
      }
      kept.add(room.value());
    }
    put(ORDER + heading, kept.isEmpty() ? null : json.write(kept));
  }

  /** Whether a key is about the headings of the sidebar, or the order under them. */
  public static boolean isOfSidebar(String key) {
    return key.equals(SECTIONS) || key.equals(FOLDED) || key.startsWith(ORDER);
  }

  /** The room in a thread of which a key says what I want; null when it is about something else. */
  public static @Nullable RoomId threadIn(String key) {
    return key.startsWith(THREAD)
        ? new RoomId(key.substring(THREAD.length()).replaceFirst("/\\d*$", ""))
        : null;
  }

  public ThreadWish thread(RoomId room, long root) {
    ThreadWish wish = read(THREAD + room + "/" + root, ThreadWish.class);
    return wish == null ? ThreadWish.NONE : wish;
  }

  public void thread(RoomId room, long root, ThreadWish wish) {
    String key = THREAD + room + "/" + root;
    String before = values.get(key);
    put(key, wish.equals(ThreadWish.NONE) ? json.rest(wish, before) : json.write(wish, before));
  }

  /** Whom a key says I block or not; null when it is about something else. */
  public static @Nullable UserId blockOf(String key) {
    return key.startsWith(BLOCK) ? new UserId(key.substring(BLOCK.length())) : null;
  }

  public boolean blocks(UserId user) {
    return values.containsKey(BLOCK + user);
  }

  public Set<UserId> blocked() {
    return values.keySet().stream()
        .filter(key -> key.startsWith(BLOCK))
        .map(key -> new UserId(key.substring(BLOCK.length())))
        .collect(Collectors.toSet());
  }

  public void block(UserId user, boolean now) {
    put(BLOCK + user, now ? "on" : null);
  }

  /** Whether others may know how far I have read, and I how far they have. */
  public boolean tellsReading() {
    return !"off".equals(values.get(RECEIPTS));
  }

  public void tellReading(boolean now) {
    put(RECEIPTS, now ? null : "off");
  }

  void attach(Seat now, List<Kept> kept) {
    values.clear();
    seat = now;
    for (Kept one : kept) {
      if (one.value() != null) {
        values.put(one.key(), one.value());
      }
    }
  }

  void detach() {
    values.clear();
    seat = null;
  }

  void onKept(Kept kept) {
    set(kept.key(), kept.value());
  }

  private void put(String key, @Nullable String value) {
    if (seat != null && set(key, value)) {
      seat.connection().keep(key, value);
    }
  }

  private boolean set(String key, @Nullable String value) {
    String before = value == null ? values.remove(key) : values.put(key, value);
    if (Objects.equals(before, value)) {
      return false;
    }
    List.copyOf(listeners).forEach(listener -> listener.accept(key));
    return true;
  }

  private <T> @Nullable T read(String key, Class<T> type) {
    String value = values.get(key);
    if (value == null) {
      return null;
    }
    try {
      return json.read(value, type);
    } catch (JsonParseException e) {
      log.warn("What is kept under \"{}\" cannot be read and counts as nothing.", key);
      return null;
    }
  }

  private record DraftJson(@Nullable String text, long reply) {}

  private record WishJson(
      boolean favourite,
      boolean muted,
      @Nullable String level,
      @Nullable String section,
      boolean hidden) {}
}
