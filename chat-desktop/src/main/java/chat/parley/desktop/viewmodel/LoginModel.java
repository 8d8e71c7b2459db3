package chat.parley.desktop.viewmodel;

import chat.parley.client.BadAddress;
import chat.parley.client.Invitation;
import chat.parley.desktop.viewmodel.outside.Host;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Names;
import chat.parley.model.ShortCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The first screen: who, and on which server. */
public final class LoginModel {
  /** Does what the form asks for. */
  interface Entrance {
    void enter(Invitation way, String name, Command.Auth auth);

    /**
     * Looks for the server of that code on the network, until it is there or long enough.
     *
     * @param failed one sentence for a person
     */
    void seek(ShortCode code, Consumer<Invitation> found, Consumer<String> failed);

    void giveUp();

    /** Shows again what was shown before the form. */
    void goBack();
  }

  /** By what somebody comes in. */
  public enum Way {
    /** The name alone. */
    GUEST,
    ACCOUNT,
    NEW_ACCOUNT
  }

  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.GUEST);
  private final StringProperty password = new SimpleStringProperty(this, "password", "");
  private final StringProperty code = new SimpleStringProperty(this, "code", "");
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<String> recentAddresses = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final BooleanProperty optional = new SimpleBooleanProperty(this, "optional");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");
  private final ReadOnlyBooleanWrapper canSubmit = new ReadOnlyBooleanWrapper(this, "canSubmit");
  private final Entrance entrance;

  /** Holds as long as its address stands in the form. */
  private @Nullable Invitation chosen;

  /** The code that the server of this computer has told; empty while none is in the form. */
  private String ownCode = "";

  LoginModel(Entrance entrance) {
    this.entrance = entrance;
    name.addListener((_, _, _) -> judge());
    address.addListener((_, _, _) -> addressChanged());
    password.addListener((_, _, _) -> judge());
    way.addListener((_, _, _) -> judge());
    judge();
  }

  public ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** Of the account, or of the new one. */
  public StringProperty passwordProperty() {
    return password;
  }

  /** An invitation or the set-up code of a new server; empty where none is needed. */
  public StringProperty codeProperty() {
    return code;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty addressProperty() {
    return address;
  }

  /** Addresses that worked before, the latest first. */
  public ObservableList<String> recentAddresses() {
    return recentAddresses;
  }

  /** Whether a try is under way; {@link #cancel()} ends it. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether there is a try to give up, or a server to go back to. */
  public ObservableBooleanValue canCancelProperty() {
    return busy.or(optional);
  }

  /** Why the last try did not work, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with the name as typed so far; empty when it may be used or is empty. */
  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSubmitProperty() {
    return canSubmit.getReadOnlyProperty();
  }

  public void submit() {
    if (!canSubmit.get()) {
      return;
    }
    problem.set("");
    Optional<ShortCode> shortCode = ShortCode.parse(address.get());
    if (shortCode.isPresent()) {
      busy.set(true);
      judge();
      entrance.seek(shortCode.get(), this::enter, this::ended);
      return;
    }
    Invitation server;
    try {
      server = Invitation.parse(address.get());
    } catch (BadAddress e) {
      problem.set(Sentences.of(e));
      return;
    }
    if (server.key() == null && chosen != null && chosen.server().equals(server.server())) {
      server = chosen;
    }
    enter(server);
  }

  private void enter(Invitation server) {
    busy.set(true);
    judge();
    entrance.enter(server, Names.clean(name.get()), auth(Names.clean(name.get())));
  }

  private Command.Auth auth(String who) {
    return switch (way.get()) {
      case GUEST -> new Command.Auth.Guest(who);
      case ACCOUNT -> new Command.Auth.Password(who, password.get());
      case NEW_ACCOUNT ->
          new Command.Auth.Register(
              who, password.get(), code.get().isBlank() ? null : code.get().strip());
    };
  }

  /** Goes to that server when the form is submitted, and to its key if it names one. */
  public void choose(Invitation way) {
    chosen = way;
    address.set(way.server().toString());
    problem.set("");
  }

  /** Puts an invitation into the form, or says what is wrong with it. */
  void show(String link) {
    try {
      Invitation way = Invitation.parse(link);
      choose(way);
    } catch (BadAddress e) {
      problem.set(Sentences.of(e));
    }
  }

  /** Goes to the server of this computer, as its owner when the form makes a new account. */
  public void enterOwn(Host.Hosted own) {
    choose(own.own());
    String setUp = own.setUpCode();
    if (way.get() == Way.NEW_ACCOUNT && code.get().isBlank() && setUp != null) {
      code.set(setUp);
      ownCode = setUp;
    }
    submit();
  }

  /** Whoever runs another server must not be told how to own this one. */
  private void addressChanged() {
    if (!ownCode.isEmpty() && code.get().equals(ownCode)) {
      code.set("");
    }
    ownCode = "";
    judge();
  }

  /** Gives up the try that is under way, or the form when it need not be filled in. */
  public void cancel() {
    if (busy.get()) {
      entrance.giveUp();
      ended("");
    } else if (optional.get()) {
      ended("");
      entrance.goBack();
    }
  }

  /** Whether there is a server to go back to. */
  void optional(boolean now) {
    optional.set(now);
  }

  /** Fills the form with what was used last. */
  void remember(Preferences preferences) {
    recentAddresses.setAll(preferences.addresses());
    name.set(preferences.name());
    if (!recentAddresses.isEmpty()) {
      address.set(recentAddresses.getFirst());
    }
  }

  /**
   * The try is over.
   *
   * @param sentence why it did not work; empty when it did
   */
  void ended(String sentence) {
    busy.set(false);
    problem.set(sentence);
    if (sentence.isEmpty()) {
      password.set("");
      code.set("");
    }
    judge();
  }

  /**
   * The server said no.
   *
   * @param why null when it said nothing
   */
  void refused(String sentence, @Nullable ErrorCode why) {
    if (why == ErrorCode.ACCOUNT_NEEDED) {
      way.set(Way.ACCOUNT);
    } else if (why == ErrorCode.BAD_INVITE) {
      way.set(Way.NEW_ACCOUNT);
    }
    ended(sentence);
  }

  private void judge() {
    String clean = Names.clean(name.get());
    String wrong = Objections.toUserName(clean);
    nameProblem.set(clean.isEmpty() ? "" : wrong);
    boolean complete = way.get() == Way.GUEST || !password.get().isEmpty();
    canSubmit.set(wrong.isEmpty() && complete && !address.get().isBlank() && !busy.get());
  }
}
