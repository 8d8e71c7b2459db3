package chat.parley.desktop.view.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.parley.desktop.testing.Pictures;
import chat.parley.desktop.view.Fx;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {
  /** Of a JPEG that a telephone made which was held sideways. */
  private static final int LIES_ON_ITS_SIDE = 6;

  /** A lossless WebP of one pixel, as the format's own description has it. */
  private static final byte[] WEBP = {
    'R',
    'I',
    'F',
    'F',
    0x1a,
    0,
    0,
    0,
    'W',
    'E',
    'B',
    'P',
    'V',
    'P',
    '8',
    'L',
    0x0d,
    0,
    0,
    0,
    0x2f,
    0,
    0,
    0,
    0x10,
    0x07,
    0x10,
    0x11,
    0x11,
    (byte) 0x88,
    (byte) 0x88,
    (byte) 0xfe,
    0x07,
    0
  };

  @TempDir Path folder;

  @Test
  void picturesOfEveryUsualKindAreDecoded() throws Exception {
    assertThat(decoded(Pictures.png(30, 20, 1)).getWidth()).isEqualTo(30);
    assertThat(decoded(Pictures.jpeg(30, 20, 1)).getHeight()).isEqualTo(20);
    assertThat(decoded(Pictures.movingGif(12, 9)).getWidth()).isEqualTo(12);
    assertThat(decoded(WEBP).getWidth()).isEqualTo(1);
  }

  @Test
  void aLargePictureIsMadeAsLargeAsItIsToBeSeen() throws Exception {
    Path file = Files.write(folder.resolve("large.jpg"), Pictures.jpeg(900, 600, 1));
    var small = new CompletableFuture<Image>();
    Decoder.decode(file.toFile(), 300, small::complete);
    assertThat(small.get(20, TimeUnit.SECONDS).getWidth()).isEqualTo(300);
    assertThat(small.get().getHeight()).isEqualTo(200);
  }

  @Test
  void tilesAreThePictureOnceEach() throws Exception {
    Path file = Files.write(folder.resolve("large.png"), Pictures.png(1_100, 600, 1));
    var cut = new CompletableFuture<List<Tile>>();
    Decoder.tiles(file.toFile(), cut::complete);
    List<Tile> tiles = cut.get(20, TimeUnit.SECONDS);
    assertThat(tiles).hasSize(6);
    assertThat(tiles.stream().mapToDouble(tile -> tile.width() * tile.height()).sum())
        .isCloseTo(1, within(1e-9));
    Image whole = decoded(Files.readAllBytes(file));
    for (Tile tile : tiles) {
      int x = (int) Math.round(tile.x() * 1_100);
      int y = (int) Math.round(tile.y() * 600);
      assertThat(tile.image().getPixelReader().getArgb(3, 5))
          .isEqualTo(whole.getPixelReader().getArgb(x + 3, y + 5));
    }
  }

  @Test
  void whatIsNoPictureHarmsNobody() throws Exception {
    assertThat(decoded("This is no picture.".getBytes())).isNull();
    assertThat(decoded(new byte[0])).isNull();
    byte[] png = Pictures.png(300, 200, 1);
    decoded(Arrays.copyOf(png, 200));
    byte[] bent = Pictures.jpeg(30, 20, 1);
    Arrays.fill(bent, 2, 40, (byte) 0xFF);
    decoded(bent);
  }

  @Test
  void aPictureThatWasTakenSidewaysStandsUpright() throws Exception {
    byte[] lying = turned(Pictures.jpeg(40, 20, 1), LIES_ON_ITS_SIDE);
    assertThat(Turned.orientation(lying)).isEqualTo(LIES_ON_ITS_SIDE);
    Image upright = decoded(lying);
    assertThat(upright.getWidth()).isEqualTo(20);
    assertThat(upright.getHeight()).isEqualTo(40);
  }

  @Test
  void aPngThatSaysHowItIsTurnedStandsUprightToo() throws Exception {
    byte[] lying = turnedPng(Pictures.png(40, 20, 1), LIES_ON_ITS_SIDE);
    assertThat(Turned.orientation(lying)).isEqualTo(LIES_ON_ITS_SIDE);
    Image upright = decoded(lying);
    assertThat(upright.getWidth()).isEqualTo(20);
    assertThat(upright.getHeight()).isEqualTo(40);
  }

  @Test
  void aPngWhoseChunksLeadBackwardsIsShownAsItLies() {
    ByteBuffer bent = ByteBuffer.allocate(64);
    bent.putLong(0x89504E470D0A1A0AL).putInt(-12).putInt(0x49484452);
    assertThat(Turned.orientation(bent.array())).isEqualTo(1);
  }

  /** Two by one pixels, A left of B, in every way a camera can be held. */
  @ParameterizedTest
  @CsvSource({
    "1, AB", "2, BA", "3, BA", "4, AB", "5, A/B", "6, A/B", "7, B/A", "8, B/A",
  })
  void everyWayToHoldACameraIsUndone(int orientation, String expected) {
    int a = 0xFF112233;
    int b = 0xFF445566;
    var image = new WritableImage(2, 1);
    image
        .getPixelWriter()
        .setPixels(0, 0, 2, 1, PixelFormat.getIntArgbInstance(), new int[] {a, b}, 0, 2);
    Image upright = Turned.upright(image, orientation);
    boolean tall = upright.getHeight() == 2;
    int[] pixels = Decoder.pixels(upright);
    String seen = (pixels[0] == a ? "A" : "B") + (tall ? "/" : "") + (pixels[1] == b ? "B" : "A");
    assertThat(seen).isEqualTo(expected);
  }

  private static Image decoded(byte[] bytes) throws Exception {
    Fx.run(() -> {});
    var done = new CompletableFuture<Image>();
    Decoder.decode(bytes, done::complete);
    return done.get(20, TimeUnit.SECONDS);
  }

  /** The same JPEG with a segment that says how it is to be turned. */
  private static byte[] turned(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /** The same PNG with a chunk that says how it is to be turned. */
  private static byte[] turnedPng(byte[] png, int orientation) {
    ByteBuffer chunk = ByteBuffer.allocate(38).putInt(26).put("eXIfMM".getBytes());
    chunk.putShort((short) 42).putInt(8).putShort((short) 1);
    chunk.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    chunk.putShort((short) orientation).putShort((short) 0).putInt(0);
    var sum = new CRC32();
    sum.update(chunk.array(), 4, 30);
    chunk.putInt((int) sum.getValue());
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(chunk.array());
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }
}
