package chat.parley.desktop.view.emoji;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of emoji: read and decoded on a thread of their own when they are first needed, and
 * kept as long as they are among those used last. For the FX thread.
 */
final class EmojiImages {
  private static final String FILE = "/chat/parley/desktop/emoji/emoji.pack";

  /** At 64 by 64 pixels these take 8 MB. */
  private static final int MOST_KEPT = 512;

  private static final EmojiImages SHARED = new EmojiImages();

  private final Map<String, Image> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private Map<String, List<EmojiView>> asked = new HashMap<>();
  private boolean decoding;

  /** Only the one decoding thread at a time reads it; null before the first. */
  private @Nullable Pack pack;

  private EmojiImages() {}

  static EmojiImages shared() {
    return SHARED;
  }

  /** Gives the view its picture, now or soon; none when there is none. */
  void ask(String emoji, EmojiView view) {
    Image known = kept.get(emoji);
    if (known != null) {
      view.loaded(emoji, known);
    } else if (EmojiCatalog.bundled().image(emoji) >= 0) {
      asked.computeIfAbsent(emoji, _ -> new ArrayList<>()).add(view);
      decodeNext();
    }
  }

  private void decodeNext() {
    if (decoding || asked.isEmpty()) {
      return;
    }
    decoding = true;
    Map<String, List<EmojiView>> batch = asked;
    asked = new HashMap<>();
    List<String> wanted = List.copyOf(batch.keySet());
    Thread.ofVirtual()
        .name("parley-emoji")
        .start(
            () -> {
              Map<String, Image> images = decode(wanted);
              Platform.runLater(() -> decoded(images, batch));
            });
  }

  private void decoded(Map<String, Image> images, Map<String, List<EmojiView>> batch) {
    decoding = false;
    kept.putAll(images);
    images.forEach(
        (emoji, image) ->
            batch.getOrDefault(emoji, List.of()).forEach(view -> view.loaded(emoji, image)));
    decodeNext();
  }

  private Map<String, Image> decode(List<String> wanted) {
    Pack from = pack == null ? Pack.read() : pack;
    pack = from;
    Map<String, Image> images = new HashMap<>();
    for (String emoji : wanted) {
      images.put(emoji, from.image(EmojiCatalog.bundled().image(emoji)));
    }
    return images;
  }

  /** All pictures as they are in the program: for each its length in two bytes, and a PNG. */
  private record Pack(byte[] bytes, int[] starts) {
    static Pack read() {
      try (InputStream in = EmojiImages.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("The pictures of emoji are missing.");
        }
        byte[] bytes = in.readAllBytes();
        int[] starts = new int[EmojiCatalog.bundled().images()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
          starts[i] = at;
          at += 2 + length(bytes, at);
        }
        return new Pack(bytes, starts);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Image image(int index) {
      int start = starts[index];
      return new Image(new ByteArrayInputStream(bytes, start + 2, length(bytes, start)));
    }

    private static int length(byte[] bytes, int at) {
      return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
  }
}
