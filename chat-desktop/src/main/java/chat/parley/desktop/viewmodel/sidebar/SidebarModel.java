package chat.parley.desktop.viewmodel.sidebar;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.KeepModel.RoomWish;
import chat.parley.desktop.viewmodel.KeepModel.Section;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Hint;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.RoomRow;
import chat.parley.model.Names;
import chat.parley.model.RoomId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rooms under their headings: favourites, the sections I made, all other rooms, direct
 * conversations; by name, or in an order of mine. What stands where is kept for all my devices.
 */
public final class SidebarModel {
  private final ObservableList<SidebarRow> rows = FXCollections.observableArrayList();
  private final RoomListModel rooms;
  private final KeepModel keeps;
  private final FxThread fx;
  private final Supplier<String> freshId;
  private boolean due;

  /**
   * @param freshId names a new section; no two are the same on any device
   */
  public SidebarModel(RoomListModel rooms, KeepModel keeps, FxThread fx, Supplier<String> freshId) {
    this.rooms = rooms;
    this.keeps = keeps;
    this.fx = fx;
    this.freshId = freshId;
    rooms.listen(this::layOutSoon);
    rooms.goBy(this::inOrder, this::inSight);
    rooms.selectedProperty().addListener((_, _, _) -> layOut());
    keeps.listen(
        key -> {
          if (KeepModel.isOfSidebar(key)) {
            layOutSoon();
          }
        });
  }

  /** From top to bottom, as far as it is shown. */
  public ObservableList<SidebarRow> rows() {
    return rows;
  }

  /** The headings under which a room can be put, in their order. */
  public List<Heading> headingsFor(RoomItem room) {
    var headings = new ArrayList<Heading>();
    headings.add(usual(Heading.FAVOURITES));
    keeps.sections().forEach(section -> headings.add(own(section)));
    headings.add(usual(home(room)));
    return headings;
  }

  /** The id of the heading a room stands under. */
  public String headingOf(RoomItem room) {
    RoomWish wish = room.wishProperty().get();
    if (wish.favourite()) {
      return Heading.FAVOURITES;
    }
    boolean there = keeps.sections().stream().anyMatch(one -> one.id().equals(wish.section()));
    return there ? wish.section() : home(room);
  }

  /** Puts a room under another heading; rooms and direct ones go to their own of the usual two. */
  public void move(RoomItem room, String heading) {
    boolean own = keeps.sections().stream().anyMatch(section -> section.id().equals(heading));
    RoomWish wish = room.wishProperty().get();
    keeps.wish(
        room.id(), wish.favourite(heading.equals(Heading.FAVOURITES)).section(own ? heading : ""));
  }

  /** Whether a room moved there stands there, and not under its own of the usual two. */
  public boolean canStandUnder(RoomItem room, String heading) {
    return headingsFor(room).stream().anyMatch(one -> one.id().equals(heading));
  }

  /** Puts a room beside another one, under its heading, where that is one it can stand under. */
  public void place(RoomItem room, RoomItem beside, boolean below) {
    if (room == beside) {
      return;
    }
    String heading = headingOf(beside);
    move(room, heading);
    if (headingOf(room).equals(heading)) {
      List<RoomItem> order = under(heading);
      order.remove(room);
      order.add(order.indexOf(beside) + (below ? 1 : 0), room);
      keep(heading, order);
    }
  }

  /** Changes places with the room above ({@code -1}) or below ({@code 1}), if there is one. */
  public void step(RoomItem room, int step) {
    if (canStep(room, step)) {
      List<RoomItem> order = under(headingOf(room));
      int from = order.indexOf(room);
      place(room, order.get(from + step), step > 0);
    }
  }

  public boolean canStep(RoomItem room, int step) {
    List<RoomItem> order = under(headingOf(room));
    int to = order.indexOf(room) + step;
    return order.contains(room) && to >= 0 && to < order.size();
  }

  /** Whether the rooms under a heading stand in an order of mine. */
  public boolean isOrdered(Heading heading) {
    return !keeps.order(heading.id()).isEmpty();
  }

  /** Gives the rooms under a heading their usual order again, by name. */
  public void orderByName(Heading heading) {
    keeps.order(heading.id(), List.of());
  }

