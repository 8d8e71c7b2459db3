package chat.parley.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for in pictures, and what is taken out of them. */
class PictureTest {
  private static final String SECRET = "GPS 48.2082 16.3738";

  @TempDir Path folder;

  // What it is

  @ParameterizedTest
  @CsvSource({"png, PNG", "jpeg, JPEG", "gif, GIF"})
  void aPictureIsKnownByItsBytes(String format, Picture.Type type) throws IOException {
    Picture picture = look(image(70, 30, format)).orElseThrow();
    assertThat(picture.type()).isEqualTo(type);
    assertThat(picture.width()).isEqualTo(70);
    assertThat(picture.height()).isEqualTo(30);
    assertThat(picture.isBomb()).isFalse();
  }

  @Test
  void aWebpSaysItsSizeInThreeWays() throws IOException {
    byte[] extended = {0, 0, 0, 0, 63, 0, 0, 31, 0, 0};
    byte[] lossy = {0, 0, 0, (byte) 0x9d, 1, 0x2a, 64, 0, 32, 0};
    int bits = 63 | 31 << 14;
    byte[] lossless = {
      0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), 0, 0, 0, 0, 0, 0
    };
    for (byte[] webp :
        new byte[][] {
          webp(chunk("VP8X", extended)), webp(chunk("VP8 ", lossy)), webp(chunk("VP8L", lossless))
        }) {
      Picture picture = look(webp).orElseThrow();
      assertThat(picture.width()).isEqualTo(64);
      assertThat(picture.height()).isEqualTo(32);
    }
  }

  @ParameterizedTest
  @CsvSource({"'<html>'", "'%PDF-1.7'", "''", "GIF8", "RIFFxxxxWAVE", "'\u00ff\u00d8'"})
  void everythingElseIsNoPicture(String start) throws IOException {
    assertThat(look(start.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void aPictureInMotionCountsWithAllItsPictures() throws IOException {
    byte[] still = image(1_000, 1_000, "gif");
    int end = still.length - 1;
    int screen = 13 + (3 << ((still[10] & 7) + 1));
    byte[] frame = Arrays.copyOfRange(still, screen, end);
    var out = new ByteArrayOutputStream();
    out.write(still, 0, screen);
    for (int i = 0; i < 500; i++) {
      out.write(frame);
    }
    out.write(0x3b);
    Picture picture = look(out.toByteArray()).orElseThrow();
    assertThat(picture.frames()).isEqualTo(500);
    assertThat(picture.isBomb()).isTrue();
  }

  @Test
  void aPngAndAWebpInMotionCountWithAllTheirPicturesToo() throws IOException {
    byte[] png = image(1_000, 1_000, "png");
    byte[] frames = joined(Collections.nCopies(500, pngChunk("fcTL", new byte[26])));
    byte[] apng = joined(Arrays.copyOf(png, 33), frames, Arrays.copyOfRange(png, 33, png.length));
    byte[] said = pngChunk("acTL", new byte[] {0, 0, 1, (byte) 0xf4, 0, 0, 0, 0});
    byte[] saying = joined(Arrays.copyOf(png, 33), said, Arrays.copyOfRange(png, 33, png.length));
    byte[] head = {2, 0, 0, 0, (byte) 0xe7, 3, 0, (byte) 0xe7, 3, 0};
    byte[] pictures = joined(Collections.nCopies(500, chunk("ANMF", new byte[17])));
    for (byte[] each : new byte[][] {apng, saying, webp(joined(chunk("VP8X", head), pictures))}) {
      Picture picture = look(each).orElseThrow();
      assertThat(picture.width()).isEqualTo(1_000);
      assertThat(picture.frames()).isEqualTo(500);
      assertThat(picture.isBomb()).isTrue();
    }
  }

  @Test
  void aPictureIsAsLargeAsTheLargestOfWhatItHolds() throws IOException {
    byte[] head = new byte[10];
    int bits = 16_383 | 16_383 << 14;
    byte[] huge = {
      0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24), 0, 0, 0, 0, 0
    };
    byte[] frame = joined(new byte[16], chunk("ALPH", new byte[3]), chunk("VP8L", huge));
    byte[] still = webp(joined(chunk("VP8X", head), chunk("VP8L", huge)));
    byte[] moving = webp(joined(chunk("VP8X", head), chunk("ANMF", frame)));
    byte[] gif = image(10, 10, "gif");
    int picture = text(gif).indexOf(",\0\0\0\0\n\0\n\0", 13);
    gif[picture + 6] = (byte) 0x7f;
    gif[picture + 8] = (byte) 0x7f;
    for (byte[] lying : List.of(still, moving, gif)) {
      assertThat(look(lying).orElseThrow().isBomb()).isTrue();
    }
  }

  @Test
  void framesInFramesAreLookedAtNoDeeper() throws IOException {
    byte[] nest = new byte[16];
    for (int i = 0; i < 300; i++) {
      nest = joined(new byte[16], chunk("ANMF", nest));
    }
    byte[] webp = webp(joined(chunk("VP8X", new byte[10]), chunk("ANMF", nest)));
    assertThat(look(webp).orElseThrow().frames()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"6000, 4000, false", "8000, 5000, false", "8001, 5000, true", "30001, 10, true"})
  void upToFortyMegapixelsAreShown(int width, int height, boolean bomb) {
    assertThat(new Picture(Picture.Type.JPEG, width, height, 1, 1).isBomb()).isEqualTo(bomb);
  }

  @Property(tries = 500)
  void noBytesMakeTheLookFail(
      @ForAll @Size(max = 200) byte[] tail, @ForAll @IntRange(max = 3) int kind)
      throws IOException {
    String[] starts = {
      "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", "GIF89a", "\u00ff\u00d8\u00ff\u00e1", "RIFFxxxxWEBPVP8X"
    };
    byte[] start = starts[kind].getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(start, start.length + tail.length);
    System.arraycopy(tail, 0, all, start.length, tail.length);
    Path file = Files.write(Files.createTempFile(scratch, "p", ""), all);
    Optional<Picture> picture = Picture.look(file);
    if (picture.isPresent()) {
      Path to = Files.createTempFile(scratch, "c", "");
      Scrub.copy(picture.get().type(), picture.get().orientation(), file, to);
      Files.delete(to);
    }
    Files.delete(file);
  }

  private static Path scratch;

  @BeforeContainer
  static void makeScratch() throws IOException {
    scratch = Files.createTempDirectory("pictures");
    scratch.toFile().deleteOnExit();
  }

  // What is taken out

  @ParameterizedTest
  @CsvSource({"1", "3", "6", "8"})
  void aPhotoForgetsWhereItWasMadeAndStaysTheWayItIsTurned(int orientation) throws IOException {
    byte[] photo = photo(orientation);
    assertThat(text(photo)).contains(SECRET);
    byte[] clean = scrubbed(photo, true);
    assertThat(text(clean)).doesNotContain(SECRET).doesNotContain("a comment");
    Picture picture = look(clean).orElseThrow();
    assertThat(picture.orientation()).isEqualTo(orientation);
    assertThat(picture.width()).isEqualTo(orientation >= 5 ? 30 : 70);
    assertSamePixels(clean, photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\0\0\0", "stray", "\u00ff\0", "\u00ff\u00d0", "\u00ff\u0001"})
  void strayBytesBeforeASegmentHideNothingFromUsThatDecodersPassOver(String stray)
      throws IOException {
    byte[] photo = photo(6);
    byte[] odd =
        joined(Arrays.copyOf(photo, 2), bytes(stray), Arrays.copyOfRange(photo, 2, photo.length));
    byte[] clean = scrubbed(odd, true);
    assertThat(text(clean)).doesNotContain(SECRET).doesNotContain("a comment");
    assertThat(look(clean).orElseThrow().orientation()).isEqualTo(6);
    assertSamePixels(clean, photo);
  }

  @Test
  void aPhotoWithoutSuchThingsStaysAsItIs() throws IOException {
    byte[] photo = image(70, 30, "jpeg");
    assertThat(scrubbed(photo, false)).isEqualTo(photo);
  }

  @Test
  void whatHangsBehindAPhotoIsCutOff() throws IOException {
    byte[] photo = image(70, 30, "jpeg");
    assertThat(scrubbed(joined(photo, bytes(SECRET + "<script>")), true)).isEqualTo(photo);
  }

  @Test
  void aPngLosesItsWords() throws IOException {
    assertThat(scrubbed(tellingPng(), true)).isEqualTo(image(20, 20, "png"));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "3, false", "6, false", "8, false", "6, true"})
  void aPngForgetsWhereItWasMadeAndStaysTheWayItIsTurned(int orientation, boolean behindPixels)
      throws IOException {
    byte[] png = turnedPng(orientation, behindPixels);
    assertThat(text(png)).contains(SECRET);
    byte[] clean = scrubbed(png, true);
    assertThat(text(clean)).doesNotContain(SECRET);
    for (byte[] each : List.of(png, clean)) {
      Picture picture = look(each).orElseThrow();
      assertThat(picture.orientation()).isEqualTo(orientation);
      assertThat(picture.width()).isEqualTo(orientation >= 5 ? 30 : 70);
      assertThat(picture.height()).isEqualTo(orientation >= 5 ? 70 : 30);
    }
    assertSamePixels(clean, png);
    assertThat(scrubbed(clean, false)).isEqualTo(clean);
  }

  @Test
  void whatIsToldInNoMoreBytesThanHowItIsTurnedIsForgottenToo() throws IOException {
    byte[] exif = exif(6, "GPS!");
    byte[] jpeg = image(70, 30, "jpeg");
    byte[] app1 = segment(0xe1, joined(bytes("Exif\0\0"), exif));
    byte[] png = image(70, 30, "png");
    byte[] chunk = pngChunk("eXIf", exif);
    for (byte[] telling : List.of(inserted(jpeg, 2, app1), inserted(png, 33, chunk))) {
      byte[] clean = scrubbed(telling, true);
      assertThat(text(clean)).doesNotContain("GPS!");
      assertThat(look(clean).orElseThrow().orientation()).isEqualTo(6);
    }
  }

  @Test
  void aWebpLosesItsExifAndSaysSo() throws IOException {
    byte[] clean = scrubbed(tellingWebp(), true);
    byte[] cleanHead = {0x10, 0, 0, 0, 63, 0, 0, 31, 0, 0};
    byte[] pixels = chunk("VP8L", new byte[] {0x2f, 1, 2, 3, 4});
    assertThat(clean).isEqualTo(webp(joined(chunk("VP8X", cleanHead), pixels)));
  }

  @Property(tries = 200)
  void whatBreaksOffTellsNothingEither(@ForAll @IntRange(max = 3) int kind, @ForAll int where)
      throws IOException {
    byte[] whole =
        switch (kind) {
          case 0 -> photo(1);
          case 1 -> tellingPng();
          case 2 -> tellingWebp();
          default -> tellingGif();
        };
    byte[] part = Arrays.copyOf(whole, 12 + Math.floorMod(where, whole.length - 12));
    Path from = Files.write(scratch.resolve("part"), part);
    Path to = scratch.resolve("clean");
    Scrub.Outcome outcome = Scrub.copy(Picture.Type.of(from).orElseThrow(), 1, from, to);
    byte[] kept = outcome.changed() ? Files.readAllBytes(to) : part;
    assertThat(text(kept)).doesNotContain("48.2").doesNotContain("GPS");
    assertThat(kept.length).isLessThanOrEqualTo(part.length);
    if (kind != 3) {
      assertThat(outcome.whole()).isFalse();
    }
  }

  @Test
  void whatIsNoPictureAfterAllLosesNothing() throws IOException {
    byte[] odd = joined(Arrays.copyOf(image(70, 30, "jpeg"), 20), bytes("something else, kept"));
    Path from = Files.write(folder.resolve("odd"), odd);
    Path to = folder.resolve("clean");
    assertThat(Scrub.copy(Picture.Type.JPEG, 1, from, to).whole()).isFalse();
    assertThat(Files.readAllBytes(to)).isEqualTo(odd);
  }

  @Test
  void aGifLosesItsWordsAndWhatHangsBehindItsEnd() throws IOException {
    byte[] clean = scrubbed(joined(tellingGif(), bytes("<script>")), true);
    assertThat(clean).isEqualTo(image(20, 20, "gif"));
  }

  // The small one

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSmallPictureIsTurnedTheWayThePhotoIsShown(boolean png) throws IOException {
    byte[] lying = png ? scrubbed(turnedPng(6, false), true) : photo(6);
    Path from = Files.write(folder.resolve("photo"), lying);
    Path to = folder.resolve("small");
    assertThat(new Thumbnails().make(Picture.look(from).orElseThrow(), from, to)).isTrue();
    BufferedImage small = ImageIO.read(to.toFile());
    assertThat(small.getWidth()).isEqualTo(30);
    assertThat(small.getHeight()).isEqualTo(70);
    // Its left edge is red as it lies, which is its upper edge once it is turned.
    assertThat(new Color(small.getRGB(15, 3)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(15, 66)).getRed()).isLessThan(60);
  }

  @Test
  void aClearPictureStaysClear() throws IOException {
    var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_ARGB);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    Path from = Files.write(folder.resolve("clear"), out.toByteArray());
    Path to = folder.resolve("small");
    new Thumbnails().make(Picture.look(from).orElseThrow(), from, to);
    BufferedImage small = ImageIO.read(to.toFile());
    assertThat(small.getWidth()).isEqualTo(Thumbnails.SIDE);
    assertThat(small.getRGB(10, 10) >>> 24).isZero();
  }

  @Test
  void aPictureThatIsReadOnAndOnBehindItsEndIsGivenUpSoon() throws IOException {
    int bits = 7_999 | 4_999 << 14 | 1 << 28;
    byte[] oneColour = {
      0x2f,
      (byte) bits,
      (byte) (bits >> 8),
      (byte) (bits >> 16),
      (byte) (bits >> 24),
      7,
      0x10,
      0x11,
      0x11,
      (byte) 0x88,
      (byte) 0x88,
      (byte) 0xfe,
      7,
      0
    };
    Path from = Files.write(folder.resolve("endless"), webp(chunk("VP8L", oneColour)));
    Picture picture = Picture.look(from).orElseThrow();
    assertThat(picture.isBomb()).isFalse();
    long start = System.nanoTime();
    assertThatThrownBy(() -> new Thumbnails().make(picture, from, folder.resolve("small")))
        .isInstanceOf(IOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
  }

  // Tools

  private Optional<Picture> look(byte[] bytes) throws IOException {
    return Picture.look(Files.write(folder.resolve("looked"), bytes));
  }

  private byte[] scrubbed(byte[] bytes, boolean changes) throws IOException {
    Path from = Files.write(folder.resolve("from"), bytes);
    Path to = folder.resolve("to");
    Picture picture = Picture.look(from).orElseThrow();
    Scrub.Outcome outcome = Scrub.copy(picture.type(), picture.orientation(), from, to);
    assertThat(outcome).isEqualTo(new Scrub.Outcome(changes, true));
    return Files.readAllBytes(changes ? to : from);
  }

  private static void assertSamePixels(byte[] one, byte[] other) throws IOException {
    BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
    BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
    for (int x = 0; x < a.getWidth(); x++) {
      for (int y = 0; y < a.getHeight(); y++) {
        assertThat(a.getRGB(x, y)).isEqualTo(b.getRGB(x, y));
      }
    }
  }

  /** A photo with a red left edge that tells where it was made. */
  private static byte[] photo(int orientation) throws IOException {
    byte[] exif = segment(0xe1, joined(bytes("Exif\0\0"), exif(orientation, "\0\0\0\0" + SECRET)));
    byte[] comment = segment(0xfe, bytes("a comment"));
    return inserted(image(70, 30, "jpeg"), 2, joined(exif, comment));
  }

  /** The same as a PNG, whose Exif may stand before its pixels or behind them. */
  private static byte[] turnedPng(int orientation, boolean behindPixels) throws IOException {
    byte[] png = image(70, 30, "png");
    byte[] exif = pngChunk("eXIf", exif(orientation, "\0\0\0\0" + SECRET));
    return inserted(png, behindPixels ? png.length - 12 : 33, exif);
  }

  /**
   * Says how a picture is turned.
   *
   * @param rest what stands in the place of a next directory, and behind
   */
  private static byte[] exif(int orientation, String rest) {
    ByteBuffer tiff = ByteBuffer.allocate(22 + rest.length());
    tiff.put(bytes("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    return tiff.putShort((short) orientation).putShort((short) 0).put(bytes(rest)).array();
  }

  private static byte[] inserted(byte[] into, int at, byte[] what) {
    return joined(Arrays.copyOf(into, at), what, Arrays.copyOfRange(into, at, into.length));
  }

  private static byte[] tellingPng() throws IOException {
    byte[] png = image(20, 20, "png");
    byte[] words = pngChunk("tEXt", bytes("Comment\0" + SECRET));
    byte[] exif = pngChunk("eXIf", bytes(SECRET));
    return joined(Arrays.copyOf(png, 33), words, exif, Arrays.copyOfRange(png, 33, png.length));
  }

  private static byte[] tellingWebp() {
    byte[] head = {0x0c | 0x10, 0, 0, 0, 63, 0, 0, 31, 0, 0};
    return webp(
        joined(
            chunk("VP8X", head),
            chunk("VP8L", new byte[] {0x2f, 1, 2, 3, 4}),
            chunk("EXIF", bytes(SECRET)),
            chunk("XMP ", bytes(SECRET))));
  }

  /** With a comment, and with XMP as the specification of XMP puts it into one. */
  private static byte[] tellingGif() throws IOException {
    byte[] gif = image(20, 20, "gif");
    int blocks = 13 + (3 << (gif[10] & 7) + 1);
    byte[] said = bytes(SECRET);
    byte[] comment = joined(bytes("!\u00fe"), new byte[] {(byte) said.length}, said, new byte[1]);
    byte[] trailer = new byte[258];
    for (int i = 0; i < 256; i++) {
      trailer[i + 1] = (byte) (255 - i);
    }
    trailer[0] = 1;
    byte[] xmp = joined(bytes("!\u00ff\u000bXMP DataXMP<x>" + SECRET + "</x>"), trailer);
    return joined(
        Arrays.copyOf(gif, blocks), comment, xmp, Arrays.copyOfRange(gif, blocks, gif.length));
  }

  private static byte[] image(int width, int height, String format) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 10, height);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] segment(int marker, byte[] data) {
    ByteBuffer segment = ByteBuffer.allocate(4 + data.length);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (data.length + 2)).put(data);
    return segment.array();
  }

  private static byte[] pngChunk(String type, byte[] data) {
    byte[] named = joined(bytes(type), data);
    var sum = new CRC32();
    sum.update(named);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    return chunk.putInt(data.length).put(named).putInt((int) sum.getValue()).array();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + data.length + (data.length & 1));
    chunk.order(ByteOrder.LITTLE_ENDIAN);
    return chunk.put(bytes(type)).putInt(data.length).put(data).array();
  }

  private static byte[] webp(byte[] chunks) {
    ByteBuffer webp = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
    return webp.put(bytes("RIFF")).putInt(4 + chunks.length).put(bytes("WEBP")).put(chunks).array();
  }

  private static byte[] joined(List<byte[]> parts) {
    return joined(parts.toArray(new byte[0][]));
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
