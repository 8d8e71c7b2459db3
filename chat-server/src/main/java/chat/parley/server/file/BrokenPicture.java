package chat.parley.server.file;

import java.io.IOException;

/** What began like a picture is none. */
final class BrokenPicture extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenPicture(String sentence) {
    super(sentence);
  }
}
