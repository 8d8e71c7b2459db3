package chat.parley.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
      try {
        Scrub.copy(picture.get(), file, to);
      } catch (EOFException | BrokenPicture e) {
        assertThat(e).isNotNull(); // it is kept as a file of no kind
      }
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
    byte[] png = image(20, 20, "png");
    byte[] words = pngChunk("tEXt", bytes("Comment\0" + SECRET));
    byte[] exif = pngChunk("eXIf", bytes(SECRET));
    byte[] told =
        joined(Arrays.copyOf(png, 33), words, exif, Arrays.copyOfRange(png, 33, png.length));
    assertThat(scrubbed(told, true)).isEqualTo(png);
  }

  @Test
  void aWebpLosesItsExifAndSaysSo() throws IOException {
    byte[] head = {0x0c | 0x10, 0, 0, 0, 63, 0, 0, 31, 0, 0};
    byte[] pixels = chunk("VP8L", new byte[] {0x2f, 1, 2, 3, 4});
    byte[] webp =
        webp(
            joined(
                chunk("VP8X", head),
                pixels,
                chunk("EXIF", bytes(SECRET)),
                chunk("XMP ", bytes(SECRET))));
    byte[] clean = scrubbed(webp, true);
    byte[] cleanHead = head.clone();
    cleanHead[0] = 0x10;
    assertThat(clean).isEqualTo(webp(joined(chunk("VP8X", cleanHead), pixels)));
  }

  @Test
  void aPhotoThatBreaksOffIsNoPicture() throws IOException {
    byte[] photo = photo(1);
    byte[] half = Arrays.copyOf(photo, photo.length / 2);
    Picture picture = look(half).orElseThrow();
    Path from = Files.write(folder.resolve("half"), half);
    assertThatThrownBy(() -> Scrub.copy(picture, from, folder.resolve("clean")))
        .isInstanceOf(IOException.class);
  }

  // The small one

  @Test
  void theSmallPictureIsTurnedTheWayThePhotoIsShown() throws IOException {
    Path from = Files.write(folder.resolve("photo"), photo(6));
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

  // Tools

  private Optional<Picture> look(byte[] bytes) throws IOException {
    return Picture.look(Files.write(folder.resolve("looked"), bytes));
  }

  private byte[] scrubbed(byte[] bytes, boolean changes) throws IOException {
    Path from = Files.write(folder.resolve("from"), bytes);
    Path to = folder.resolve("to");
    boolean changed = Scrub.copy(Picture.look(from).orElseThrow(), from, to);
    assertThat(changed).isEqualTo(changes);
    return Files.readAllBytes(changed ? to : from);
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
    byte[] plain = image(70, 30, "jpeg");
    byte[] secret = bytes(SECRET);
    ByteBuffer tiff = ByteBuffer.allocate(26 + secret.length);
    tiff.put(bytes("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
    byte[] exif = segment(0xe1, joined(bytes("Exif\0\0"), tiff.array()));
    byte[] comment = segment(0xfe, bytes("a comment"));
    return joined(
        Arrays.copyOf(plain, 2), exif, comment, Arrays.copyOfRange(plain, 2, plain.length));
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
