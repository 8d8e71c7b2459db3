package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.Texts;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for files, and for a place to keep one. */
public interface FileChoice {
  /** The system's own windows for that. */
  FileChoice SYSTEM =
      new FileChoice() {
        @Override
        public List<File> open(Window over) {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(Texts.of("view.files.attach"));
          List<File> chosen = chooser.showOpenMultipleDialog(over);
          return chosen == null ? List.of() : chosen;
        }

        @Override
        public @Nullable File save(Window over, String name) {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(Texts.of("view.files.save"));
          chooser.setInitialFileName(name);
          return chooser.showSaveDialog(over);
        }
      };

  /** None when the person thinks better of it. */
  List<File> open(Window over);

  /** Null when the person thinks better of it. */
  @Nullable File save(Window over, String name);

  /** How it is asked in that window; the system's way unless another was put there. */
  static FileChoice of(Node node) {
    Scene scene = node.getScene();
    return scene != null && scene.getProperties().get(FileChoice.class) instanceof FileChoice other
        ? other
        : SYSTEM;
  }

  /** Lets it be asked otherwise in that window. */
  static void put(Scene scene, FileChoice choice) {
    scene.getProperties().put(FileChoice.class, choice);
  }
}
