package chat.parley.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where photos and videos were made is gone from them, and nothing else is. */
class TracesTest {
  private static Path scratch;

  @TempDir Path folder;

  @BeforeContainer
  static void makeScratch() throws IOException {
    scratch = Files.createTempDirectory("traces");
    scratch.toFile().deleteOnExit();
  }

  @Provide
  Arbitrary<TellingFile> tellers() {
    Arbitrary<TellingFile> tiffs =
        Combinators.combine(
                Arbitraries.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(TellingTiff::make);
    Arbitrary<TellingFile> photos =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(true, false),
                Arbitraries.of("heic", "avif", "mif1"),
                Arbitraries.integers().between(0, 300))
            .as(TellingBoxes::photo);
    Arbitrary<TellingFile> videos =
        Combinators.combine(
                Arbitraries.of(TellingBoxes.Video.values()),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 300))
            .as(TellingBoxes::video);
    return Arbitraries.oneOf(tiffs, photos, videos);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void placeIsOverwrittenAndEveryOtherByteStays(@ForAll("tellers") TellingFile told)
      throws IOException {
    byte[] clean = cleaned(told.bytes());
    assertThat(text(told.bytes())).contains(TellingFile.SECRET);
    assertThat(text(clean)).doesNotContain(TellingFile.SECRET);
    assertThat(clean).hasSameSizeAs(told.bytes());
    for (int i = 0; i < clean.length; i++) {
      if (clean[i] != told.bytes()[i] && !told.mayChange(i)) {
        throw new AssertionError(told.kind() + " was changed at " + i);
      }
    }
    assertThat(cleaned(clean)).as("cleaned again").isEqualTo(clean);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatBreaksOffTellsNothingEither(
      @ForAll("tellers") TellingFile told, @ForAll @IntRange(max = 10_000) int where)
      throws IOException {
    byte[] part = Arrays.copyOf(told.bytes(), where % told.bytes().length);
    byte[] clean = cleaned(part);
    assertThat(clean).hasSameSizeAs(part);
    assertThat(text(clean)).as(told.kind()).doesNotContain(TellingFile.SECRET);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void noBytesMakeTheSearchFail(
      @ForAll("tellers") TellingFile told,
      @ForAll @IntRange(max = 10_000) int where,
      @ForAll @Size(max = 12) byte[] nonsense)
      throws IOException {
    byte[] bytes = told.bytes().clone();
    int at = where % bytes.length;
    System.arraycopy(nonsense, 0, bytes, at, Math.min(nonsense.length, bytes.length - at));
    assertThat(cleaned(bytes)).hasSameSizeAs(bytes);
  }

  @Test
  void tiffIsStillThePictureThatItWas() throws IOException {
    byte[] told = TellingTiff.make(ByteOrder.LITTLE_ENDIAN, false, true).bytes();
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(told));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(cleaned(folder, told)));
    assertThat(after.getRaster().getPixels(0, 0, 2, 2, (int[]) null))
        .isEqualTo(before.getRaster().getPixels(0, 0, 2, 2, (int[]) null))
        .contains(77);
  }

  @Test
  void directoriesThatLeadToEachOtherAreLookedAtOnce() throws IOException {
    byte[] ring = {'I', 'I', '*', 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0};
    assertThat(cleaned(folder, ring)).isEqualTo(ring);
  }

  @Test
  void nothingIsWrittenMoreOftenThanTheFileIsLong() throws IOException {
    Path from = Files.write(folder.resolve("from"), new byte[] {1, 2, 3, 4});
    Path to = Files.createFile(folder.resolve("to"));
    Patch.copy(from, to, List.of(Patch.zeros(0, 3), Patch.zeros(0, 1), Patch.zeros(3, 9)));
    assertThat(Files.readAllBytes(to)).containsExactly(0, 0, 0, 4);
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    for (String other : List.of("", "tea", "%PDF-1.7 GPS ".repeat(20), "PK\3\4 and so on, a zip")) {
      Path from = Files.writeString(folder.resolve("other"), other);
      assertThat(Traces.in(from)).isEmpty();
    }
  }

  private static byte[] cleaned(byte[] bytes) throws IOException {
    return cleaned(scratch, bytes);
  }

  private static byte[] cleaned(Path folder, byte[] bytes) throws IOException {
    Path from = Files.write(folder.resolve("from"), bytes);
    List<Patch> patches = Traces.in(from);
    if (patches.isEmpty()) {
      return bytes;
    }
    Path to = folder.resolve("to");
    Files.write(to, new byte[0]);
    Patch.copy(from, to, patches);
    return Files.readAllBytes(to);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
