package chat.parley.desktop.view.hosting;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether to end the server of this computer while others are on it. */
public final class StopView extends VBox {
  private final Button keep;

  /**
   * @param others how many
   */
  public StopView(int others, HostingModel model, Runnable close) {
    getStyleClass().addAll("dialog", "words");
    setMaxHeight(USE_PREF_SIZE);
    Label sentence = Controls.label(Texts.of("view.host.stop.sentence", others), "muted");
    RightToLeft.fold(sentence);
    keep = Controls.button(Texts.of("view.host.stop.not"), close, "secondary");
    Button stop =
        Controls.button(
            Texts.of("view.host.stop"),
            () -> {
              close.run();
              model.stopAnyway();
            },
            "danger-button");
    stop.setId("host-stop-do");
    getChildren()
        .addAll(
            Dialog.head(Texts.of("view.host.stop.title"), close),
            sentence,
            Dialog.foot(keep, stop));
  }

  /** To the button that does no harm. */
  public void open() {
    keep.requestFocus();
  }
}