  private List<RoomItem> under(String heading) {
    return byHeading().entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(heading))
        .findFirst()
        .map(entry -> new ArrayList<>(entry.getValue()))
        .orElseGet(ArrayList::new);
  }

  private void keep(String heading, List<RoomItem> order) {
    keeps.order(heading, order.stream().map(RoomItem::id).toList());
  }

  public void favourite(RoomItem room, boolean now) {
    keeps.wish(room.id(), room.wishProperty().get().favourite(now));
  }

  /**
   * Makes a section, and puts a room into it when one is given. Answers a sentence about what is
   * wrong with the name; empty when it was made.
   */
  public String addSection(String name, @Nullable RoomItem room) {
    String problem = problemWith(name);
    if (problem.isEmpty()) {
      var sections = new ArrayList<>(keeps.sections());
      var section = new Section(freshId.get(), name.strip(), false);
      sections.add(section);
      keeps.sections(sections);
      if (room != null) {
        move(room, section.id());
      }
    }
    return problem;
  }

  /** Answers a sentence about what is wrong with the name; empty when it has it now. */
  public String rename(String section, String name) {
    String problem = problemWith(name);
    if (problem.isEmpty()) {
      change(section, one -> new Section(one.id(), name.strip(), one.collapsed()));
    }
    return problem;
  }

  /** Takes a section away; its rooms go back to where they usually stand. */
  public void delete(String section) {
    keeps.sections(keeps.sections().stream().filter(one -> !one.id().equals(section)).toList());
    keeps.order(section, List.of());
    rooms.items().stream()
        .filter(room -> room.wishProperty().get().section().equals(section))
        .forEach(room -> keeps.wish(room.id(), room.wishProperty().get().section("")));
  }

  /** Changes places with the section above ({@code -1}) or below ({@code 1}), if there is one. */
  public void shift(String section, int step) {
    var sections = new ArrayList<>(keeps.sections());
    int from = sections.stream().map(Section::id).toList().indexOf(section);
    int to = from + step;
    if (from >= 0 && to >= 0 && to < sections.size()) {
      Collections.swap(sections, from, to);
      keeps.sections(sections);
    }
  }

  /** Puts a section in the place of another one; those in between make room. */
  public void place(String section, String where) {
    List<String> ids = keeps.sections().stream().map(Section::id).toList();
    int from = ids.indexOf(section);
    int to = ids.indexOf(where);
    if (from >= 0 && to >= 0 && from != to) {
      var sections = new ArrayList<>(keeps.sections());
      sections.add(to, sections.remove(from));
      keeps.sections(sections);
    }
  }

  public boolean canShift(String section, int step) {
    List<String> ids = keeps.sections().stream().map(Section::id).toList();
    int to = ids.indexOf(section) + step;
    return ids.contains(section) && to >= 0 && to < ids.size();
  }

  /** Closes a heading over its rooms, or opens it. */
  public void toggle(Heading heading) {
    if (heading.own()) {
      change(heading.id(), one -> new Section(one.id(), one.name(), !one.collapsed()));
    } else {
      keeps.folded(heading.id(), !heading.closed());
    }
  }

  private static String problemWith(String name) {
    if (!Names.shows(name)) {
      return Texts.of("sidebar.section.unnamed");
    }
    return name.strip().length() > 40 ? Texts.of("sidebar.section.long") : "";
  }

  private void change(String section, UnaryOperator<Section> how) {
    keeps.sections(
        keeps.sections().stream()
            .map(one -> one.id().equals(section) ? how.apply(one) : one)
            .toList());
  }

  private void layOutSoon() {
    if (!due) {
      due = true;
      fx.beforeFrame(this::layOut);
    }
  }

  private void layOut() {
    due = false;
    var now = new ArrayList<SidebarRow>();
    byHeading()
        .forEach(
            (heading, under) -> {
              boolean always = heading.id().equals(Heading.ROOMS) || heading.own();
              if (always || !under.isEmpty() || heading.id().equals(Heading.DIRECT)) {
                now.add(heading);
              }
              under.stream()
                  .filter(room -> isInSight(room, heading))
                  .forEach(room -> now.add(new RoomRow(room, heading.id())));
              if (under.isEmpty() && !heading.closed()) {
                hintFor(heading).ifPresent(now::add);
              }
            });
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  private static Optional<SidebarRow> hintFor(Heading heading) {
    if (heading.own()) {
      return Optional.of(new Hint(heading.id(), Texts.of("sidebar.hint.section"), ""));
    }
    return heading.id().equals(Heading.DIRECT)
        ? Optional.of(
            new Hint(
                heading.id(),
                Texts.of("sidebar.hint.direct"),
                Texts.of("sidebar.hint.direct.action")))
        : Optional.empty();
  }

  private Map<Heading, List<RoomItem>> byHeading() {
    var headings = new ArrayList<Heading>();
    headings.add(usual(Heading.FAVOURITES));
    keeps.sections().forEach(section -> headings.add(own(section)));
    headings.add(usual(Heading.ROOMS));
    headings.add(usual(Heading.DIRECT));
    var under = new LinkedHashMap<String, List<RoomItem>>();
    headings.forEach(heading -> under.put(heading.id(), new ArrayList<>()));
    for (RoomItem room : rooms.items()) {
      List<RoomItem> place = under.get(headingOf(room));
      if (place != null && isShown(room)) {
        place.add(room);
      }
    }
    var all = new LinkedHashMap<Heading, List<RoomItem>>();
    headings.forEach(heading -> all.put(heading, inMyOrder(heading, under.get(heading.id()))));
    return all;
  }

  /** What I put nowhere follows what I did, by name. */
  private List<RoomItem> inMyOrder(Heading heading, @Nullable List<RoomItem> under) {
    List<RoomId> order = keeps.order(heading.id());
    if (under == null || order.isEmpty()) {
      return under == null ? List.of() : under;
    }
    var places = new HashMap<RoomId, Integer>();
    order.forEach(room -> places.putIfAbsent(room, places.size()));
    under.sort(Comparator.comparingInt(room -> places.getOrDefault(room.id(), Integer.MAX_VALUE)));
    return under;
  }

  private boolean isShown(RoomItem room) {
    boolean away = room.roomProperty().get().archived() || room.wishProperty().get().hidden();
    return !away || isSelected(room);
  }

  private boolean isSelected(RoomItem room) {
    return rooms.selectedProperty().get() == room;
  }

  /** Under a heading that is closed only what calls, and what is open. */
  private boolean isInSight(RoomItem room, Heading heading) {
    return !heading.closed() || room.calls() || isSelected(room);
  }

  private List<RoomItem> inOrder() {
    return byHeading().values().stream().flatMap(List::stream).toList();
  }

  private List<RoomItem> inSight() {
    return byHeading().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().filter(room -> isInSight(room, entry.getKey())))
        .toList();
  }

  private static String home(RoomItem room) {
    return room.isDirect() ? Heading.DIRECT : Heading.ROOMS;
  }

  private Heading usual(String id) {
    return new Heading(id, Texts.of("sidebar." + id), false, keeps.folded(id));
  }

  private static Heading own(Section section) {
    return new Heading(section.id(), section.name(), true, section.collapsed());
  }
}
