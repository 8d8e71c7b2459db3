package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewerAppTest {
  private final List<Toast> toasts = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();

  @Test
  void aNewerOneIsToldOnceAndOpensWhereItCanBeTaken() {
    NewerApp newer = new NewerApp(Release.parse("0.9.0"), toasts::add);
    newer.heard("0.10.0", () -> opened.add("get"));
    newer.heard("0.10.0", () -> opened.add("get"));
    assertThat(toasts)
        .extracting(Toast::text)
        .containsExactly("A newer Parley, 0.10.0, is on this server.");
    toasts.getFirst().action().run();
    assertThat(opened).containsExactly("get");
    newer.heard("0.11.0", () -> {});
    assertThat(toasts).hasSize(2);
  }

  @Test
  void nothingIsSaidOfTheSameOneAnOlderOneOrNone() {
    NewerApp newer = new NewerApp(Release.parse("0.9.0"), toasts::add);
    for (String app : List.of("0.9.0", "0.9", "0.8.9", "", "dev")) {
      newer.heard(app, () -> {});
    }
    assertThat(toasts).isEmpty();
  }

  @Test
  void aDevelopmentTreeIsNeverTooOld() {
    new NewerApp(Optional.empty(), toasts::add).heard("99.0", () -> {});
    assertThat(toasts).isEmpty();
  }
}
