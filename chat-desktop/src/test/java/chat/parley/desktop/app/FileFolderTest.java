package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.client.Download;
import chat.parley.desktop.viewmodel.outside.LocalFile;
import chat.parley.desktop.viewmodel.outside.Pixels;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFolderTest {
  @TempDir Path temp;

  private Path folder;
  private FileFolder kept;
  private LocalFiles own;
  private Instant now = Instant.now();

  @BeforeEach
  void open() {
    folder = temp.resolve("files");
    kept = new FileFolder(folder, 1_000);
    own = new LocalFiles(temp.resolve("outgoing"), () -> now);
  }

  @Test
  void whatTheAppMadeStaysForAMonthAfterItWasNeededLast() throws IOException {
    var pixels = new Pixels(1, 1, new int[] {0xFF112233});
    LocalFile attached = own.write(pixels);
    LocalFile sent = own.write(pixels);
    Path persons = Files.writeString(temp.resolve("mine.txt"), "mine");
    now = now.plus(Duration.ofDays(29));
    own.tidy(List.of(attached, own.look(persons)));
    assertThat(Path.of(sent.path())).exists();
    now = now.plus(Duration.ofDays(2));
    own.tidy(List.of());
    assertThat(Path.of(attached.path())).exists();
    assertThat(Path.of(sent.path()).getParent()).doesNotExist();
    assertThat(persons).exists();
  }

  @Test
  void aFileIsFoundAgainAndAnotherServersIsAnother() throws IOException {
    Path place = kept.place("office:7070", file("f-1", "cake.jpg"), "");
    assertThat(FileFolder.find(place)).isEmpty();
    Files.writeString(place, "cake");
    assertThat(FileFolder.find(kept.place("office:7070", file("f-1", "cake.jpg"), "")))
        .contains(place);
    assertThat(FileFolder.find(kept.place("lab:7070", file("f-1", "cake.jpg"), ""))).isEmpty();
    assertThat(FileFolder.find(kept.place("office:7070", file("f-1", "cake.jpg"), "thumb")))
        .isEmpty();
  }

  @Test
  void whatIsForgottenIsGoneWithItsSmallPictureAndNothingElse() throws IOException {
    Attachment cake = file("f-1", "cake.jpg");
    Path whole = Files.writeString(kept.place("office", cake, ""), "cake");
    Path small = Files.writeString(kept.place("office", cake, FileFolder.THUMB), "small");
    Path half = Files.writeString(Download.part(cake, whole), "ca");
    Path other = Files.writeString(kept.place("lab", cake, ""), "another server's");
    kept.forget("office", cake);
    assertThat(List.of(whole, small, half)).noneMatch(Files::exists);
    assertThat(other).exists();
    kept.forget("office", cake);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../.bashrc", "/etc/passwd", "..", "a\\..\\b", "con", ""})
  void whateverItIsCalledItLiesInTheFolder(String name) throws IOException {
    Path place = kept.place("office", file("../../x", name), "");
    assertThat(place.normalize().getParent()).isEqualTo(folder);
  }

  @Test
  void whatNobodyLookedAtForTheLongestTimeGoesFirst() throws IOException {
    Path old = put("f-1", 600, Duration.ofDays(3));
    Path older = put("f-2", 600, Duration.ofDays(9));
    Path fresh = put("f-3", 300, Duration.ofDays(1));
    kept.tidy();
    assertThat(older).doesNotExist();
    assertThat(old).exists();
    assertThat(fresh).exists();
  }

  @Test
  void whatIsInUseStaysHoweverMuchItIs() throws IOException {
    Path now = put("f-1", 5_000, Duration.ZERO);
    kept.tidy();
    assertThat(now).exists();
  }

  @Test
  void whatThePersonHasIsNeverTakenAwayAndWhatTheAppMadeIs() throws IOException {
    Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");
    own.remove(own.look(mine));
    own.remove(new LocalFile(mine.toString(), "mine.txt", 4, "text/plain", true));
    assertThat(mine).exists();
    LocalFile made = own.write(new Pixels(2, 1, new int[] {0xFF112233, 0x80445566}));
    assertThat(made.own()).isTrue();
    assertThat(made.type()).isEqualTo("image/png");
    assertThat(ImageIO.read(Path.of(made.path()).toFile()).getRGB(1, 0)).isEqualTo(0x80445566);
    own.remove(made);
    assertThat(Path.of(made.path())).doesNotExist();
  }

  @Test
  void whatCannotBeSharedIsSaidInASentence() throws IOException {
    assertThatThrownBy(() -> own.look(temp)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> own.look(temp.resolve("gone.txt")))
        .hasMessageContaining("gone.txt cannot be read");
  }

  private Path put(String id, int size, Duration ago) throws IOException {
    Path place = kept.place("office", file(id, "a.bin"), "");
    Files.write(place, new byte[size]);
    Files.setLastModifiedTime(place, FileTime.from(Instant.now().minus(ago)));
    return place;
  }

  private static Attachment file(String id, String name) {
    return new Attachment(new FileId(id), name, 5, "image/jpeg", 4, 3, true);
  }
}
