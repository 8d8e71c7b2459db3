package chat.parley.desktop.viewmodel.finding;

import chat.parley.client.BadAddress;
import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Finder;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.ShortCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The servers that are on the network while somebody looks for one. */
public final class FindingModel {
  /** So many knocks are worth waiting for. */
  private static final int MAX_KNOCKS = 3;

  /** A few questions to the network, each of which may get lost. */
  private static final Duration SEEK = Duration.ofSeconds(8);

  /** Whoever is there has answered by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final ObservableList<FoundItem> servers = FXCollections.observableArrayList();
  private final ObservableList<Reason> reasons = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper able = new ReadOnlyBooleanWrapper(this, "able");
  private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper(this, "none");
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
  private final ReadOnlyObjectWrapper<@Nullable FoundItem> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen");
  private final Supplier<List<String>> addresses;
  private final Consumer<Invitation> choose;
  private final FxThread fx;
  private @Nullable Finder finder;
  private @Nullable Runnable looking;
  private Runnable stopPatience = () -> {};
  private boolean patient;
  private @Nullable Sought sought;

  /** A server that somebody waits for. */
  private record Sought(
      ShortCode code, Consumer<Invitation> found, Consumer<String> failed, Runnable stopWaiting) {}

  /**
   * @param addresses what is typed, and where servers were met before; the first is the most likely
   * @param choose does something about the server that was chosen
   */
  public FindingModel(Supplier<List<String>> addresses, Consumer<Invitation> choose, FxThread fx) {
    this.addresses = addresses;
    this.choose = choose;
    this.fx = fx;
  }

  /** Those that are there now, each once. */
  public ObservableList<FoundItem> servers() {
    return servers;
  }

  /** Whether this app looks for servers at all. */
  public ReadOnlyBooleanProperty ableProperty() {
    return able.getReadOnlyProperty();
  }

  /** Whether nobody has answered, although they had time to; the search goes on. */
  public ReadOnlyBooleanProperty noneProperty() {
    return none.getReadOnlyProperty();
  }

  /** The one that was chosen last, as it was then; null when none was, or when it is gone. */
  public ReadOnlyObjectProperty<@Nullable FoundItem> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Why there may be nothing, as {@link #check()} has found out. */
  public ObservableList<Reason> reasons() {
    return reasons;
  }

  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  public void finder(Finder now) {
    finder = now;
    able.set(true);
  }

  /** Somebody wants to see servers. */
  public void begin() {
    if (finder != null && looking == null) {
      patient = true;
      stopPatience = fx.after(PATIENCE, this::losePatience);
      looking = finder.look(this::seen);
    }
  }

  /** Nobody does any more. */
  public void end() {
    if (looking != null) {
      looking.run();
      looking = null;
      stopPatience.run();
      stopSeeking();
      servers.clear();
      none.set(false);
      chosen.set(null);
    }
  }

  private void losePatience() {
    patient = false;
    none.set(servers.isEmpty());
  }

  public void choose(FoundItem item) {
    choose.accept(item.way());
    chosen.set(item);
  }

  private void seen(List<Finder.Seen> now) {
    if (looking == null) {
      return; // It was on its way when the search ended.
    }
    List<String> before = addresses.get();
    servers.setAll(now.stream().map(seen -> item(seen, before)).toList());
    none.set(servers.isEmpty() && !patient);
    FoundItem one = chosen.get();
    if (one != null) {
      chosen.set(servers.stream().filter(one::isSame).findFirst().orElse(null));
    } else if (servers.size() == 1 && before.stream().allMatch(String::isBlank)) {
      choose(servers.getFirst()); // who has nothing else in mind means the only one there is
    }
    lookForSought();
  }

  /**
   * Waits for the server of a code, which may be there already.
   *
   * @param found told the way there, to the key that was announced
   * @param failed told one sentence when it is not there, or when there are two
   */
  public void seek(ShortCode code, Consumer<Invitation> found, Consumer<String> failed) {
    stopSeeking();
    if (looking == null) {
      failed.accept(Texts.of("found.code.deaf"));
      return;
    }
    Runnable timer = fx.after(SEEK, () -> fail(Texts.of("found.code.none", code.words())));
    sought = new Sought(code, found, failed, timer);
    lookForSought();
  }

  /** Nobody waits for a code any more. */
  public void stopSeeking() {
    if (sought != null) {
      sought.stopWaiting().run();
      sought = null;
    }
  }

  private void fail(String sentence) {
    Sought failed = sought;
    stopSeeking();
    if (failed != null) {
      failed.failed().accept(sentence);
    }
  }

  private void lookForSought() {
    Sought one = sought;
    if (one == null) {
      return;
    }
    List<FoundItem> those = servers.stream().filter(item -> item.answersTo(one.code())).toList();
    if (those.size() > 1) {
      fail(Texts.of("found.code.two"));
    } else if (!those.isEmpty()) {
      stopSeeking();
      one.found().accept(those.getFirst().way());
    }
  }

  /**
   * Where it was met before there is a person's history; at another address there would be none.
   */
  private static FoundItem item(Finder.Seen seen, List<String> before) {
    ServerAddress at =
        seen.server().addresses().stream()
            .filter(address -> before.contains(address.toString()))
            .findFirst()
            .orElse(seen.server().addresses().getFirst());
    return new FoundItem(seen.server().advert(), at, seen.acquaintance());
  }

  /** What the server at that address says of its history; null when none is heard there. */
  public @Nullable String historyAt(ServerAddress address) {
    return servers.stream()
        .filter(item -> item.address().equals(address))
        .map(item -> item.advert().id())
        .findFirst()
        .orElse(null);
  }

  /** Finds out why nothing is found; {@link #reasons()} are there soon. */
  public void check() {
    Finder asked = finder;
    if (asked == null || checking.get()) {
      return;
    }
    checking.set(true);
    reasons.clear();
    asked.check(
        likely(),
        checkup -> {
          checking.set(false);
          reasons.setAll(Reasons.of(checkup));
        });
  }

  private List<ServerAddress> likely() {
    var at = new ArrayList<ServerAddress>();
    for (String typed : addresses.get()) {
      try {
        ServerAddress address = Invitation.parse(typed).server();
        if (at.size() < MAX_KNOCKS && !at.contains(address)) {
          at.add(address);
        }
      } catch (BadAddress e) {
        continue; // The form says so itself.
      }
    }
    return at;
  }
}
