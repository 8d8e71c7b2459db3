package chat.parley.desktop.viewmodel.files;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileWordsTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.UK);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1 kB",
    "340999, 340 kB",
    "1400000, 1.4 MB",
    "12600000, 12 MB",
    "2500000000, 2.5 GB"
  })
  void sizesAreSaidAsPeopleReadThem(long bytes, String words) {
    assertThat(FileWords.size(bytes)).isEqualTo(words);
  }

  @Test
  void aMessageOfFilesIsToldByThem() {
    Attachment cake = picture("cake.jpg");
    Attachment plan =
        new Attachment(new FileId("p"), "plan.pdf", 9, "application/pdf", 0, 0, false);
    assertThat(FileWords.told("Look", List.of(cake))).isEqualTo("Look");
    assertThat(FileWords.told("", List.of(plan))).isEqualTo("sent a file: plan.pdf");
    assertThat(FileWords.told("", List.of(cake, picture("b.png")))).isEqualTo("2 images");
    assertThat(FileWords.told("", List.of(cake, plan))).isEqualTo("2 files");
    assertThat(FileWords.quoted("", List.of(plan))).isEqualTo("plan.pdf");
    assertThat(FileWords.quoted("", List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.EXE", "a.tar.sh", "invoice.pdf.desktop", "x.lnk", "page.html"})
  void whatCouldRunAProgramIsKnown(String name) {
    assertThat(FileWords.runs(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.pdf", "exe", "notes.txt", "photo.jpg", "exe."})
  void whatIsOnlyLookedAtIsNot(String name) {
    assertThat(FileWords.runs(name)).isFalse();
  }

  private static Attachment picture(String name) {
    return new Attachment(new FileId(name), name, 9, "image/png", 4, 3, true);
  }
}
