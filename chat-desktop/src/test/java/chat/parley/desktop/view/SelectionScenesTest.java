package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.HEIGHT;
import static chat.parley.desktop.view.Scenery.WIDTH;
import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;

import chat.parley.desktop.viewmodel.Theme;
import javafx.scene.Scene;

/** Selected text looks as it did when somebody last looked at it. */
class SelectionScenesTest {
  private static final String LINES =
      """
      9:02 Bruno Silva: Morning all, the build server is back up. It was the disk again, and the new one is in: see https://office-pc/wiki/disks for what it is 🎉
      9:02 Bruno Silva: > Do we have a spare one?\\n\\nIn the cupboard, `shelf 2`:\\n- two of **4 TB**\\n- one of 2 TB
      9:05 Chen Wei: ```java\\n// Waits for the last light.\\nfor (Port port : ports) {\\n  port.drain(30, "seconds");\\n}\\n```
      9:06 Dara Novak: @Ana Okafor can you order two more? They cost 90 each at the moment
      9:07 Elif Kaya: שלום לכולם, see you all at ten in the small room
      """;

  @Themes
  void textOfSeveralMessagesIsSelected(Theme theme) {
    Office office = new Office();
    office.said(0, LINES);
    Scene scene = entered(office, theme, WIDTH, HEIGHT);
    Fx.settle(scene);
    Words.drag(scene, Words.before(scene, "It was the disk"), Words.before(scene, "room"));
    keep(scene, "message-selection", theme);
  }
}
