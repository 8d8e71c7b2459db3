package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.protocol.Limits;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/** The field one writes into looks as it did when somebody last looked at it. */
class ComposerScenesTest {
  private static final int SOME_LEFT = 120;

  private final Office office = ScenesTest.office();

  @Themes
  void itGrowsToTenLinesAndThenScrolls(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          var text = new StringBuilder("What to bring on Thursday:");
          for (int desk = 1; desk <= 11; desk++) {
            text.append("\n- the cables of desk ").append(desk);
          }
          Fx.find(scene, "#composer", TextInputControl.class).setText(text.toString());
        });
    keep(scene, "composer-ten-lines", theme);
  }

  @Themes
  void theEndIsNear(Theme theme) {
    Scene scene = entered(office, theme);
    int room = Limits.DEFAULT.bodyChars() - SOME_LEFT;
    Fx.run(
        () ->
            Fx.find(scene, "#composer", TextInputControl.class)
                .setText(
                    "A long story, told at length. ".repeat(room / 30 + 1).substring(0, room)));
    keep(scene, "composer-near-limit", theme);
  }

  @Themes
  void whatIsReadFromTheRightBeginsThere(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () ->
            Fx.find(scene, "#composer", TextInputControl.class)
                .setText("המדפסת בקומה 2 שוב עובדת!\nתודה לכולם"));
    keep(scene, "composer-right-to-left", theme);
  }

  @Themes
  void longLinesFromTheRightAreBroken(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(
        () ->
            Fx.find(scene, "#composer", TextInputControl.class)
                .setText(
                    "המדפסת בקומה 2 שוב עובדת! תודה לכולם (גם ל-Ben Roth, שתיקן אותה אתמול בלילה). "
                        .repeat(3)));
    keep(scene, "composer-right-to-left-long", theme);
  }
}
