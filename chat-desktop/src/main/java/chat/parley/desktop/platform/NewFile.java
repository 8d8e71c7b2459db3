package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Places for files that a person keeps. Waits for the disk. */
final class NewFile {
  private NewFile() {}

  /**
   * Makes an empty file. Never one that is there: a number is added to the name.
   *
   * @param ending with its dot
   */
  static Path in(Path folder, String name, String ending) throws IOException {
    for (int number = 1; ; number++) {
      Path file = folder.resolve((number == 1 ? name : name + " " + number) + ending);
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // The next number may be free.
      }
    }
  }
}
