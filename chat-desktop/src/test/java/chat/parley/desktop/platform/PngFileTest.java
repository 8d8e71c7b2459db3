package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
  @TempDir Path folder;

  @Test
  void pictureIsAsItWasAndNothingIsWrittenOver() throws Exception {
    int[] first = {0xff000000, 0xffffffff, 0xff112233, 0xff445566, 0xff778899, 0xffaabbcc};
    Path one = PngFile.write(folder, "Parley", 3, first);
    Path two = PngFile.write(folder, "Parley", 1, new int[] {0xff010203});
    assertThat(one).isEqualTo(folder.resolve("Parley.png"));
    assertThat(two).isEqualTo(folder.resolve("Parley 2.png"));
    var read = ImageIO.read(one.toFile());
    assertThat(read.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(first);
  }
}
