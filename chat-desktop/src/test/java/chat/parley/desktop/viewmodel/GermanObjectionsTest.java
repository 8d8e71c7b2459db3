package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.people.StatusModel;
import chat.parley.desktop.viewmodel.room.NewRoomModel;
import chat.parley.desktop.viewmodel.room.RoomDetailsModel;
import chat.parley.model.Names;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Status;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the server is asked is told in the language of the app. */
class GermanObjectionsTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void german() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  private static Visit visit() {
    var visit = new Visit(Visit.room("mine", Rank.OWNER, Posting.EVERYBODY, false));
    visit.home().rooms().selectedProperty().set(visit.item("mine"));
    visit.fx.settle();
    return visit;
  }

  @Test
  void aTextWithAControlCharacter() {
    ComposerModel composer = visit().home().composer();
    composer.textProperty().set("a\u0093b");
    assertThat(composer.objectionProperty().get())
        .isEqualTo("Der Text enthält das Steuerzeichen U+0093. Nimm es heraus.");
    assertThat(composer.canSendProperty().get()).isFalse();
  }

  @Test
  void aTextOfWhichNothingIsSeen() {
    ComposerModel composer = visit().home().composer();
    composer.textProperty().set("\u200b");
    assertThat(composer.objectionProperty().get())
        .isEqualTo("Von diesem Text ist nichts zu sehen. Schreib etwas.");
    assertThat(composer.canSendProperty().get()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'',LONG,Ein Status hat höchstens 100 Zeichen.",
    "'',\u202elunch,Ein Status ist eine einzige Zeile ohne Steuerzeichen.",
    "x,lunch,Das Emoji des Status ist keines.",
    "'',\u200b,Ein Status braucht einen Text oder ein Emoji."
  })
  void aStatus(String emoji, String text, String sentence) {
    StatusModel status = visit().home().company().status();
    status.emojiProperty().set(emoji);
    status.textProperty().set(text.equals("LONG") ? "x".repeat(Status.TEXT_MAX + 1) : text);
    status.save(() -> {});
    assertThat(status.problemProperty().get()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "#bad,'Lass das # am Anfang weg: Der Name des Raums ist, was danach kommt.'",
    "LONG,Dieser Raumname ist zu lang: höchstens 48 Zeichen.",
    "--,Ein Raumname braucht mindestens einen Buchstaben oder eine Ziffer.",
    "a/b,'In einem Raumnamen sind nur Buchstaben, Ziffern, Leerzeichen und . - _ '' erlaubt.'"
  })
  void theNameOfARoom(String typed, String sentence) {
    String name = typed.equals("LONG") ? "x".repeat(Names.ROOM_MAX + 1) : typed;
    Visit visit = visit();
    NewRoomModel made = visit.home().newRoom();
    made.nameProperty().set(name);
    assertThat(made.nameProblemProperty().get()).as("of a new room").isEqualTo(sentence);
    RoomDetailsModel details = visit.home().shown().details();
    details.rename(name);
    assertThat(details.problemProperty().get()).as("of one there is").isEqualTo(sentence);
    DirectoryModel directory = visit.home().directory();
    directory.filterProperty().set(name);
    assertThat(directory.nameProblemProperty().get()).as("of one found").isEqualTo(sentence);
  }

  @Test
  void aRoomWithoutAName() {
    RoomDetailsModel details = visit().home().shown().details();
    details.rename(" ");
    assertThat(details.problemProperty().get()).isEqualTo("Bitte gib dem Raum einen Namen.");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,Dieser Name ist zu lang: höchstens 32 Zeichen.",
    "--,Ein Name braucht mindestens einen Buchstaben oder eine Ziffer.",
    "a/b,'In einem Namen sind nur Buchstaben, Ziffern, Leerzeichen und . - _ '' erlaubt.'"
  })
  void theNameOfAPerson(String typed, String sentence) {
    LoginModel login = visit().app.login();
    login.nameProperty().set(typed.equals("LONG") ? "x".repeat(Names.USER_MAX + 1) : typed);
    assertThat(login.nameProblemProperty().get()).isEqualTo(sentence);
  }

  /** Those who read English are told what the server would tell them. */
  @ParameterizedTest
  @ValueSource(strings = {"", "#bad", "--", "a/b", "fine", "x/", "#"})
  void inEnglishItIsTheServersSentence(String name) {
    Locale.setDefault(Locale.UK);
    assertThat(Objections.toRoomName(name)).isEqualTo(Names.problemWithRoom(name).orElse(""));
    assertThat(Objections.toUserName(name)).isEqualTo(Names.problemWithUser(name).orElse(""));
    var status = new Status("", name, 0);
    assertThat(Objections.toStatus(status)).isEqualTo(status.problem().orElse(""));
  }
}
