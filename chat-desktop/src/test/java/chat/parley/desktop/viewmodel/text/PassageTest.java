package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.model.SearchWords;
import chat.parley.model.SearchWords.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));

  @Test
  void marksOfTheMarkdownAreNotCopied() {
    assertThat(all("**Good** _morning_ `x = 1`")).isEqualTo("Good morning x = 1");
    assertThat(all("see [the wiki](https://office-pc/wiki)")).isEqualTo("see the wiki");
  }

  @Test
  void linesAndParagraphsAreKeptApartAsTheyWereWritten() {
    assertThat(all("one\ntwo\n\n*three*")).isEqualTo("one\ntwo\n\nthree");
    assertThat(all("# Title\ntext\n> quoted\n\n```\na\nb\n```"))
        .isEqualTo("Title\ntext\nquoted\na\nb");
  }

  @Test
  void anEmojiDrawnAsAPictureIsOneCharacterAndIsCopiedAsItself() {
    Passage passage = texts.passage("well 👍🏽 done");
    assertThat(passage.pieces().getFirst().drawn()).isEqualTo("well \uFFFC done");
    assertThat(passage.textOf(stretch(0, 5, 0, 6))).isEqualTo("👍🏽");
    assertThat(all("well 👍🏽 done")).isEqualTo("well 👍🏽 done");
  }

  @Test
  void theSignThatStandsForPicturesIsCopiedWhenSomebodyWroteIt() {
    assertThat(all("a \uFFFC b 👍")).isEqualTo("a \uFFFC b 👍");
  }

  @Test
  void itemsAreCopiedWithTheirBulletsButNotAWordOfOne() {
    Passage passage = texts.passage("to do:\n- milk\n- bread and butter");
    assertThat(passage.textOf(passage.all())).isEqualTo("to do:\n• milk\n• bread and butter");
    assertThat(passage.textOf(stretch(1, 2, 2, 5))).isEqualTo("lk\n• bread");
    assertThat(passage.textOf(stretch(2, 0, 2, 5))).isEqualTo("bread");
    assertThat(all("1. one\n2. two")).isEqualTo("1. one\n2. two");
  }

  @Test
  void wordsAreFoundAroundACharacter() {
    Passage passage = texts.passage("The paper-width, it's\nwrong.");
    assertThat(word(passage, 0)).isEqualTo("The");
    assertThat(word(passage, 2)).isEqualTo("The");
    assertThat(word(passage, 3)).isEqualTo(" ");
    assertThat(word(passage, 17)).isEqualTo("it's");
    assertThat(word(passage, 21)).as("behind the end of the line").isEqualTo("it's");
    assertThat(word(passage, 28)).as("behind the end of all").isEqualTo(".");
  }

  @Test
  void wordsThatWereLookedForStandInEachPieceWhateverTheirCaseAndAccents() {
    assertThat(found("no Bärcode here, BARCODE there", "barcode"))
        .containsExactly("Bärcode", "BARCODE");
    assertThat(found("the straße", "STRASSE")).containsExactly("straße");
    assertThat(
            found(
                "# Barcodes\n- a **bar**code\n- [my barcode](https://a.b/c)\n\n`barcode`", "arcod"))
        .containsExactly("arcod", "arcod", "arcod", "arcod");
    assertThat(found("```\nint barcode = 1;\n```", "barcode 1")).containsExactly("barcode", "1");
  }

  @Test
  void marksOfTheMarkdownAndAddressesBehindWordsAreNotPointedOut() {
    assertThat(found("**bold** and [here](https://office/barcode)", "barcode **")).isEmpty();
  }

  @Test
  void anEmojiBeforeAFoundWordCountsAsOneCharacter() {
    Passage passage = texts.passage("🎉🎉 barcode");
    assertThat(passage.found(SearchWords.of("barcode"))).containsExactly(List.of(new Span(3, 10)));
  }

  @Test
  void aTextIsCutWhereWhatIsPointedOutBeginsAndEnds() {
    List<Span> found = List.of(new Span(2, 4), new Span(9, 12));
    assertThat(Portion.of("abcdef", 0, found))
        .containsExactly(
            new Portion("ab", false), new Portion("cd", true), new Portion("ef", false));
    assertThat(Portion.of("def", 3, found))
        .containsExactly(new Portion("d", true), new Portion("ef", false));
    assertThat(Portion.of("jk", 9, found)).containsExactly(new Portion("jk", true));
    assertThat(Portion.of("xyz", 20, found)).containsExactly(new Portion("xyz", false));
  }

  private List<String> found(String body, String wanted) {
    Passage passage = texts.passage(body);
    List<List<Span>> all = passage.found(SearchWords.of(wanted));
    assertThat(all).hasSameSizeAs(passage.pieces());
    List<String> words = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String drawn = passage.pieces().get(i).drawn();
      all.get(i).forEach(span -> words.add(drawn.substring(span.start(), span.end())));
    }
    return words;
  }

  @Test
  void whatIsDrawnAsOneLetterIsNeverCut() {
    Passage passage = texts.passage("noe\u0308l");
    assertThat(passage.whole(new Spot(0, 3))).isEqualTo(new Spot(0, 2));
    assertThat(passage.whole(new Spot(0, 4))).isEqualTo(new Spot(0, 4));
  }

  @Test
  void allThatIsShownOfACutTextStandsForAllOfIt() {
    String written = "line\n".repeat(100) + "end";
    Passage passage = texts.passage(written);
    assertThat(passage.textOf(passage.all())).isEqualTo(written);
    assertThat(passage.textOf(stretch(0, 0, 0, 9))).isEqualTo("line\nline");
  }

  @Test
  void nothingIsSelectedOfATextWithoutLetters() {
    for (String body : new String[] {"", "---", "- ", ">"}) {
      Passage passage = texts.passage(body);
      assertThat(passage.textOf(passage.wordAt(Spot.START))).as(body).isBlank();
      assertThat(passage.textOf(passage.pieceAt(Spot.START))).as(body).isBlank();
      assertThat(passage.whole(Spot.START)).as(body).isEqualTo(Spot.START);
    }
  }

  private String all(String body) {
    Passage passage = texts.passage(body);
    return passage.textOf(passage.all());
  }

  private static String word(Passage passage, int offset) {
    return passage.textOf(passage.wordAt(new Spot(0, offset)));
  }

  private static Stretch stretch(int fromPiece, int from, int toPiece, int to) {
    return new Stretch(new Spot(fromPiece, from), new Spot(toPiece, to));
  }
}
