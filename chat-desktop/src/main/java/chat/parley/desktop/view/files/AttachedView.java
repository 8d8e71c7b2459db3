package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.Bundle;
import chat.parley.desktop.viewmodel.files.UploadModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The files that go with the message that is being written, over it. */
public final class AttachedView extends VBox {
  private final ComposerModel composer;
  private final FileParts files;
  private final FlowPane chips = Controls.folding(new FlowPane());
  private final Label problem = Controls.folding(Controls.label("", "problem"));
  private final HBox due;
  private final Map<UploadModel, AttachedChip> made = new HashMap<>();
  private Subscription bound = Subscription.EMPTY;

  /**
   * @param toComposer gives the keyboard back
   */
  public AttachedView(ComposerModel composer, FileParts files, Runnable toComposer) {
    this.composer = composer;
    this.files = files;
    getStyleClass().add("attached");
    chips.getStyleClass().add("attached-chips");
    RightToLeft.fold(problem);
    Label waits = Controls.label(Texts.of("view.composer.due"), "attached-due-words");
    due =
        Controls.folding(
            new HBox(
                waits,
                Controls.linkButton(
                    Texts.of("view.composer.notYet"),
                    () -> {
                      Bundle here = composer.bundleProperty().get();
                      if (here != null) {
                        here.due(false);
                      }
                      toComposer.run();
                    })));
    waits.setMinWidth(Region.USE_PREF_SIZE);
    due.getStyleClass().add("attached-due");
    Controls.folding(this);
    getChildren().addAll(problem, chips, due);
    composer.bundleProperty().subscribe(this::follow);
  }

  private void follow(@Nullable Bundle bundle) {
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    made.clear();
    if (bundle != null) {
      bound =
          Subscription.combine(
              bundle.items().subscribe(this::show),
              bundle.problemProperty().subscribe(this::show),
              bundle.dueProperty().subscribe(this::show));
    }
    show();
  }

  private void show() {
    Bundle bundle = composer.bundleProperty().get();
    List<UploadModel> uploads = bundle == null ? List.of() : List.copyOf(bundle.items());
    made.keySet().retainAll(uploads);
    List<? extends Node> nodes =
        uploads.stream().map(upload -> made.computeIfAbsent(upload, one -> chip(one))).toList();
    if (!chips.getChildren().equals(nodes)) {
      chips.getChildren().setAll(nodes);
    }
    String wrong = bundle == null ? "" : bundle.problemProperty().get();
    problem.setText(wrong);
    problem.setVisible(!wrong.isEmpty());
    chips.setVisible(!uploads.isEmpty());
    due.setVisible(bundle != null && bundle.dueProperty().get());
    setVisible(!uploads.isEmpty() || !wrong.isEmpty());
  }

  private AttachedChip chip(UploadModel upload) {
    return new AttachedChip(
        upload,
        files,
        () -> {
          Bundle bundle = composer.bundleProperty().get();
          if (bundle != null) {
            bundle.remove(upload);
          }
        });
  }
}
