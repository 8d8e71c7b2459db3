package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Icons;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A sign for what kind of file it is. */
final class FileSign extends StackPane {
  private static final List<String> PACKED = List.of("zip", "gz", "tar", "7z", "rar", "xz", "bz2");
  private static final List<String> TABLES = List.of("csv", "xls", "xlsx", "ods");
  private static final List<String> CODE =
      List.of("java", "js", "py", "c", "h", "cpp", "json", "xml", "html", "css", "sh", "sql");
  private static final List<String> TEXTS =
      List.of("pdf", "txt", "md", "doc", "docx", "odt", "rtf", "log");

  FileSign(String name, String type) {
    getStyleClass().add("file-sign");
    getChildren().add(Icons.of(glyph(name, type)));
  }

  static Feather glyph(String name, String type) {
    if (type.startsWith("image/")) {
      return Feather.IMAGE;
    }
    if (type.startsWith("video/")) {
      return Feather.FILM;
    }
    if (type.startsWith("audio/")) {
      return Feather.MUSIC;
    }
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PACKED.contains(end)) {
      return Feather.ARCHIVE;
    }
    if (TABLES.contains(end)) {
      return Feather.GRID;
    }
    if (CODE.contains(end)) {
      return Feather.CODE;
    }
    return TEXTS.contains(end) ? Feather.FILE_TEXT : Feather.FILE;
  }
}
