package chat.parley.server.file;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where MP4, MOV, HEIC and AVIF tell of their place: what users and phones add to a video
 * (3GPP TS 26.244 section 8, QuickTime's user data and its list of keys), and what a photo has of
 * Exif and XMP.
 */
final class BoxTraces {
  private static final Set<String> PLACES = Set.of("\u00a9xyz", "loci", "XMP_");
  private static final String XMP =
      "\u00be\u007a\u00cf\u00cb\u0097\u00a9\u0042\u00e8\u009c\u0071\u0099\u0094\u0091\u00e3\u00af\u00ac";

  private final Peek file;
  private final List<Patch> patches;

  BoxTraces(Peek file, List<Patch> patches) {
    this.file = file;
    this.patches = patches;
  }

  void find() throws IOException {
    for (Box box : Box.in(file, 0, file.size())) {
      switch (box.type()) {
        case "moov" -> movie(box);
        case "meta" -> {
          new PhotoTraces(file, patches).find(box);
          meta(box);
        }
        case "uuid" -> words(box);
        default -> {
          // pixels and sound
        }
      }
    }
  }

  /** The movie itself or one of its tracks. */
  private void movie(Box box) throws IOException {
    for (Box child : box.boxes(file)) {
      switch (child.type()) {
        case "udta" -> userData(child);
        case "meta" -> meta(child);
        case "uuid" -> words(child);
        case "trak" -> {
          if (box.type().equals("moov")) {
            movie(child);
          }
        }
        default -> {
          // how it is to be played
        }
      }
    }
  }

  private void userData(Box box) throws IOException {
    for (Box child : box.boxes(file)) {
      if (PLACES.contains(child.type())) {
        patches.add(Patch.free(child));
      } else if (child.type().equals("meta")) {
        meta(child);
      } else if (child.type().equals("uuid")) {
        words(child);
      }
    }
  }

  /** Values by the number of their key; QuickTime's has no version before its first box. */
  private void meta(Box box) throws IOException {
    boolean bare = box.end() - box.body() >= 8 && file.text(box.body() + 4, 4).equals("hdlr");
    var told = new HashSet<Integer>();
    List<Box> children = Box.in(file, box.body() + (bare ? 0 : 4), box.end());
    for (Box child : children) {
      if (child.type().equals("keys")) {
        keys(child, told);
      }
    }
    for (Box child : children) {
      if (child.type().equals("ilst")) {
        values(child, told);
      }
    }
  }

  private void keys(Box box, Set<Integer> told) throws IOException {
    int number = 1;
    for (Box key : Box.in(file, box.body() + 8, box.end())) {
      String name = file.text(key.body(), Math.min(200, key.end() - key.body()));
      if (isPlace(name.toLowerCase(Locale.ROOT))) {
        told.add(number);
      }
      number++;
    }
  }

  private static boolean isPlace(String key) {
    return key.contains("location") || key.contains("gps") || key.endsWith("xyz");
  }

  private void values(Box box, Set<Integer> told) throws IOException {
    for (Box item : box.boxes(file)) {
      int number = file.at(item.at() + 4, 4).getInt();
      if (PLACES.contains(item.type())) {
        patches.add(Patch.free(item));
      } else if (told.contains(number)) {
        for (Box data : item.boxes(file)) {
          patches.add(Patch.zeros(data.body() + 8, Math.max(0, data.end() - data.body() - 8)));
        }
      }
    }
  }

  private void words(Box box) throws IOException {
    if (box.end() - box.body() >= XMP.length() && file.text(box.body(), XMP.length()).equals(XMP)) {
      patches.add(Patch.free(box));
    }
  }
}
