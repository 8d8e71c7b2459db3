package chat.parley.desktop.viewmodel.hosting;

import chat.parley.client.Invitation;
import chat.parley.desktop.viewmodel.LoginModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Host;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Starts a server on this computer, goes there, and stops it. */
public final class HostingModel {
  private final ReadOnlyBooleanWrapper able = new ReadOnlyBooleanWrapper(this, "able");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

  /** At which others reach this computer. */
  private final ObjectProperty<List<String>> addresses =
      new SimpleObjectProperty<>(this, "addresses", List.of());

  private final ReadOnlyObjectWrapper<Host.@Nullable Hosted> hosted =
      new ReadOnlyObjectWrapper<>(this, "hosted");
  private final ReadOnlyObjectWrapper<Host.Start> starts =
      new ReadOnlyObjectWrapper<>(this, "starts", Host.Start.UNABLE);
  private final ReadOnlyBooleanWrapper cardDue = new ReadOnlyBooleanWrapper(this, "cardDue");
  private final ReadOnlyIntegerWrapper othersToAsk =
      new ReadOnlyIntegerWrapper(this, "othersToAsk");
  private final LoginModel login;
  private final ToIntFunction<Host.Hosted> others;
  private final ServerName name;
  private final Consumer<String> say;

  /** Whether whoever started the server has not seen yet how others come there. */
  private boolean fresh;

  private @Nullable Host host;

  /**
   * @param others how many people besides this one are on a server now, as far as the app knows
   * @param say a sentence for the person, about what did not work
   */
  public HostingModel(LoginModel login, ToIntFunction<Host.Hosted> others, Consumer<String> say) {
    this.login = login;
    this.others = others;
    this.name = new ServerName(login.nameProperty());
    this.say = say;
  }

  /** Whether this app can run a server at all. */
  public ReadOnlyBooleanProperty ableProperty() {
    return able.getReadOnlyProperty();
  }

  /** Whether it is being started or stopped. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The server that runs here; null while none does. */
  public ReadOnlyObjectProperty<Host.@Nullable Hosted> hostedProperty() {
    return hosted.getReadOnlyProperty();
  }

  /** Where others reach the server that runs here; empty while none does, and without a network. */
  public ObservableValue<String> reachedAtProperty() {
    return Bindings.createStringBinding(
        () -> {
          Host.Hosted here = hosted.get();
          return here == null
              ? ""
              : String.join(", ", JoinCard.of("", here.own(), addresses.get()).addresses());
        },
        hosted,
        addresses);
  }

  /** What a server that is started here is going to be called; something stands there already. */
  public StringProperty nameProperty() {
    return name.textProperty();
  }

  /** Whether the system starts the server by itself. */
  public ObservableBooleanValue startsProperty() {
    return Bindings.createBooleanBinding(
        () ->
            switch (starts.get()) {
              case UNABLE, NEVER -> false;
              case AT_LOG_IN, WITH_COMPUTER -> true;
            },
        starts);
  }

  /** Whether it does so when its person logs in, and not before. */
  public ObservableBooleanValue startsLateProperty() {
    return starts.isEqualTo(Host.Start.AT_LOG_IN);
  }

  /** Whether there is something to choose about that: a server that runs, or one that would. */
  public ObservableBooleanValue startOfferedProperty() {
    return Bindings.createBooleanBinding(
        () ->
            switch (starts.get()) {
              case UNABLE -> false;
              case NEVER -> hosted.get() != null;
              case AT_LOG_IN, WITH_COMPUTER -> true;
            },
        starts,
        hosted);
  }

  /**
   * Whether to show how others come to the server that was just started, which is on the screen;
   * {@link #cardShown()} when that is done.
   */
  public ReadOnlyBooleanProperty cardDueProperty() {
    return cardDue.getReadOnlyProperty();
  }

  public void cardShown() {
    cardDue.set(false);
  }

  /** Somebody is on the screen of a server, by this way. */
  public void arrived(String host) {
    if (fresh && JoinCard.isLoopback(host)) {
      fresh = false;
      cardDue.set(true);
    }
  }

