package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.hold;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.taken;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.RoomState;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.junit.jupiter.api.AfterEach;

/** What goes to the limits looks as it did when somebody last looked at it. */
class FarScenesTest {
  private static final int MANY = 10_000;
  private static final int ARRIVING = 50;

  /** The bar at the edge becomes shorter, as it should. */
  private static final int SCROLL_BAR = 16;

  private static final String RIGHT_TO_LEFT =
      """
      9:02 דנה לוי: בוקר טוב לכולם, השרת חזר לפעול.
      9:03 דנה לוי: שלחתי את התוכנית ל־Chen Wei, ראו https://office-pc/plan/12 עד השעה 14:00 בבקשה.
      9:05 سارة حداد: صباح الخير! الطابعة في الطابق 2 تعمل من جديد 🎉
      9:11 سارة حداد: ما نحتاجه ليوم الخميس:\\n- **كابلات** المكتب رقم 4\\n- مفتاح غرفة الخوادم\\n- القهوة ☕
      9:14 Bruno Silva: The sign says שלום and مرحبا, in this order. Is (مرحبا) first?
      9:20 Ana Okafor: > בוקר טוב לכולם\\nשורה ארוכה מאוד שצריכה להישבר בין המילים כדי שאפשר יהיה לקרוא אותה עד הסוף בלי לגלול לצדדים, גם בחלון צר.
      9:22 דנה לוי: `drain --all` ואז @Ana Okafor תבדוק
      """;

  private static final String EAST =
      """
      9:02 佐藤 花子: おはようございます。サーバーは復旧しました。
      9:03 佐藤 花子: 会議室は三時まで予約されていますので、小さい部屋を使ってください。アダプターは各自で持ってきてください。詳しくは https://office-pc/wiki/会議室 を見てください。
      9:05 陈伟: 早上好！二楼的打印机又没有纸了，我去拿两包。
      9:11 陈伟: 星期四之前要做的事：\\n1. **四号桌**的网线\\n2. 服务器机房的钥匙\\n3. 咖啡 ☕
      9:14 Bruno Silva: Thanks 佐藤さん, the label on desk 4 says 四番, is that right?
      9:20 Ana Okafor: > 四番\\nはい、正しいです 👍
      """;

  private final Locale before = Fx.call(Locale::getDefault);

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  @Themes
  void whatIsWrittenFromRightToLeft(Theme theme) {
    var office = new Office();
    office.said(0, RIGHT_TO_LEFT);
    office.more.add(Office.direct(2, "سارة حداد"));
    office.more.add(Office.direct(0, "דנה לוי"));
    Scene scene = entered(office, theme);
    Fx.run(() -> office.home().composer().textProperty().set("מחר ב־10:00 בבוקר"));
    keepWhereThereIs("DejaVu Sans", scene, "right-to-left", theme);
  }

  @Themes
  void whatIsWrittenInTheEast(Theme theme) {
    var office = new Office();
    office.said(0, EAST);
    office.more.add(Office.direct(2, "佐藤 花子"));
    Scene scene = entered(office, theme);
    keepWhereThereIs("Droid Sans Fallback", scene, "east", theme);
  }

  @Themes
  void aConversationOnAComputerThatWritesFromRightToLeft(Theme theme) {
    Locale.setDefault(Locale.of("ar", "EG"));
    var office = new Office();
    RoomState sara = Office.direct(3, 1, "سارة حداد");
    office.more.add(sara);
    office.saidIn(
        sara.room().id(),
        0,
        """
        9:02 سارة حداد: هل وصل المفتاح؟
        9:05 Ana Okafor: نعم، هو عندي.
        9:11 سارة حداد: شكرا جزيلا 🙏
        """);
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office
              .home()
              .rooms()
              .selectedProperty()
              .set(office.home().rooms().find(sara.room().id()));
          office.fx.settle();
        });
    keepWhereThereIs("DejaVu Sans", scene, "right-to-left-direct", theme);
  }

  /** Letters that do not come with Parley are drawn by what the computer has. */
  private static void keepWhereThereIs(String font, Scene scene, String name, Theme theme) {
    boolean there = Fx.call(() -> Font.getFamilies().contains(font));
    if (there) {
      keep(scene, name, theme);
    } else {
      Fx.run(() -> scene.getWindow().hide());
    }
  }

  @Themes
  void whoReadsUpInAGreatRoomSeesNothingMoveWhileOthersWrite(Theme theme) {
    var office = new Office();
    office.said(0, many());
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    VirtualList<?> list = Fx.find(scene, ".virtual-list", VirtualList.class);
    for (int i = 0; i < 8; i++) {
      Fx.run(() -> list.readerScrolls(-1_500));
      Fx.settle(scene);
      Fx.run(office.fx::settle);
    }
    Fx.run(() -> list.readerScrolls(-100));
    Fx.run(office::leaves);
    Picture before = taken(scene);
    for (int i = 1; i <= ARRIVING; i++) {
      String line = "10:34 Bruno Silva: Port " + i + " is patched";
      Fx.run(() -> office.says(line));
    }
    Picture after = taken(scene);
    assertThat(moved(before, after, scene)).as("pixels that moved").isZero();
    Fx.run(() -> scene.getWindow().hide());
    hold(after, "many-messages", theme);
  }

  private static String many() {
    String[] who = {"Bruno Silva", "Chen Wei", "Dara Novak", "Elif Kaya"};
    var lines = new StringJoiner("\n");
    for (int i = 0; i < MANY; i++) {
      int minute = i * 90 / MANY;
      lines.add(
          "%d:%02d %s: Message %d of a long day%s"
              .formatted(
                  9 + minute / 60,
                  minute % 60,
                  who[i / 3 % who.length],
                  i,
                  ", in words".repeat(i % 7)));
    }
    return lines.toString();
  }

  /** How many pixels of the messages differ, but for the pill that counts the new ones. */
  private static int moved(Picture before, Picture after, Scene scene) {
    Bounds list = place(scene, ".virtual-list");
    Bounds pill = place(scene, ".jump-pill");
    int moved = 0;
    for (int y = (int) list.getMinY(); y < list.getMaxY(); y++) {
      for (int x = (int) list.getMinX(); x < list.getMaxX() - SCROLL_BAR; x++) {
        if (before.at(x, y) != after.at(x, y) && y < pill.getMinY() - SCROLL_BAR) {
          moved++;
        }
      }
    }
    return moved;
  }

  private static Bounds place(Scene scene, String selector) {
    return Fx.call(
        () -> {
          Node node = scene.lookup(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
