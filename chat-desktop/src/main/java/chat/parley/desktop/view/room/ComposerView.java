package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiPicker;
import chat.parley.desktop.view.files.AttachedView;
import chat.parley.desktop.view.files.ClipboardPicture;
import chat.parley.desktop.view.files.FileChoice;
import chat.parley.desktop.view.files.FileParts;
import chat.parley.desktop.view.files.VoiceView;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.completion.CompletionModel;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import java.io.File;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where a message is written. Enter sends it, Shift+Enter breaks the line. */
final class ComposerView extends VBox {
  /** The count appears when so few characters are left. */
  private static final int NEAR_LIMIT = 200;

  private static final double SHARE_OF_PANE = 0.4;

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final ComposerModel model;
  private final CompletionModel completion;
  private final GrowingArea area = new GrowingArea();
  private final ComposerKeys keys;
  private final HBox box;
  private final Label count = Controls.folding(Controls.label("", "composer-count"));
  private BooleanSupplier editLast = () -> false;
  private final Label problem = Controls.folding(Controls.label("", "problem"));

  /**
   * @param page scrolls the messages by so many views
   */
  ComposerView(
      ComposerModel model,
      CompletionModel completion,
      EmojiModel emojis,
      FileParts files,
      ObservableValue<Boolean> enterSends,
      IntConsumer page) {
    this.model = model;
    this.completion = completion;
    keys = new ComposerKeys(area, completion, enterSends, new Actions(page));
    getStyleClass().add("composer");
    Button send = Controls.iconButton(Feather.SEND, Texts.of("view.composer.send"), this::send);
    send.setId("send");
    send.getStyleClass().add("send");
    send.disableProperty().bind(model.canSendProperty().not());
    Button emoji = Controls.iconButton(Feather.SMILE, Texts.of("view.composer.emoji"), () -> {});
    emoji.setId("emoji");
    emoji.setOnAction(_ -> EmojiPicker.show(emoji, emojis, this::insert));
    box = new HBox(attach(), area, count, voice(), emoji, send);
    box.getStyleClass().add("composer-box");
    box.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(area, Priority.ALWAYS);
    count.setMinWidth(Region.USE_PREF_SIZE);
    RightToLeft.fold(problem);
    problem
        .textProperty()
        .bind(
            Bindings.when(model.problemProperty().isEmpty())
                .then(model.objectionProperty())
                .otherwise(model.problemProperty()));
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    getChildren()
        .addAll(
            problem,
            new ComposerBar(model, area::requestFocus),
            new AttachedView(model, files, area::requestFocus),
            box,
            hereOnly());
    buildArea();
    model.leftProperty().subscribe(this::showCount);
    model.overProperty().subscribe(this::showCount);
    showCount();
  }

  Node keyboardTarget() {
    return area;
  }

  private Label hereOnly() {
    Label note = Controls.folding(Controls.label(Texts.of("view.composer.here.only"), "caption"));
    note.setWrapText(true);
    note.setId("draft-here-only");
    note.visibleProperty().bind(model.hereOnlyProperty());
    return note;
  }

  private Button attach() {
    Button attach =
        Controls.folding(
            Controls.iconButton(
                Feather.PAPERCLIP, Texts.of("view.files.attach"), this::chooseFiles));
    attach.setId("attach");
    attach.visibleProperty().bind(model.takesFilesProperty());
    return attach;
  }

  private Node voice() {
    VoiceView voice = Controls.folding(new VoiceView(model.voice()));
    voice.visibleProperty().bind(model.voice().possibleProperty().and(model.takesFilesProperty()));
    return voice;
  }

  /** Asks for files, and attaches them. */
  void chooseFiles() {
    if (model.takesFilesProperty().get()) {
      attach(FileChoice.of(this).open(getScene().getWindow()));
      area.requestFocus();
    }
  }

  /** Attaches files of this computer. */
  void attach(List<File> files) {
    model.attachFiles(files.stream().map(File::getPath).toList());
  }

  /** Takes what goes as a file from the clipboard; answers whether there was any such thing. */
  private boolean pasteFiles() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!model.takesFilesProperty().get()) {
      return false;
    }
    if (clipboard.hasFiles()) {
      attach(clipboard.getFiles());
      return true;
    }
    if (clipboard.hasString()) {
      return model.attachLong(clipboard.getString());
    }
    Image image = clipboard.getImage();
    if (image == null) {
      return false;
    }
    ClipboardPicture.attach(image, model);
    return true;
  }

  /** What is offered for the word that is being written; to be laid over the messages. */
  CompletionList completionList() {
    return new CompletionList(completion, keys::accept);
  }

  /** The height of the pane the composer is part of; it takes no more than its share of it. */
  void fitInto(ObservableDoubleValue paneHeight) {
    area.mostHeightProperty().bind(Bindings.multiply(paneHeight, SHARE_OF_PANE));
  }

  /** Goes on with something that was typed while the keyboard was elsewhere. */
  void type(String characters) {
    area.requestFocus();
    area.end();
    area.replaceSelection(characters);
  }

  /** Where the caret was when something else took the keyboard. */
  private void insert(String characters) {
    area.requestFocus();
    area.replaceSelection(characters);
  }

  /** Nothing is offered to somebody who went elsewhere. */
  private void lookForWords() {
    String text = area.isFocused() ? area.getText() : "";
    completion.look(text, Math.min(text.length(), area.getCaretPosition()));
  }

  /**
   * @param action edits what was said last; answers whether there is anything
   */
  void setOnEditLast(BooleanSupplier action) {
    editLast = action;
  }

  private void buildArea() {
    area.setId("composer");
    area.textProperty().bindBidirectional(model.textProperty());
    area.promptProperty().bind(model.placeholderProperty());
    area.accessibleTextProperty().bind(model.placeholderProperty());
    area.setOnPaste(this::pasteFiles);
    keys.listen();
    area.textProperty().subscribe(this::lookForWords);
    area.caretPositionProperty().subscribe(this::lookForWords);
    area.focusedProperty().subscribe(this::lookForWords);
    area.textProperty()
        .subscribe(
            () -> {
              if (area.isFocused()) {
                model.typed();
              }
            });
  }

  private void send() {
    model.send();
    area.requestFocus();
  }

  private void showCount() {
    int left = model.leftProperty().get();
    int over = model.overProperty().get();
    box.pseudoClassStateChanged(OVER, over > 0);
    count.pseudoClassStateChanged(OVER, over > 0);
    count.setVisible(left <= NEAR_LIMIT);
    count.setText(
        over > 0 ? Texts.of("view.composer.over", over) : Texts.of("view.composer.left", left));
  }

  /** What keys lead to. */
  private final class Actions implements ComposerKeys.Actions {
    private final IntConsumer page;

    Actions(IntConsumer page) {
      this.page = page;
    }

    @Override
    public void send() {
      ComposerView.this.send();
    }

    @Override
    public boolean editLast() {
      return editLast.getAsBoolean();
    }

    @Override
    public boolean cancel() {
      return model.cancel();
    }

    @Override
    public void page(int pages) {
      page.accept(pages);
    }
  }
}
