package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.search.SearchModel;
import chat.parley.desktop.viewmodel.search.SearchState.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ann looks for what she and Ben wrote in several rooms of a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchJourneysTest {
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void talk(@TempDir Path folder) throws Exception {
    duo = new Duo(folder);
    ann = duo.ann;
    ben = duo.ben;
    duo.said(ann, "The barcode is 4711-A");
    duo.said(ben, "Mine is 10.0.4.17, without a Bärcode");
    duo.openRoom("kitchen");
    duo.said(ben, "Milk has a barcode too");
    for (int i = 0; i < 30; i++) {
      ben.tells("so much about tea, part " + i);
    }
    duo.awaitBoth("so much about tea, part 29");
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @BeforeEach
  void annInTheLobbyWithNothingAtTheSide() {
    if (ann.scene().getRoot().lookup("#search") != null) {
      ann.push(KeyCode.ESCAPE);
      awaitClosed();
    }
    ann.goTo("lobby");
  }

  @Test
  void whatIsSaidInThisRoomIsFoundWhileItIsTypedAndEscGivesTheKeyboardBack() {
    ann.click("#composer");
    search(false, "arcod");
    awaitFound("Mine is 10.0.4.17, without a Bärcode", "The barcode is 4711-A");
    ann.awaitText("2 messages");
    type("0.4.1");
    awaitFound("Mine is 10.0.4.17, without a Bärcode");
    ann.push(KeyCode.ESCAPE);
    awaitClosed();
    Fx.await(() -> isFocused("composer"));
  }

  @Test
  void aMessageOfAnotherRoomIsFoundAndGoneToByKeysAlone() {
    search(true, "barcode");
    awaitFound(
        "Milk has a barcode too", "Mine is 10.0.4.17, without a Bärcode", "The barcode is 4711-A");
    ann.awaitText("#kitchen");
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.title().equals("kitchen"));
    Fx.await(() -> isInSight("Milk has a barcode too"));
    assertThat(Fx.call(() -> found().size())).as("the list stays for the next one").isEqualTo(3);
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.title().equals("lobby"));
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.UP);
    ann.push(KeyCode.UP);
    ann.push(KeyCode.UP);
    Fx.await(() -> isFocused("search-field"));
  }

  @Test
  void theWordsAreMarkedInTheOpenedMessageUntilEsc() {
    search(false, "bärcode");
    awaitFound("Mine is 10.0.4.17, without a Bärcode", "The barcode is 4711-A");
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> marked().equals(List.of("barcode")));
    ann.push(KeyCode.UP);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> marked().equals(List.of("Bärcode")));
    ann.push(KeyCode.ESCAPE);
    awaitClosed();
    Fx.await(() -> marked().isEmpty());
  }

  @Test
  void theMarksGoWithTheRoom() {
    search(true, "milk");
    awaitFound("Milk has a barcode too");
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> marked().equals(List.of("Milk")));
    ann.goTo("lobby");
    ann.goTo("kitchen");
    Fx.await(() -> ann.title().equals("kitchen"));
    assertThat(Fx.call(this::marked)).isEmpty();
  }

  @Test
  void nothingHereLeadsToEverywhere() {
    search(false, "milk");
    ann.awaitText("Nothing for 'milk' in #lobby");
    ann.click(".button", "Search everywhere");
    awaitFound("Milk has a barcode too");
    type("from:ann in:kitchen");
    ann.awaitText("Nothing fits this search");
  }

  @Test
  void filtersKeepToAPersonARoomAndADay() {
    search(true, "barcode from:ann");
    awaitFound("The barcode is 4711-A");
    type("barcode in:#kitchen");
    awaitFound("Milk has a barcode too");
    type("on:today in:lobby from:ben");
    awaitFound("Mine is 10.0.4.17, without a Bärcode");
    type("barcode before:" + LocalDate.now());
    Fx.await(() -> model().stateProperty().get().kind() == Kind.NOTHING);
    type("from:nobody");
    ann.awaitText("Nobody here is called nobody.");
    type("from:be");
    ann.click(".chip", "Ben Roth");
    Fx.await(() -> model().textProperty().get().equals("from:\"Ben Roth\" "));
    Fx.await(() -> found().contains("Mine is 10.0.4.17, without a Bärcode"));
  }

  @Test
  void withoutTheServerWhatIsKeptHereIsFoundAndTheServerIsAskedWhenItIsBack() throws Exception {
    search(true, "barcode");
    awaitFound(
        "Milk has a barcode too", "Mine is 10.0.4.17, without a Bärcode", "The barcode is 4711-A");
    duo.server.kill();
    Fx.await(() -> !ann.server().link().liveProperty().get());
    type("barcode from:ben");
    ann.awaitText("only what is kept on this computer was searched");
    awaitFound("Milk has a barcode too", "Mine is 10.0.4.17, without a Bärcode");
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.title().equals("kitchen"));
    Fx.await(() -> isInSight("Milk has a barcode too"));
    duo.server.restart();
    Fx.await(() -> ann.server().link().liveProperty().get());
    Fx.await(() -> !model().stateProperty().get().here());
    awaitFound("Milk has a barcode too", "Mine is 10.0.4.17, without a Bärcode");
    assertThat(Fx.call(() -> ann.sees("only what is kept on this computer"))).isFalse();
  }

  private void search(boolean everywhere, String text) {
    if (everywhere) {
      ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    } else {
      ann.push(KeyCode.CONTROL, KeyCode.F);
    }
    Fx.await(() -> isFocused("search-field"));
    type(text);
  }

  /** In place of what stands in the field. */
  private void type(String text) {
    Fx.run(() -> ann.scene().getRoot().lookup("#search-field").requestFocus());
    ann.push(KeyCode.CONTROL, KeyCode.A);
    ann.type(text);
    Fx.await(() -> model().textProperty().get().equals(text));
  }

  private void awaitFound(String... said) {
    Fx.await(() -> found().equals(List.of(said)));
  }

  /** On the FX thread, as all below. */
  private List<String> found() {
    return model().hits().stream().map(hit -> hit.said().text()).toList();
  }

  private SearchModel model() {
    return ann.server().shown().search();
  }

  private void awaitClosed() {
    Fx.await(() -> ann.scene().getRoot().lookup("#search") == null);
  }

  private boolean isFocused(String id) {
    Node owner = ann.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private List<String> marked() {
    return ann.scene().getRoot().lookupAll(".message-row .found-word").stream()
        .map(word -> ((Text) word).getText())
        .toList();
  }

  private boolean isInSight(String text) {
    return ann.scene().getRoot().lookupAll(".message-row").stream()
        .anyMatch(row -> row.isVisible() && row.getAccessibleText().contains(text));
  }
}
