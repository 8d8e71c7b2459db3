package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.ScenesTest.ASKED;

import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.Theme;
import javafx.scene.Scene;

/** What was said meanwhile looks as it did when somebody last looked at it. */
class UnreadScenesTest {
  private static final String BEFORE =
      """
      8:02 Chen Wei: Coffee machine is on
      8:05 Bruno Silva: On my way
      """;

  private static final String MEANWHILE =
      """
      8:12 Dara Novak: @Ana Okafor the small room is locked, who has the key?
      8:13 Dara Novak: The walkthrough starts there.
      """;

  private final Office office = ScenesTest.office();

  @Themes
  void newMessagesWhileReadingOlderOnes(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".virtual-list", VirtualList.class).scrollBy(-300));
    Fx.settle(scene);
    Fx.run(
        () -> {
          office.leaves();
          ASKED.lines().forEach(office::says);
        });
    keep(scene, "jump", theme);
  }

  @Themes
  void aRoomOpensWhereTheNewMessagesBegin(Theme theme) {
    office.read = 14;
    office.said(0, ASKED);
    keep(entered(office, theme), "unread-line", theme);
  }

  @Themes
  void moreComesWhileIReadWhatWasSaidMeanwhile(Theme theme) {
    Office office = new Office();
    office.said(1, ScenesTest.YESTERDAY);
    office.said(0, BEFORE);
    office.read = office.log.size();
    office.said(0, MEANWHILE + ScenesTest.TODAY);
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    Fx.run(
        () -> {
          office.leaves();
          ASKED.lines().forEach(office::says);
        });
    keep(scene, "unread-and-more", theme);
  }
}