  /** How servers are run on this computer. */
  public void host(Host now) {
    host = now;
    able.set(true);
    now.find(
        found -> {
          addresses.set(found.addresses());
          hosted.set(found.running());
          starts.set(found.start());
          name.know(found.name(), found.computer());
        });
  }

  /** Starts the server if none runs, and goes there by the name that stands in the form. */
  public void start() {
    Host runs = host;
    if (runs == null || busy.get()) {
      return;
    }
    busy.set(true);
    boolean first = hosted.get() == null;
    runs.start(
        name.chosen(),
        now -> {
          busy.set(false);
          hosted.set(now);
          fresh = first;
          login.enterOwn(now);
        },
        this::failed);
  }

  /** Stops the server, or asks first when there are others on it, whose chat ends with it. */
  public void stop() {
    if (!isAskedBeforeStop()) {
      stopAnyway();
    } else if (!busy.get()) {
      othersToAsk.set(countOthers());
    }
  }

  /** Whether a question comes before the end, for which a window has to be seen. */
  public boolean isAskedBeforeStop() {
    return countOthers() > 0;
  }

  private int countOthers() {
    Host.Hosted running = hosted.get();
    return running == null ? 0 : others.applyAsInt(running);
  }

  /**
   * How many people are on the server that is to be stopped, when the person is to be asked for
   * their sake; {@link #asked()} when that is done. Usually 0.
   */
  public ReadOnlyIntegerProperty othersToAskProperty() {
    return othersToAsk.getReadOnlyProperty();
  }

  public void asked() {
    othersToAsk.set(0);
  }

  /** Stops the server whoever is on it. */
  public void stopAnyway() {
    Host runs = host;
    if (runs == null || busy.get() || hosted.get() == null) {
      return;
    }
    busy.set(true);
    runs.stop(
        () -> {
          busy.set(false);
          hosted.set(null);
        },
        this::failed);
  }

  /** Lets the system start the server by itself, or not any more. */
  public void startWithComputer(boolean on) {
    Host runs = host;
    if (runs == null || busy.get()) {
      return;
    }
    busy.set(true);
    runs.startWithComputer(
        on,
        now -> {
          busy.set(false);
          starts.set(now);
        },
        this::failed);
  }

  /**
   * What makes the person of this app the owner of the server at the end of that way; null where
   * that is no server of this computer, and where there is an owner.
   */
  public @Nullable String setUpCodeAt(Invitation way) {
    Host.Hosted running = hosted.get();
    return running != null && running.isAt(way) ? running.setUpCode() : null;
  }

  /**
   * Puts together what others need to come to a server.
   *
   * @param way by which this app comes there
   * @param ready told at once, or as soon as the addresses of this computer are known
   */
  public void card(String server, Invitation way, Consumer<JoinCard> ready) {
    Host runs = host;
    if (runs == null || !JoinCard.isLoopback(way.server().host())) {
      ready.accept(JoinCard.of(server, way, List.of()));
      return;
    }
    // They may be others than at the start of the server.
    runs.find(
        found -> {
          addresses.set(found.addresses());
          hosted.set(found.running());
          ready.accept(JoinCard.of(server, way, found.addresses()));
        });
  }

  /**
   * Keeps a picture as a file.
   *
   * @param argb its pixels, line by line
   * @param done told one sentence: where it is, or why it is not
   */
  public void savePicture(int width, int[] argb, Consumer<String> done) {
    if (host != null) {
      host.savePicture(width, argb, file -> done.accept(Texts.of("card.saved", file)), done);
    }
  }

  /**
   * Keeps the way to a server as a file that opens the app.
   *
   * @param done told one sentence, about where it is or why it is nowhere
   */
  public void saveInvitation(JoinCard card, Consumer<String> done) {
    if (host != null) {
      host.saveInvitation(
          card.server(),
          card.link(),
          file -> done.accept(Texts.of("card.invitation.saved", file)),
          done);
    }
  }

  private void failed(String sentence) {
    busy.set(false);
    say.accept(sentence);
  }
}
