package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on a phone and on a computer, in light and in dark: nothing is cut off at the side, what
 * is to be touched is large enough and has a name. The pictures lie in target/screens; with {@code
 * -Dparley.screens=accept} also in docs/screens.
 */
@Tag("browser")
class WebScreensTest {
  private static final Path DOCS =
      Path.of(System.getProperty("parley.root", "..")).resolve("docs/screens");

  /** What is wider than the page, too small for a finger, or without a name. */
  private static final String FAULTS =
      """
      const found = [];
      if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the page: ' + document.documentElement.scrollWidth);
      for (const box of document.querySelectorAll('.timeline, .sidebar .scroller, dialog')) {
        if (box.scrollWidth > box.clientWidth + 1) found.push('wider than ' + box.className + ': ' + box.scrollWidth);
      }
      for (const node of document.querySelectorAll('button, input, textarea')) {
        const place = node.getBoundingClientRect();
        if (place.width === 0 || node.classList.contains('unseen') || node.closest('.toolbar')) continue;
        const inline = node.classList.contains('link') || node.classList.contains('quote') || node.classList.contains('aside-line');
        if (!inline && (place.width < 24 || place.height < 24) && node.type !== 'checkbox') found.push('small: ' + node.outerHTML.slice(0, 120));
        if (!(node.ariaLabel || node.innerText || node.labels?.length)) found.push('without a name: ' + node.outerHTML.slice(0, 120));
      }
      return found;
      """;

  @TempDir Path folder;

  @Test
  void phoneAndComputerShowAFinishedPage() throws Exception {
    try (Browser phone = Browser.phone();
        ServerProcess server =
            ServerProcess.start(folder, "--name", "Floor 2 office", "--no-rate-limits");
        Guest dara = Guest.named(server.port(), "Dara Novak");
        Guest bruno = Guest.named(server.port(), "Bruno Silva")) {
      fill(dara, bruno);
      phone.go(server);
      phone.awaitThere("#login-name");
      keep(phone, "web-login");
      phone.logIn(server, "Ana Okafor");
      RoomId lobby = dara.join("lobby").room().id();
      talk(dara, bruno, lobby);
      phone.awaitText("Thank you!");
      keep(phone, "web-room");
      rooms(phone, dara, bruno);
      phone.click(".room-head .back");
      phone.awaitThere(".page.at-list");
      keep(phone, "web-rooms");
      phone.click(".sidebar .room", "lobby");
      phone.touch("Full barcode now", "Reply");
      phone.awaitText("Replying to Dara Novak");
      phone.type("#composer", "Well done @");
      phone.awaitThere(".completion");
      keep(phone, "web-reply");
      phone.click("#open-members");
      phone.awaitThere(".panel .choices li");
      keep(phone, "web-people");
      phone.click(".panel .back");
      phone.js("document.querySelector('#open-emoji').click()");
      phone.awaitThere(".emoji-grid .emoji:nth-child(9)");
      keep(phone, "web-emoji");
      phone.js(
          "document.querySelector('dialog').dispatchEvent(new Event('cancel', {cancelable: true}))");
      phone.awaitGone("dialog");
      menu(phone);
      wide(server);
    }
  }

  private static void menu(Browser phone) throws IOException {
    phone.click(".rows .message:last-child .body");
    phone.awaitThere("dialog.menu[open]");
    keep(phone, "web-menu");
  }

  private static void wide(ServerProcess server) throws IOException {
    try (Browser computer = Browser.open()) {
      computer.logIn(server, "Chen Wei");
      computer.awaitText("Thank you!");
      computer.click("#open-members");
      computer.awaitThere(".panel .choices li");
      keep(computer, "web-wide");
    }
  }

  private static void fill(Guest dara, Guest bruno) {
    dara.join("lobby");
    bruno.join("lobby");
  }

  private static void talk(Guest dara, Guest bruno, RoomId lobby) {
    say(bruno, lobby, "Morning all, the build server is back up.");
    say(bruno, lobby, "It was the UPS again, battery replaced.");
    long question =
        say(
            dara,
            lobby,
            "Can someone check the label printer on **floor 2**? It prints half the barcode.");
    say(
        bruno,
        lobby,
        "The new switch is at `10.0.4.2`, ping is under 1 ms now. The old one stays until Friday:\n"
            + "- badge readers hang off port 12\n- please do not unplug it");
    long fixed =
        say(
            bruno,
            lobby,
            "Label printer was on the wrong media size, @Ana Okafor. Fixed, try again please.");
    for (Guest each : List.of(dara, bruno)) {
      each.say(new Command.React(each.nextId(), lobby, fixed, "🎉", true));
    }
    dara.say(new Command.React(dara.nextId(), lobby, fixed, "👍", true));
    dara.say(
        new Command.Send(
            dara.nextId(),
            lobby,
            new Nonce("answer"),
            "Full barcode now",
            new Command.Hook(fixed, 0, null)));
    bruno.say(
        new Command.Send(
            bruno.nextId(),
            lobby,
            new Nonce("aside"),
            "Was it the tray?",
            new Command.Hook(0, question, null)));
    bruno.soFar();
    dara.soFar();
    say(dara, lobby, "Thank you!");
  }

  private static void rooms(Browser phone, Guest dara, Guest bruno) {
    for (String name : List.of("design", "facilities", "helpdesk")) {
      dara.join(name);
      phone.js("document.querySelector('#add-room').click()");
      phone.type("#add-query", name);
      phone.js("document.querySelector('.choices button')?.click()");
      phone.await("the room " + name, "return document.querySelector('dialog') === null");
    }
    phone.click(".room-head .back");
    phone.click(".sidebar .room", "lobby");
    say(dara, dara.join("design").room().id(), "New colours are in");
    say(dara, dara.join("helpdesk").room().id(), "@Ana Okafor can you look at this?");
    bruno.say(new Command.OpenDirect(bruno.nextId(), List.of(me(phone))));
    RoomId direct = bruno.await(Event.Joined.class).room().room().id();
    say(bruno, direct, "Are you in today?");
    phone.await("the mention", "return document.title.startsWith('(2)')");
    phone.awaitGone(".toast");
  }

  private static UserId me(Browser phone) {
    return new UserId(
        (String)
            phone.later(
                """
                const opened = indexedDB.open('parley');
                await new Promise((done) => { opened.onsuccess = done; });
                const asked = opened.result.transaction('me').objectStore('me').get('me');
                await new Promise((done) => { asked.onsuccess = done; });
                opened.result.close();
                return asked.result.user.id;
                """));
  }

  private static int nonces;

  private static long say(Guest guest, RoomId room, String text) {
    guest.say(new Command.Send(guest.nextId(), room, new Nonce("s" + nonces++), text));
    return guest.await(Event.Ack.class).seq();
  }

  private static void keep(Browser browser, String name) throws IOException {
    for (String theme : List.of("light", "dark")) {
      browser.js("document.documentElement.dataset.theme = arguments[0]", theme);
      browser.later(
          "await document.fonts.ready; await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); await Promise.all(document.getAnimations().map((a) => a.finished))");
      Path file = Path.of("target", "screens", name + "-" + theme + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, browser.picture());
      if ("accept".equals(System.getProperty("parley.screens"))) {
        Files.write(DOCS.resolve(file.getFileName()), browser.picture());
      }
    }
    assertThat(browser.js(FAULTS)).as(name).isEqualTo(List.of());
  }
}
