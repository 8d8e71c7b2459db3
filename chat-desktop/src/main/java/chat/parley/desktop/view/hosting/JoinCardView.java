package chat.parley.desktop.view.hosting;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import chat.parley.desktop.viewmodel.hosting.JoinCard;
import chat.parley.model.ShortCode;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** How others come to a server: to be scanned, copied, printed, or kept as a picture. */
public final class JoinCardView extends VBox {
  /** Below the address, which it stands for. */
  private static final int PLACE_OF_CODE = 4;

  private final VBox paper = new VBox();
  private final Label said = Controls.folding(Controls.label("", "caption"));
  private final Button first;
  private final HostingModel hosting;

  public JoinCardView(JoinCard card, HostingModel hosting, Runnable close) {
    this.hosting = hosting;
    getStyleClass().addAll("dialog", "join-card");
    setMaxHeight(USE_PREF_SIZE);
    Region head = Dialog.head(Texts.of("view.card.title"), close);
    head.setMinHeight(USE_PREF_SIZE);
    getChildren().add(head);
    if (!card.isReachable()) {
      first = Controls.button(Texts.of("view.close"), close, "accent");
      getChildren().addAll(words(Texts.of("view.card.nowhere"), "card-nowhere"), foot(first));
    } else {
      first = Controls.button(Texts.of("view.card.copy"), () -> copy(card.link()), "accent");
      first.setId("card-copy");
      write(card);
      RightToLeft.fold(said);
      said.visibleProperty().bind(said.textProperty().isNotEmpty());
      getChildren().addAll(scrolling(paper), said, buttons(card));
    }
  }

  private void write(JoinCard card) {
    var code = new ImageView(QrCode.of(card.scanned()));
    code.setAccessibleText(Texts.of("view.card.code"));
    paper
        .getChildren()
        .addAll(
            Controls.label(card.server(), "card-title"),
            words(Texts.of("view.card.sentence"), "card-words"),
            code,
            Controls.label(String.join("   ", card.addresses()), "card-address"),
            words(Texts.of("view.card.browser", card.page()), "card-words"),
            words(card.link(), "card-link"));
    ShortCode spoken = card.code();
    if (spoken != null) {
      paper.getChildren().add(PLACE_OF_CODE, code(spoken));
    }
    paper.getStyleClass().add("card-paper");
  }

  private Region buttons(JoinCard card) {
    Button address =
        Controls.button(
            Texts.of("view.card.copy.address"),
            () -> copy(card.addresses().getFirst()),
            "secondary");
    address.setId("card-copy-address");
    Button file =
        Controls.button(
            Texts.of("view.card.file"),
            () -> hosting.saveInvitation(card, said::setText),
            "secondary");
    file.setId("card-file");
    Button print = Controls.button(Texts.of("view.card.print"), this::print, "secondary");
    print.setId("card-print");
    return foot(print, file, address, first);
  }

  private static Region foot(Button... buttons) {
    Region foot = Dialog.foot(buttons);
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }

  /** Whoever has started the server as a guest owns it as little as anybody else. */
  public void offerOwnership(Runnable become) {
    Button owner = Controls.linkButton(Texts.of("view.card.owner"), become);
    owner.setId("card-owner");
    getChildren().add(getChildren().size() - 1, owner);
  }

  /** With large text the card may be higher than the window. */
  private static ScrollPane scrolling(VBox paper) {
    var scroll = new ScrollPane(paper);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("quiet-scroll");
    scroll.prefViewportHeightProperty().bind(paper.heightProperty());
    return scroll;
  }

  public void open() {
    first.requestFocus();
  }

  private void copy(String text) {
    Copied.text(text);
    said.setText(Texts.of("view.card.copied"));
  }

  /** On the usual printer; where there is none, into a picture that can be printed elsewhere. */
  private void print() {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      save();
      return;
    }
    if (!job.showPrintDialog(getScene().getWindow())) {
      job.cancelJob();
      return; // They thought better of it.
    }
    boolean printed = printed(job) && job.endJob();
    said.setText(Texts.of(printed ? "view.card.printed" : "view.card.not.printed"));
  }

  /** With large text the card may be larger than the sheet. */
  private boolean printed(PrinterJob job) {
    PageLayout sheet = job.getJobSettings().getPageLayout();
    double fitting =
        Math.min(
            sheet.getPrintableWidth() / paper.getWidth(),
            sheet.getPrintableHeight() / paper.getHeight());
    var scale = new Scale(Math.min(1, fitting), Math.min(1, fitting));
    paper.getTransforms().add(scale);
    try {
      return job.printPage(paper);
    } finally {
      paper.getTransforms().remove(scale);
    }
  }

  private void save() {
    WritableImage picture = paper.snapshot(null, null);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] argb = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    hosting.savePicture(width, argb, said::setText);
  }

  private static Label code(ShortCode code) {
    Label words = words(Texts.of("view.card.say", code.words()), "card-words");
    words.setId("card-say");
    return words;
  }

  private static Label words(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    RightToLeft.fold(label);
    return label;
  }
}
