package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  @ParameterizedTest
  @ValueSource(strings = {"f_9sKx0QmYc2Lw7NnEoVhB1g", "../../.bashrc", "..", "/etc/passwd", "a\\b"})
  void whatIsNotWholeYetLiesBesideItsPlaceWhateverTheServerCallsIt(String id) {
    var file = new Attachment(new FileId(id), "cake.jpg", 5, "image/jpeg", 0, 0, false);
    Path to = Path.of("folder", "cake.jpg");
    Path part = Download.part(file, to);
    assertThat(part.normalize().getParent()).isEqualTo(Path.of("folder"));
    assertThat(part.normalize()).isEqualTo(part).isNotEqualTo(to);
  }
}
