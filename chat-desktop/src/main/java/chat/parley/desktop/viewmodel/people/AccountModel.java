package chat.parley.desktop.viewmodel.people;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** My account on one server: my name, my password, and the devices by which I come in. */
public final class AccountModel {
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty fresh = new SimpleStringProperty(this, "fresh", "");
  private final StringProperty invite = new SimpleStringProperty(this, "invite", "");
  private final ObservableList<Device> devices = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper ownerless = new ReadOnlyBooleanWrapper(this, "ownerless");
  private Supplier<@Nullable String> setUpCode = () -> null;
  private @Nullable Seat seat;

  /** What others shall call me. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The one I have. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** The one I want to have. */
  public StringProperty freshProperty() {
    return fresh;
  }

  /** An invitation, where becoming a member takes one. */
  public StringProperty inviteProperty() {
    return invite;
  }

  /** Whether I make myself the owner of a server that I started and that has none yet. */
  public ReadOnlyBooleanProperty ownerlessProperty() {
    return ownerless.getReadOnlyProperty();
  }

  /**
   * @param code says what makes me the owner here; null when nothing known to this app does
   */
  public void setUpBy(Supplier<@Nullable String> code) {
    setUpCode = code;
  }

  /** Mine, the one used last first. */
  public ObservableList<Device> devices() {
    return devices;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why something was not done, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the key of this device is in the system's store, not in a file. */
  public boolean keepsKeyInStore() {
    return seat != null && seat.archive().keepsKeyInStore();
  }

  /** Starts with what is so now. */
  public void open(String nameNow) {
    name.set(nameNow);
    password.set("");
    fresh.set("");
    String code = setUpCode.get();
    ownerless.set(code != null);
    invite.set(code == null ? "" : code);
    problem.set("");
    askForDevices();
  }

  /**
   * @param done runs when I have that name
   */
  public void rename(Runnable done) {
    ask(
        id -> new Command.ChangeName(id, name.get().strip()),
        done,
        e -> Sentences.of(e, ErrorCode.FORBIDDEN, "error.forbidden.name"));
  }

  /**
   * @param done runs when that is my password and all other devices are logged out
   */
  public void changePassword(Runnable done) {
    ask(
        id -> new Command.ChangePassword(id, password.get(), fresh.get()),
        () -> {
          forgetPasswords();
          askForDevices();
          done.run();
        });
  }

  /**
   * Makes me a member with a password.
   *
   * @param done runs when I am
   */
  public void becomeMember(Runnable done) {
    String code = invite.get().isBlank() ? null : invite.get().strip();
    ask(
        id -> new Command.BecomeMember(id, fresh.get(), code),
        () -> {
          forgetPasswords();
          done.run();
        });
  }

  /**
   * @param device null for all but this one
   */
  public void logOut(@Nullable DeviceId device) {
    ask(id -> new Command.LogOut(id, device), this::askForDevices);
  }

  private void forgetPasswords() {
    password.set("");
    fresh.set("");
    invite.set("");
  }

  private void askForDevices() {
    if (seat != null) {
      seat.await(
          seat.connection().ask(Command.Devices::new, Event.DeviceList.class),
          list -> devices.setAll(list.devices()),
          e -> problem.set(Sentences.of(e)));
    }
  }

  private void ask(LongFunction<Command> command, Runnable done) {
    ask(command, done, Sentences::of);
  }

  private void ask(
      LongFunction<Command> command, Runnable done, Function<Throwable, String> problemOf) {
    if (seat == null || busy.get()) {
      return;
    }
    busy.set(true);
    problem.set("");
    seat.await(
        seat.connection().ask(command, Event.Done.class),
        _ -> {
          busy.set(false);
          done.run();
        },
        e -> {
          busy.set(false);
          problem.set(problemOf.apply(e));
        });
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    seat = null;
    devices.clear();
  }
}
