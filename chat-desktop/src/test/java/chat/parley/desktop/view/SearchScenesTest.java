package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.search.SearchView;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.search.SearchModel.Scope;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Ties;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search beside a room, in light and in dark. */
class SearchScenesTest {
  private final Office office = new Office();

  @BeforeEach
  void fill() {
    office.said(
        3,
        """
        14:12 Dara Novak: The old barcodes start with 4711-A, the new ones with 4712.
        """);
    office.said(
        0,
        """
        9:02 Bruno Silva: Morning all — the build server is back up.
        9:11 Dara Novak: Can someone check the label printer on floor 2? It prints half the barcode.
        9:20 Ana Okafor: Label printer was on the wrong media size. Fixed, try again please.
        9:22 Dara Novak: Full Barcode now 🎉 thanks! The first one was 10.0.4.17, the Bärcode of the second one is on the photo.
        9:30 Chen Wei: Here it is
        """);
    var photo =
        new Attachment(
            new FileId("f-photo"), "barcode-4711-A.jpg", 812_000, "image/jpeg", 1200, 900, false);
    office.becomes(6, m -> Spoken.tied(m, Ties.NONE.with(List.of(photo))));
    office.saidIn(
        Office.room("helpdesk", "").id(),
        1,
        """
        16:40 Elif Kaya: The scanner on floor 1 reads every second barcode only.
        """);
    office.saidIn(
        Office.room("design", "").id(),
        2,
        """
        11:05 Greta Lund: %s barcode %s
        """
            .formatted("The long story of the signs. ".repeat(12), "and much more. ".repeat(12)));
  }

  @Themes
  void whatWasFoundInTheRoom(Theme theme) {
    Scene scene = opened(theme, 1280);
    type("barcode");
    keep(scene, "search-room", theme);
  }

  @Themes
  void whatWasFoundEverywhereWithTheKeyboardOnIt(Theme theme) {
    Scene scene = opened(theme, 1280);
    type("barcode");
    Fx.run(() -> model().scopeProperty().set(Scope.EVERYWHERE));
    Fx.run(office.fx::settle);
    Fx.settle(scene);
    Fx.run(() -> press(Fx.find(scene, "#search-field", TextField.class), KeyCode.DOWN));
    Fx.run(() -> Fx.press(scene, KeyCode.DOWN));
    keep(scene, "search-everywhere", theme);
  }

  @Themes
  void theWordsAreMarkedInTheMessageToWhichAHitLed(Theme theme) {
    office.said(
        0,
        """
        9:40 Dara Novak: All of them:\\n- the **old barcode**, see [the barcode wiki](https://office-pc/wiki)\\n- a Bärcode in `barcode = 4711` 🎉 and the barcodes of @Ana Okafor\\n\\n```java\\nprint(barcode, "no barcode");\\n```
        """);
    Scene scene = opened(theme, 1280);
    type("barcode");
    Fx.run(() -> model().show(model().hits().getFirst()));
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Fx.await(() -> scene.getRoot().lookupAll(".row").stream().noneMatch(SearchScenesTest::flashes));
    keep(scene, "search-opened", theme);
  }

  private static boolean flashes(Node row) {
    return row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("flash"));
  }

  @Themes
  void nothingWasFound(Theme theme) {
    Scene scene = opened(theme, 1280);
    type("pineapple");
    keep(scene, "search-nothing", theme);
  }

  @Themes
  void withoutAConnection(Theme theme) {
    Scene scene = opened(theme, 1280);
    Fx.run(() -> office.server.up = false);
    Fx.run(() -> office.link(chat.parley.client.LinkState.WAITING));
    type("barcode from:dara");
    keep(scene, "search-offline", theme);
  }

  @Themes
  void whatCanBeTyped(Theme theme) {
    Scene scene = opened(theme, 1280);
    keep(scene, "search-hint", theme);
  }

  @Themes
  void aFilterThatIsNotClearInANarrowWindow(Theme theme) {
    Scene scene = opened(theme, 900);
    type("from:d");
    type("in:#nowhere");
    keep(scene, "search-unclear", theme);
  }

  @Test
  void escGivesTheKeyboardBackToWhereItWas() {
    Scene scene = Scenery.entered(office, Theme.LIGHT, 1280, 740);
    Fx.settle(scene);
    Node composer = Fx.call(scene::getFocusOwner);
    assertThat(composer.getId()).isEqualTo("composer");
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.F));
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("search-field");
    Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
    Fx.settle(scene);
    assertThat(Fx.call(scene::getFocusOwner)).isSameAs(composer);
    assertThat(Fx.call(() -> scene.getRoot().lookup("#search"))).isNull();
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whatWasFoundIsSaidToScreenReadersWithoutTakingTheKeyboard() {
    Scene scene = opened(Theme.LIGHT, 1280);
    assertThat(said(scene)).isEmpty();
    type("barcode");
    assertThat(said(scene)).isEqualTo("4 messages");
    type("pineapple");
    assertThat(said(scene)).isEqualTo("No messages");
    type("on:someday");
    assertThat(said(scene)).startsWith("someday is not a day.");
    Fx.run(() -> office.server.up = false);
    type("barcode 4711");
    assertThat(said(scene))
        .isEqualTo(
            "2 messages. No connection: only what is kept on this" + " computer was searched.");
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("search-field");
    Fx.run(() -> scene.getWindow().hide());
  }

  private static String said(Scene scene) {
    return Fx.call(() -> scene.getRoot().lookup("#search-news").getAccessibleText());
  }

  private SearchModel model() {
    return office.home().shown().search();
  }

  private void type(String text) {
    Fx.run(
        () -> {
          model().textProperty().set(text);
          model().caretProperty().set(text.length());
          office.fx.pass(Duration.ofMillis(200));
        });
  }

  private Scene opened(Theme theme, double width) {
    Scene scene = Scenery.entered(office, theme, width, 740);
    Fx.run(
        () -> office.home().company().book().know(office.server.members.get(Office.GENERAL.id())));
    Fx.settle(scene);
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.F));
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.getRoot().lookup("#search"))).isInstanceOf(SearchView.class);
    return scene;
  }

  private void keep(Scene scene, String name, Theme theme) {
    Fx.settle(scene);
    Fx.run(office.fx::settle);
    Fx.settle(scene);
    Scenery.keep(scene, name, theme);
  }

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }
}
