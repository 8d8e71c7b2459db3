package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.settings.Segments;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.ResidentsModel;
import chat.parley.model.Device;
import chat.parley.model.User;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for how long and why somebody is kept out. */
final class BanView extends VBox {
  private static final int LONGEST_REASON = 500;

  /** In hours; 0 for ever. */
  private static final List<Integer> HOURS = List.of(1, 24, 168, 0);

  private final ObjectProperty<Integer> hours = new SimpleObjectProperty<>(this, "hours", 24);
  private final TextField reason = new TextField();

  private BanView(ResidentsModel people, User user, @Nullable Device device, Dialogs dialogs) {
    getStyleClass().addAll("dialog", "words");
    setMaxHeight(USE_PREF_SIZE);
    reason.setId("ban-reason");
    CheckBox address = new CheckBox(Texts.of("view.admin.ban.address"));
    address.setId("ban-address");
    address.setWrapText(true);
    Button ban =
        Controls.button(
            Texts.of("view.admin.ban.do"),
            () -> {
              dialogs.close();
              people.ban(
                  user,
                  device == null ? null : device.id(),
                  hours.get() * 3_600L,
                  address.isSelected(),
                  reason.getText());
            },
            "danger-button");
    ban.setId("ban-do");
    ban.disableProperty()
        .bind(reason.textProperty().map(text -> text.strip().length() > LONGEST_REASON));
    reason.setOnAction(event -> ban.fire());
    Segments<Integer> time =
        new Segments<>(Texts.of("view.admin.time"), HOURS, BanView::words, hours);
    getChildren()
        .addAll(
            Dialog.head(
                device == null
                    ? Texts.of("view.admin.ban.title", user.name())
                    : Texts.of("view.admin.ban.device.title", user.name()),
                dialogs::close),
            Lines.folding(
                device == null
                    ? Texts.of("view.admin.ban.text")
                    : Texts.of("view.admin.ban.device.text", Lines.device(device)),
                "muted"),
            Dialog.field(Texts.of("view.admin.time"), time),
            Dialog.field(Texts.of("view.admin.reason.told"), reason),
            address,
            Dialog.foot(
                Controls.button(Texts.of("view.cancel"), dialogs::close, "secondary"), ban));
  }

  private static String words(int hours) {
    return hours == 0 ? Texts.of("view.admin.for.ever") : Texts.of("view.admin.hours", hours);
  }

  /**
   * @param device null for all devices of that person
   */
  static void open(ResidentsModel people, User user, @Nullable Device device, Dialogs dialogs) {
    BanView view = new BanView(people, user, device, dialogs);
    dialogs.open(view, view.reason::requestFocus);
  }
}
