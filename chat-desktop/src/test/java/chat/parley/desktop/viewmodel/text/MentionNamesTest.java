package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.text.MentionNames.Call;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionNamesTest {
  private final MentionNames names =
      new MentionNames(
          "Ana Okafor",
          List.of(
              "Bruno Silva",
              "Bruno",
              "J.R.",
              "Zoë",
              "Ana Okafor",
              "Anna Maria von der Aue zu Tal",
              "मीना शर्मा"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          so @Ana Okafor, are you coming?   | so {@Ana Okafor}, are you coming?
          @ana okafor yes                   | {@ana okafor} yes
          @Bruno Silva and @Bruno           | [@Bruno Silva] and [@Bruno]
          @Bruno Silvan                     | [@Bruno] Silvan
          @Brunos                           | @Brunos
          thanks @Bruno.                    | thanks [@Bruno].
          ask @J.R. please                  | ask [@J.R.] please
          (@Zoë)                            | ([@Zoë])
          ＠Bruno                           | [＠Bruno]
          mail ana@Bruno                    | mail ana@Bruno
          @here and @room                   | {@here} and {@room}
          @nobody                           | @nobody
          @ Bruno                           | @ Bruno
          @@Bruno                           | @[@Bruno]
          @Anna Maria von der Aue zu Tal ok | [@Anna Maria von der Aue zu Tal] ok
          dear @मीना शर्मा.                   | dear [@मीना शर्मा].
          """)
  void whoIsCalledIsPointedOut(String text, String expected) {
    String found =
        names.split(text).stream()
            .map(
                part ->
                    part.call() == Call.ME
                        ? "{" + part.text() + "}"
                        : part.call() == Call.SOMEBODY ? "[" + part.text() + "]" : part.text())
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(expected);
  }
}
