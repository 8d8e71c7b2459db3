package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.files.PlayerModel;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.model.Attachment;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The files of a message: its pictures, side by side when there are several, then the others. */
public final class MessageFiles extends VBox {
  private static final int MANY = 5;
  private static final PseudoClass THREE = PseudoClass.getPseudoClass("three");

  /**
   * @param files those of one message
   */
  public MessageFiles(List<RoomFile> files, FileParts parts) {
    getStyleClass().add("message-files");
    List<RoomFile> pictures = files.stream().filter(file -> file.file().isPicture()).toList();
    if (pictures.size() == 1) {
      HBox line = new HBox(picture(pictures.getFirst(), parts, false));
      line.setFillHeight(false);
      getChildren().add(line);
    } else if (!pictures.isEmpty()) {
      getChildren().add(grid(pictures, parts));
    }
    files.stream()
        .map(RoomFile::file)
        .filter(file -> !file.isPicture())
        .map(file -> card(file, parts))
        .forEach(getChildren()::add);
  }

  private static Node card(Attachment file, FileParts parts) {
    return PlayerModel.plays(file) ? new SoundCard(file, parts) : new FileCard(file, parts);
  }

  private static Node grid(List<RoomFile> pictures, FileParts parts) {
    VBox grid = new VBox();
    grid.getStyleClass().add("picture-grid");
    int columns = pictures.size() >= MANY ? 3 : 2;
    for (int i = 0; i < pictures.size(); i += columns) {
      HBox line = new HBox();
      line.getStyleClass().add("picture-line");
      line.pseudoClassStateChanged(THREE, columns == 3);
      pictures.subList(i, Math.min(pictures.size(), i + columns)).stream()
          .map(picture -> picture(picture, parts, true))
          .forEach(line.getChildren()::add);
      grid.getChildren().add(line);
    }
    return grid;
  }

  private static PictureView picture(RoomFile picture, FileParts parts, boolean tile) {
    var view = new PictureView(picture.file(), parts, tile, () -> parts.viewer().accept(picture));
    HBox.setHgrow(view, Priority.NEVER);
    return view;
  }
}
