package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import javafx.application.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
  @ParameterizedTest
  @CsvSource({
    "SYSTEM, DARK, true",
    "SYSTEM, LIGHT, false",
    "LIGHT, DARK, false",
    "DARK, LIGHT, true",
    "CONTRAST, LIGHT, true",
  })
  void onlyTheThemeOfTheSystemIsAsDarkAsTheSystemIs(Theme theme, ColorScheme system, boolean dark) {
    assertThat(Look.isDark(theme, system)).isEqualTo(dark);
  }
}
