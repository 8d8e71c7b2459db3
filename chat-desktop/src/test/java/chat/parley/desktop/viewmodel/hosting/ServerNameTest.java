package chat.parley.desktop.viewmodel.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerNameTest {
  private final SimpleStringProperty person = new SimpleStringProperty("");
  private ServerName name;

  @BeforeEach
  void english() {
    Locale.setDefault(Locale.UK);
    name = new ServerName(person);
  }

  @Test
  void suggestionFollowsWhoIsGoingToRunItUntilSomebodyTypes() {
    name.know("", "office-pc");
    assertThat(name.textProperty().get()).isEqualTo("office-pc");
    person.set("Ann");
    assertThat(name.textProperty().get()).isEqualTo("Ann's server");
    name.textProperty().set("The kitchen");
    person.set("Anna");
    assertThat(name.chosen()).isEqualTo("The kitchen");
    name.textProperty().set(" ");
    assertThat(name.chosen()).isEqualTo("Anna's server");
  }

  @Test
  void whatItWasCalledBeforeItIsCalledAgain() {
    person.set("Ann");
    name.know("The kitchen", "office-pc");
    assertThat(name.chosen()).isEqualTo("The kitchen");
  }

  @Test
  void aNameIsNeverLongerThanAServerTakes() {
    name.textProperty().set("x".repeat(100));
    assertThat(name.chosen()).hasSize(60);
    name.textProperty().set("x" + "\ud83d\ude00".repeat(40));
    assertThat(name.chosen()).isEqualTo("x" + "\ud83d\ude00".repeat(29));
  }
}
