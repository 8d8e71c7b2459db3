package chat.parley.desktop.viewmodel.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.search.Query.Term;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void wordsAndFiltersStandInAnyOrder() {
    Query query = Query.of("barcode from:ann 4711 IN:#general");
    assertThat(query.words()).isEqualTo("barcode 4711");
    assertThat(query.terms())
        .containsExactly(new Term(Filter.FROM, "ann"), new Term(Filter.IN, "#general"));
  }

  @Test
  void quotesHoldTogetherWhatHasSpacesInFiltersToo() {
    Query query = Query.of("from:\"Ann Bell\" \"half a word\" has:file");
    assertThat(query.words()).isEqualTo("\"half a word\"");
    assertThat(query.terms())
        .containsExactly(new Term(Filter.FROM, "Ann Bell"), new Term(Filter.HAS, "file"));
  }

  @Test
  void whatIsNoFilterOrBeginsWithAQuoteIsLookedForAsItIs() {
    Query query = Query.of("https://plan.office \"from:ann\" 10:30 :");
    assertThat(query.words()).isEqualTo("https://plan.office \"from:ann\" 10:30 :");
    assertThat(query.terms()).isEmpty();
  }

  @Test
  void aFilterThatSaysNothingYetChangesNothing() {
    Query query = Query.of("barcode from: in:\"\"");
    assertThat(query.words()).isEqualTo("barcode");
    assertThat(query.terms()).isEmpty();
  }

  @Test
  void theLanguageOfTheAppHasFiltersOfItsOwnBesideTheEnglishOnes() {
    Locale.setDefault(Locale.GERMAN);
    assertThat(Query.of("von:ann nach:2026-11-01 before:2026-12-01 hat:datei").terms())
        .containsExactly(
            new Term(Filter.FROM, "ann"),
            new Term(Filter.AFTER, "2026-11-01"),
            new Term(Filter.BEFORE, "2026-12-01"),
            new Term(Filter.HAS, "datei"));
    Locale.setDefault(Locale.ENGLISH);
    assertThat(Query.of("von:ann").terms()).isEmpty();
  }

  @Test
  void theWordAtTheCaretIsTheOneThatItTouches() {
    String typed = "bar from:\"Ann B";
    assertThat(Query.partAt(typed, 2)).isEqualTo(new Query.Part(0, 3, null, "bar"));
    assertThat(Query.partAt(typed, typed.length()))
        .isEqualTo(new Query.Part(4, typed.length(), Filter.FROM, "Ann B"));
    assertThat(Query.partAt("bar ", 4)).isEqualTo(new Query.Part(4, 4, null, ""));
    assertThat(List.of(Query.partAt("", 0))).containsExactly(new Query.Part(0, 0, null, ""));
  }
}
