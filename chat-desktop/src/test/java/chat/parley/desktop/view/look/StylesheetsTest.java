package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.AppView;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.FontFace;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages have the stylesheets in JavaFX's own form, which nobody sees in other tests. */
class StylesheetsTest {
  @TempDir Path folder;

  static List<Path> stylesheets() throws IOException, URISyntaxException {
    Path view = Path.of(AppView.class.getResource("base.css").toURI()).getParent();
    try (Stream<Path> all = Files.list(view)) {
      return all.filter(path -> path.toString().endsWith(".css")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("stylesheets")
  void aStylesheetSaysTheSameInJavaFxsOwnForm(Path text) throws IOException {
    Path binary = folder.resolve("it.bss");
    Stylesheet.convertToBinary(text.toFile(), binary.toFile());
    Stylesheet read = Stylesheet.loadBinary(binary.toUri().toURL());
    Stylesheet parsed = new CssParser().parse(text.toUri().toURL());
    assertThat(said(read)).isNotEmpty().isEqualTo(said(parsed));
    assertThat(read.getFontFaces().stream().map(FontFace::toString))
        .containsExactlyElementsOf(parsed.getFontFaces().stream().map(FontFace::toString).toList());
  }

  private static List<String> said(Stylesheet sheet) {
    return sheet.getRules().stream()
        .map(rule -> rule.getSelectors() + " " + rule.getDeclarations())
        .toList();
  }
}
