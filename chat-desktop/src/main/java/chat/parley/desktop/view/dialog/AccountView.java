package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.AccountModel;
import chat.parley.model.Device;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** My name, my password and my devices, and what can be changed of them. */
public final class AccountView extends VBox {
  private final AccountModel account;
  private final ObservableValue<@Nullable User> me;
  private final ZoneId zone;
  private final TextField name = new TextField();
  private final VBox passwords = new VBox();
  private final VBox devices = new VBox();
  private final Label secret = Controls.label("", "caption");

  /**
   * @param close takes this view away
   */
  public AccountView(
      AccountModel account, ObservableValue<@Nullable User> me, ZoneId zone, Runnable close) {
    this.account = account;
    this.me = me;
    this.zone = zone;
    getStyleClass().addAll("dialog", "my-account");
    setMaxHeight(USE_PREF_SIZE);
    passwords.getStyleClass().add("account-part");
    devices.getStyleClass().add("account-devices");
    me.subscribe(this::showPasswords);
    account.devices().addListener((ListChangeListener<Device>) _ -> showDevices());
    ScrollPane scroll = new ScrollPane(devices);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("quiet-scroll");
    scroll.setMaxHeight(176);
    getChildren()
        .addAll(
            Dialog.head(Texts.of("view.account.title"), close),
            nameField(),
            passwords,
            devicesHead(),
            scroll,
            secret(),
            Dialog.problem(account.problemProperty()));
  }

  public void open() {
    User now = me.getValue();
    account.open(now == null ? "" : now.name());
    showSecret();
    name.requestFocus();
    name.end();
  }

  private Node nameField() {
    name.setId("account-name");
    name.textProperty().bindBidirectional(account.nameProperty());
    name.setOnAction(event -> account.rename(() -> {}));
    Button save =
        Controls.button(
            Texts.of("view.account.rename"), () -> account.rename(() -> {}), "secondary");
    save.setId("account-rename");
    save.disableProperty().bind(account.busyProperty());
    return Dialog.field(Texts.of("view.login.name"), name, beside(save));
  }

  private void showPasswords(@Nullable User now) {
    boolean guest = now != null && now.role() == Role.GUEST;
    passwords.getChildren().setAll(guest ? forGuests() : forMembers());
  }

  private Node forGuests() {
    Label why = Controls.label("", "caption");
    RightToLeft.fold(why);
    why.textProperty()
        .bind(
            account
                .ownerlessProperty()
                .map(now -> Texts.of(now ? "view.account.ownerless" : "view.account.guest")));
    TextField invite = new TextField();
    invite.setId("account-invite");
    invite.textProperty().bindBidirectional(account.inviteProperty());
    Button become = Controls.button("", () -> account.becomeMember(() -> {}), "accent");
    become.setId("account-become");
    become
        .textProperty()
        .bind(
            account
                .ownerlessProperty()
                .map(now -> Texts.of(now ? "view.account.become.owner" : "view.account.become")));
    become.disableProperty().bind(account.busyProperty().or(account.freshProperty().isEmpty()));
    VBox part =
        new VBox(
            why,
            Dialog.field(Texts.of("view.account.fresh"), fresh()),
            Dialog.field(Texts.of("view.login.code"), invite),
            beside(become));
    part.getStyleClass().add("account-part");
    return part;
  }

  private Node forMembers() {
    PasswordField current = new PasswordField();
    current.setId("account-password");
    current.textProperty().bindBidirectional(account.passwordProperty());
    Button change =
        Controls.button(
            Texts.of("view.account.change"), () -> account.changePassword(() -> {}), "secondary");
    change.setId("account-change");
    change.disableProperty().bind(account.busyProperty().or(account.freshProperty().isEmpty()));
    VBox part =
        new VBox(
            Dialog.field(Texts.of("view.account.current"), current),
            Dialog.field(Texts.of("view.account.fresh"), fresh()),
            beside(change));
    part.getStyleClass().add("account-part");
    return part;
  }

  private Node fresh() {
    PasswordField fresh = new PasswordField();
    fresh.setId("account-fresh");
    fresh.textProperty().bindBidirectional(account.freshProperty());
    fresh.setPromptText(Texts.of("view.login.password.hint"));
    return fresh;
  }

  private Node devicesHead() {
    Button others =
        Controls.linkButton(Texts.of("view.account.others"), () -> account.logOut(null));
    others.setId("account-others");
    HBox head =
        new HBox(
            Controls.label(Texts.of("view.account.devices"), "field-label"),
            Controls.spacer(),
            others);
    head.getStyleClass().addAll("dialog-head", "account-devices-head");
    return head;
  }

  /** What anybody who sits down at this computer as me gets with it. */
  private Node secret() {
    RightToLeft.fold(secret);
    // Where there is little room the list of devices gives way, which can be scrolled.
    secret.setMinHeight(USE_PREF_SIZE);
    showSecret();
    return secret;
  }

  private void showSecret() {
    secret.setText(
        account.keepsKeyInStore()
            ? Texts.of("view.account.secret.store")
            : Texts.of("view.account.secret"));
  }

  private void showDevices() {
    devices.getChildren().setAll(account.devices().stream().map(this::line).toList());
  }

  private Node line(Device device) {
    Label agent = Controls.label(device.agent().isEmpty() ? device.id().value() : device.agent());
    Label seen = Controls.label(seen(device), "caption");
    VBox words = new VBox(agent, seen);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node deed =
        device.current()
            ? Controls.label(Texts.of("view.account.this"), "muted")
            : Controls.button(
                Texts.of("view.account.log.out"), () -> account.logOut(device.id()), "secondary");
    HBox line = new HBox(words, deed);
    line.getStyleClass().add("account-device");
    return line;
  }

  private String seen(Device device) {
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.getDefault())
            .format(Instant.ofEpochMilli(device.seenAt()).atZone(zone));
    return device.address().isEmpty()
        ? Texts.of("view.account.seen", at)
        : Texts.of("view.account.seen.from", at, device.address());
  }

  private static HBox beside(Button button) {
    HBox foot = new HBox(Controls.spacer(), button);
    foot.getStyleClass().add("dialog-foot");
    return foot;
  }
}
