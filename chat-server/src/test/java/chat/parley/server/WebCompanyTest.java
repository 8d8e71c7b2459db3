package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What the page knows of others while they come, speak and go, and how it comes to know it. */
@Tag("browser")
class WebCompanyTest {
  @TempDir Path folder;

  @Test
  void whoComesIsOfferedAndListedAtOnceAndWhoGoesIsNot() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.click("#open-members");
      ann.await("the list", "return document.querySelectorAll('.panel li').length === 1");
      try (Guest zora = Guest.named(server.port(), "Zora Young")) {
        RoomId lobby = zora.join("lobby").room().id();
        ann.await("her, too", "return document.querySelectorAll('.panel li').length === 2");
        ann.type("#composer", "@zor");
        ann.await(
            "her name",
            "return document.querySelector('.completion .chosen')?.innerText.includes('Zora Young')");
        ann.press(Keys.ESCAPE);
        zora.say(new Command.Leave(zora.nextId(), lobby));
        zora.await(Event.Left.class);
      }
      ann.await("one again", "return document.querySelectorAll('.panel li').length === 1");
    }
  }

  @Test
  void everyMessageIsToldToAScreenReaderAlsoTheSameTwice() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      for (String words : new String[] {"one", "two", "two", "three", "four"}) {
        ben.say(new Command.Send(ben.nextId(), lobby, Nonce.fresh(), words, Command.Hook.NONE));
      }
      ann.await(
          "all of them",
          "return [...document.querySelectorAll('[role=log] p')].map((each) => each.textContent).join()"
              + " === 'Ben: one,Ben: two,Ben: two,Ben: three,Ben: four'");
    }
  }

  @Test
  void replyThatIsBeingWrittenOutlivesThePage() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      ben.say(new Command.Send(ben.nextId(), lobby, Nonce.fresh(), "Tea?", Command.Hook.NONE));
      long asked = ben.await(Event.Ack.class).seq();
      ann.awaitMessage("Tea?");
      ann.choose("Tea?", "Reply");
      ann.type("#composer", "Yes, please");
      ann.await(
          "that it is kept", "return document.querySelector('#composer').value === 'Yes, please'");
      ben.await(Event.Typing.class);
      ann.go(server);
      ann.await(
          "the question above it",
          "return document.querySelector('.composer-bar')?.innerText.includes('Tea?')");
      ann.type("#composer", Keys.ENTER);
      Event.Message answer =
          ben.await(Event.Message.class, message -> message.body().equals("Yes, please"));
      assertThat(answer.ties().reply()).isEqualTo(asked);
    }
  }

  @Test
  void wayAroundThatIsNotAnsweredIsGivenUpAndTriedAgain() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.before(
              """
              window.WebSocket = class { constructor() { throw new Error('not here'); } };
              const real = window.fetch;
              let swallowed = false;
              window.fetch = (path, request) => {
                if (path !== '/stream' || swallowed) return real(path, request);
                swallowed = true;
                return new Promise((_, no) => request.signal.addEventListener('abort', () => no(new Error('cut'))));
              };
              """)
          .logIn(server, "Ann");
      ann.say("here after all");
      ann.awaitMessage("here after all");
    }
  }
}
