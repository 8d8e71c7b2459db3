package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.files.Thumbs;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The small pictures that were shown last, decoded. FX thread. */
final class PictureStore {
  /** At 480 by 360 pixels these take 40 MB at most. */
  private static final int MOST_KEPT = 60;

  private static final Map<FileId, Image> KEPT =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FileId, Image> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Whoever wants a picture. */
  interface Wanting {
    void loaded(Image image);

    /** There is none that could be shown. */
    void missing();
  }

  private PictureStore() {}

  /** What is decoded already; null when it has to be asked for. */
  static @Nullable Image there(Attachment file) {
    return KEPT.get(file.id());
  }

  static void ask(Thumbs thumbs, Attachment file, Wanting wanting) {
    thumbs.ask(
        file,
        bytes ->
            Decoder.decode(
                bytes,
                image -> {
                  if (image == null) {
                    wanting.missing();
                  } else {
                    KEPT.put(file.id(), image);
                    wanting.loaded(image);
                  }
                }));
  }
}
