package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.files.VoiceModel;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Records a voice message; while it does, says how long it is. */
public final class VoiceView extends HBox {
  private final VoiceModel model;
  private final Label length = Controls.label("", "voice-length");

  public VoiceView(VoiceModel model) {
    this.model = model;
    getStyleClass().add("voice");
    Button start = button(Feather.MIC, "view.voice.start", model::start);
    start.setId("voice");
    Button finish = button(Feather.CHECK, "view.voice.finish", model::finish);
    finish.getStyleClass().add("voice-finish");
    Button cancel = button(Feather.X, "view.voice.cancel", model::cancel);
    length.setMinWidth(Region.USE_PREF_SIZE);
    Controls.folding(length).visibleProperty().bind(model.recordingProperty());
    start.visibleProperty().bind(model.recordingProperty().not());
    finish.visibleProperty().bind(model.recordingProperty());
    cancel.visibleProperty().bind(model.recordingProperty());
    getChildren().addAll(start, length, cancel, finish);
    model.lengthProperty().subscribe(this::show);
    model.recordingProperty().subscribe(this::show);
    show();
  }

  private static Button button(Feather glyph, String key, Runnable action) {
    return Controls.folding(Controls.iconButton(glyph, Texts.of(key), action));
  }

  private void show() {
    length.setText(Texts.of("view.voice.recording", FileWords.time(model.lengthProperty().get())));
  }
}
