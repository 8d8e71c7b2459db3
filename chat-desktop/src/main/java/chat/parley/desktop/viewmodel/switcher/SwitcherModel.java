package chat.parley.desktop.viewmodel.switcher;

import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What a few letters may mean: a room, a person, a command; rooms and people too with whom one had
 * nothing to do yet. Without letters, what waits to be read and then where one was last. {@code #},
 * {@code @} and {@code >} ask for one kind only.
 */
public final class SwitcherModel {
  /** More than so many, and it is quicker to type another letter. */
  private static final int MOST = 30;

  private record Scored(Choice choice, int score) {}

  private final AppModel app;
  private final Supplier<List<Choice.Command>> commands;
  private final PersonOpener people;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();

  /**
   * @param commands asked each time something is looked for
   */
  public SwitcherModel(AppModel app, Supplier<List<Choice.Command>> commands, PersonOpener people) {
    this.app = app;
    this.commands = commands;
    this.people = people;
    query.subscribe(this::typed);
  }

  public StringProperty queryProperty() {
    return query;
  }

  /** The best first. */
  public ObservableList<Choice> choices() {
    return choices;
  }

  public boolean hasSeveralServers() {
    return app.servers().size() > 1;
  }

  /** Starts anew. What the servers have besides joins what is offered when they have said it. */
  public void open() {
    query.set("");
    show("");
    app.servers().forEach(server -> server.directory().refresh(this::showAgain));
  }

  /** Goes there, or does it. */
  public void choose(Choice choice) {
    switch (choice) {
      case Choice.ToRoom to -> {
        app.selectedProperty().set(to.server());
        to.server().rooms().selectedProperty().set(to.room());
      }
      case Choice.ToListed to -> {
        app.selectedProperty().set(to.server());
        to.server().rooms().join(to.listing().room().id(), () -> {});
      }
      case Choice.ToPerson to -> people.open(to.server(), to.person());
      case Choice.Command command -> command.action().run();
    }
  }

  private void typed(String typed) {
    show(typed);
    ServerModel here = app.selectedProperty().get();
    String text = typed.strip();
    if (here != null && !text.startsWith("#") && !text.startsWith(">")) {
      here.company().meet(text.startsWith("@") ? text.substring(1) : text, this::showAgain);
    }
  }

  private void showAgain() {
    show(query.get());
  }

  private void show(String typed) {
    String text = typed.strip();
    char kind = text.isEmpty() ? ' ' : text.charAt(0);
    choices.setAll(
        switch (kind) {
          case '#' -> best(allRooms(), text.substring(1));
          case '@' -> best(people(), text.substring(1));
          case '>' -> best(commands.get(), text.substring(1));
          case ' ' -> rooms().stream().<Choice>map(to -> to).limit(MOST).toList();
          default -> best(all(), text);
        });
  }

  private List<Choice> allRooms() {
    List<Choice> all = new ArrayList<>(rooms());
    for (ServerModel server : hereFirst()) {
      server.directory().others().forEach(other -> all.add(new Choice.ToListed(server, other)));
    }
    return all;
  }

  private List<Choice> all() {
    List<Choice.ToRoom> rooms = rooms();
    List<Choice> all = allRooms();
    people().stream().filter(person -> rooms.stream().noneMatch(person::isMetIn)).forEach(all::add);
    all.addAll(commands.get());
    return all;
  }

  /** Of two that fit alike the one that would come first without letters comes first. */
  private static List<Choice> best(List<? extends Choice> among, String letters) {
    List<Scored> fitting = new ArrayList<>();
    for (Choice choice : among) {
      OptionalInt score = Fuzzy.score(letters, choice.title());
      score.ifPresent(points -> fitting.add(new Scored(choice, points)));
    }
    return fitting.stream()
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .<Choice>map(Scored::choice)
        .limit(MOST)
        .toList();
  }

  /**
   * Those in which something is for me first, then unread ones, then the latest; the one on the
   * screen last.
   */
  private List<Choice.ToRoom> rooms() {
    List<Choice.ToRoom> rooms = new ArrayList<>();
    hereFirst().forEach(server -> add(rooms, server));
    rooms.sort(
        Comparator.comparing((Choice.ToRoom to) -> isShown(to))
            .thenComparing(to -> to.room().count() == 0)
            .thenComparing(to -> !to.room().calls()));
    return List.copyOf(rooms);
  }

  private List<ServerModel> hereFirst() {
    ServerModel here = app.selectedProperty().get();
    return app.servers().stream().sorted(Comparator.comparing(server -> server != here)).toList();
  }

  private static void add(List<Choice.ToRoom> rooms, ServerModel server) {
    List<RoomItem> inOrder = new ArrayList<>(server.visited().latestFirst());
    server.rooms().items().stream().filter(room -> !inOrder.contains(room)).forEach(inOrder::add);
    inOrder.forEach(room -> rooms.add(new Choice.ToRoom(server, room)));
  }

  private boolean isShown(Choice.ToRoom to) {
    return to.server() == app.selectedProperty().get()
        && to.room() == to.server().rooms().selectedProperty().get();
  }

  private List<Choice.ToPerson> people() {
    ServerModel here = app.selectedProperty().get();
    return here == null
        ? List.of()
        : here.company().book().others().stream()
            .map(person -> new Choice.ToPerson(here, person))
            .toList();
  }
}
