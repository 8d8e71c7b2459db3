package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.files.DownloadModel;
import chat.parley.model.Attachment;
import java.io.File;
import javafx.scene.Node;

/** Asks where a file shall lie, and brings it there. */
final class Saving {
  private Saving() {}

  static void of(DownloadModel download, Node at) {
    // Whatever a server says: the chooser is offered a name, never a path.
    String name = Attachment.cleanName(download.file().name());
    File to = FileChoice.of(at).save(at.getScene().getWindow(), name);
    if (to != null) {
      download.saveTo(to.getPath());
    }
  }
}
