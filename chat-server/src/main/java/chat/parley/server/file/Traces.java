package chat.parley.server.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what photos and videos that are only passed on tell about where they were made: TIFF and
 * what cameras make of it (DNG and other raw pictures), HEIC, AVIF, MP4, MOV. Nothing is decoded or
 * moved: such places are overwritten.
 */
final class Traces {
  /** With what boxes begin that such files begin with. */
  private static final Set<String> BOXES =
      Set.of("ftyp", "moov", "mdat", "meta", "wide", "free", "skip", "pnot");

  private Traces() {}

  static List<Patch> in(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return in(file);
    }
  }

  /** None for other kinds; of a broken file those that come before the break. */
  static List<Patch> in(SeekableByteChannel file) throws IOException {
    var patches = new ArrayList<Patch>();
    try {
      var peek = new Peek(file);
      String start = peek.text(0, 8);
      if (TiffTraces.isTiff(start)) {
        new TiffTraces(peek, patches).find();
      } else if (BOXES.contains(start.substring(4))) {
        new BoxTraces(peek, patches).find();
      }
    } catch (EOFException | BrokenPicture e) {
      return patches;
    }
    return patches;
  }
}
