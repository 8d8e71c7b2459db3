package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.FileId;
import chat.parley.model.RoomId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms full of photos, and photos on a small screen. */
@Tag("browser")
class WebPicturesTest {
  private static final int MESSAGES = 23;
  private static final int IN_EACH = 10;

  private static final String FETCHED =
      "return performance.getEntriesByType('resource')"
          + ".filter((each) => each.name.endsWith('/thumb')).length";

  private static final String ALL_IN_SIGHT =
      """
      const pictures = [...document.querySelectorAll('.rows .picture')];
      return pictures.some((each) => each.querySelector('img')) && pictures.every((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return bottom < 0 || top > innerHeight || each.querySelector('img')?.naturalWidth > 0;
      });
      """;

  private static final String WIDER_THAN_THE_SCREEN =
      "return [...document.querySelectorAll('dialog, dialog *, .rows, .rows *')]"
          + ".filter((each) => each.getBoundingClientRect().right > innerWidth + 1)"
          + ".map((each) => each.outerHTML.slice(0, 80))";

  @TempDir Path folder;

  @Test
  void ofManyPicturesThoseThatAreSeenComeAndEachOnce() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      RoomId lobby = ben.join("lobby").room().id();
      var line = new FileLine(server.port(), ben, lobby);
      String pass = line.pass();
      for (int message = 0; message < MESSAGES; message++) {
        List<FileId> files = new ArrayList<>();
        for (int i = 0; i < IN_EACH; i++) {
          int shade = message * IN_EACH + i;
          files.add(line.upload(picture("photo" + shade + ".png", shade), pass).id());
        }
        line.say("photos " + message, files);
      }
      ann.logIn(server, "Ann");
      ann.awaitMessage("photos " + (MESSAGES - 1));
      ann.await("the pictures in sight", ALL_IN_SIGHT);
      long atEnd = (Long) ann.js(FETCHED);
      assertThat(atEnd).as("fetched of %s", MESSAGES * IN_EACH).isBetween(1L, 100L);
      ann.js("document.querySelector('.rows .message').scrollIntoView()");
      ann.await("the pictures in sight further up", ALL_IN_SIGHT);
      assertThat((Long) ann.js(FETCHED)).isLessThanOrEqualTo((long) MESSAGES * IN_EACH);
      assertThat((Long) ann.js("return document.querySelectorAll('.rows .picture img').length"))
          .isLessThan(100);
    }
  }

  @Test
  void longNameStaysOnAPhone() throws Exception {
    String name = "Screenshot_20261201_184012_com.example.mobile.Chrome.png";
    try (Browser phone = Browser.phone();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      RoomId lobby = ben.join("lobby").room().id();
      var line = new FileLine(server.port(), ben, lobby);
      line.say("look", List.of(line.upload(picture(name, 7), line.pass()).id()));
      phone.logIn(server, "Ann");
      phone.awaitMessage("look");
      phone.await("the picture", ALL_IN_SIGHT);
      phone.click(".rows .picture");
      phone.awaitThere("dialog .whole");
      assertThat(phone.js(WIDER_THAN_THE_SCREEN)).isEqualTo(List.of());
      // The button at the phone's edge closes what is on top, and not the room below it.
      phone.js("history.back()");
      phone.awaitGone("dialog");
      phone.awaitThere("#composer");
    }
  }

  private static HostileFiles.Hostile picture(String name, int shade) throws IOException {
    var image = new BufferedImage(360, 240, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 240; x++) {
      image.setRGB(x, x, 0x010305 * (shade + 1));
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return new HostileFiles.Hostile(name, "image/png", bytes.toByteArray());
  }
}
