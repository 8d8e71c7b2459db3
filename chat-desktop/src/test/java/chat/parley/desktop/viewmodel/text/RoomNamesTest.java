package chat.parley.desktop.viewmodel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomNamesTest {
  private final AtomicInteger missing = new AtomicInteger();
  private final RoomNames names =
      new RoomNames(
          Map.of("general", "a", "Second floor", "b", "release", "c", "Küche", "d"),
          missing::incrementAndGet);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          ask in #general, please        | ask in [#general>a], please
          "#General. And #second floor!" | [#General>a]. And [#second floor>b]!
          (#Küche)                       | ([#Küche>d])
          "#release-notes and #released" | "#release-notes and #released"
          C#general, page#general        | C#general, page#general
          "# general"                    | "# general"
          "##general"                    | "#[#general>a]"
          number #12                     | number #12
          """)
  void whatNamesARoomLeadsThere(String text, String expected) {
    String found =
        names.split(text).stream()
            .map(
                part ->
                    part.address().isEmpty()
                        ? part.text()
                        : "[" + part.text() + ">" + part.address() + "]")
            .collect(Collectors.joining());
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void aRoomThatMayBeMissingIsSaid() {
    names.split("in #general # and C#sharp");
    assertThat(missing).hasValue(0);
    names.split("in #kitchen");
    assertThat(missing).hasValue(1);
  }
}
