package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.ComposerModel;
import javafx.scene.image.Image;

/** A picture that was copied somewhere, on its way into a message. */
public final class ClipboardPicture {
  private ClipboardPicture() {}

  public static void attach(Image image, ComposerModel composer) {
    composer.attachPicture((int) image.getWidth(), (int) image.getHeight(), Decoder.pixels(image));
  }
}
