package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the web client. A server that takes none shows no way to attach them. */
@Tag("browser")
class WebFilesTest {
  private static final String WHOLE =
      "const upload = document.querySelector('.uploads li');"
          + " return upload !== null && upload.querySelector('progress, .link') === null";

  @TempDir Path folder;

  @Test
  void pictureAndFileGoWithAMessageAndAreSeenAndFetchedByOthers() throws Exception {
    Path picture = folder.resolve("plan.png");
    ImageIO.write(new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path numbers = folder.resolve("numbers.bin");
    Files.write(numbers, new byte[3_000_000]);
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      Object mayAttach =
          ann.js("return document.querySelector('.composer input[type=file]') !== null");
      assertThat(mayAttach).as("whether files can be attached").isEqualTo(true);
      ann.attach(picture);
      ann.attach(numbers);
      ann.await(
          "both are there",
          "return document.querySelectorAll('.uploads li').length === 2"
              + " && !document.querySelector('.uploads progress')");
      ann.say("The plan");
      ann.awaitGone(".uploads");
      ben.awaitMessage("The plan");
      ben.await(
          "the small picture",
          "return (document.querySelector('.rows .picture img')?.naturalWidth ?? 0) > 0");
      ben.awaitText("numbers.bin");
      ben.click(".rows .picture");
      ben.await(
          "the whole picture",
          "return document.querySelector('dialog .whole')?.naturalWidth === 800");
      assertThat(ben.console()).noneMatch(line -> line.contains("Error"));
    }
  }

  @Test
  void messageOfFilesOnlyIsToldAndFoundByItsFiles() throws Exception {
    Path plan = folder.resolve("seating plan.bin");
    Files.write(plan, new byte[1000]);
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ben.attach(plan);
      ben.await("a whole file", WHOLE);
      ben.click(".send");
      ann.awaitText("seating plan.bin");
      ann.await(
          "what a screen reader is told",
          "return document.querySelector('[role=log]').textContent"
              + " === 'Ben: sent a file: seating plan.bin'");
      ann.click("#open-search");
      ann.type("#search", "seating");
      ann.await(
          "the hit",
          "return document.querySelector('.panel .found .body')?.textContent === 'seating plan.bin'");
    }
  }

  @Test
  void fileOfAMessageThatWaitedTooLongIsUploadedAnewInAnotherPage() throws Exception {
    Path plan = folder.resolve("plan.bin");
    Files.write(plan, new byte[] {1, 2, 3});
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.before(
              """
              const send = WebSocket.prototype.send;
              const another = Boolean(sessionStorage.getItem('written'));
              window.forgotten = 0;
              WebSocket.prototype.send = function (text) {
                const said = JSON.parse(text);
                if (said.type !== 'send') {
                  send.call(this, text);
                } else if (another && window.forgotten++ === 0) {
                  send.call(this, JSON.stringify({ ...said, files: ['f_nothingofthatname1234'] }));
                } else if (another) {
                  send.call(this, text);
                } else {
                  sessionStorage.setItem('written', 'yes');
                }
              };
              """)
          .logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ann.attach(plan);
      ann.await("a whole file", WHOLE);
      ann.say("The plan");
      ann.awaitMessage("The plan");
      ann.await("that it was said", "return sessionStorage.getItem('written') === 'yes'");
      ann.go(server);
      ben.awaitMessage("The plan");
      ben.awaitText("plan.bin");
      assertThat(ann.js("return window.forgotten")).isEqualTo(2L);
    }
  }

  @Test
  void besideAStreamAFewUploadsGoAtOnceInSmallPieces() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.before(
              """
              window.WebSocket = class { constructor() { throw new Error('not here'); } };
              window.most = 0;
              window.biggest = 0;
              let going = 0;
              const real = window.fetch;
              window.fetch = async (path, request) => {
                if (request?.method !== 'PATCH') return real(path, request);
                window.most = Math.max(window.most, ++going);
                window.biggest = Math.max(window.biggest, request.body.size);
                return real(path, request).finally(() => going--);
              };
              """)
          .logIn(server, "Ann");
      ann.js(
          """
          const files = new DataTransfer();
          for (let i = 0; i < 7; i++) files.items.add(new File([new Uint8Array(600_000)], `${i}.bin`));
          const field = document.querySelector('.composer input[type=file]');
          field.files = files.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
          """);
      ann.await(
          "seven whole files",
          "return document.querySelectorAll('.uploads li').length === 7"
              + " && document.querySelector('.uploads progress, .uploads .link') === null");
      assertThat((Long) ann.js("return window.most")).isBetween(1L, 2L);
      assertThat((Long) ann.js("return window.biggest")).isLessThanOrEqualTo(131_072L);
    }
  }

  @Test
  void fileIsThereThoughTheAnswerToItsLastPieceWasLost() throws Exception {
    Path numbers = folder.resolve("numbers.bin");
    Files.write(numbers, new byte[1_500_000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          let pieces = 0;
          window.fetch = async (path, request) => {
            const answer = await real(path, request);
            if (request.method === 'PATCH' && ++pieces === 2) {
              throw new TypeError('the line broke');
            }
            return answer;
          };
          """);
      ann.attach(numbers);
      ann.await("a whole file", WHOLE);
      ann.say("The numbers");
      ann.awaitGone(".uploads");
      ann.awaitText("numbers.bin");
    }
  }

  @Test
  void uploadOutlivesAnOutageInWhichTheServerCannotBeAskedHowFarItCame() throws Exception {
    Path numbers = folder.resolve("numbers.bin");
    Files.write(numbers, new byte[1_500_000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          const faults = [
            () => { throw new TypeError('the line broke'); },
            () => { throw new TypeError('still broken'); },
            () => new Response('{"code":"rate_limited","retry_ms":20}', { status: 429 }),
            () => new Response('', { status: 429, headers: { 'Retry-After': '0' } }),
          ];
          window.fetch = async (path, request) =>
            request.method === 'POST' || faults.length === 0
              ? real(path, request)
              : faults.shift()();
          """);
      ann.attach(numbers);
      ann.await("a whole file", WHOLE);
      ann.say("The numbers");
      ann.awaitGone(".uploads");
      ann.awaitText("numbers.bin");
    }
  }

  @Test
  void fileThatArrivesWhileAMessageIsBeingKeptGoesWithTheNext() throws Exception {
    Path first = Files.write(folder.resolve("first.bin"), new byte[1000]);
    Path second = Files.write(folder.resolve("second.bin"), new byte[1000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.attach(first);
      ann.await("a whole file", WHOLE);
      ann.js(
          """
          const real = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
          Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
            ...real,
            set(then) {
              const held = () => {
                window.release = () => {
                  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', real);
                  then();
                };
              };
              real.set.call(this, this.objectStoreNames.contains('outbox') ? held : then);
            },
          });
          """);
      ann.say("The first");
      ann.await("a message that is nearly kept", "return window.release !== undefined");
      ann.attach(second);
      ann.await(
          "the second file, whole",
          "const last = [...document.querySelectorAll('.uploads li')].at(-1);"
              + "return last?.innerText.includes('second.bin')"
              + " && last.querySelector('progress') === null");
      ann.js("window.release()");
      ann.awaitMessage("The first");
      assertThat(ann.js("return document.querySelector('.uploads').innerText"))
          .asString()
          .contains("second.bin")
          .doesNotContain("first.bin");
      ann.say("The second");
      ann.awaitGone(".uploads");
      ann.awaitMessage("The second");
      ann.await(
          "each file with its message",
          "const all = [...document.querySelectorAll('.rows .message')].map(m => m.innerText);"
              + "return all.length === 2 && all[0].includes('first.bin')"
              + " && all[1].includes('second.bin')");
    }
  }

  @Test
  void uploadThatTheServerHasForgottenBeginsAgain() throws Exception {
    Path numbers = Files.write(folder.resolve("numbers.bin"), new byte[1000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          window.fetch = async () => {
            window.fetch = real;
            return new Response('{"id":"f_forgotten","offset":0}', { status: 201 });
          };
          """);
      ann.attach(numbers);
      ann.await("a whole file", WHOLE);
      ann.say("The numbers");
      ann.awaitGone(".uploads");
      ann.awaitText("numbers.bin");
    }
  }

  @Test
  void longNameKeepsItsEndAndAFileThatIsFetchedSaysHowFarItCame() throws Exception {
    Path numbers = folder.resolve("MANY NUMBERS ".repeat(7) + "MAY.xlsx");
    Files.write(numbers, new byte[50_000]);
    String endIsSeen =
        """
        const frame = document.querySelector(arguments[0]).getBoundingClientRect();
        const [stem, end] = document.querySelectorAll(arguments[0] + ' .file-name span');
        return stem.scrollWidth > stem.clientWidth && end.innerText === '.xlsx'
          && end.getBoundingClientRect().right <= frame.right;
        """;
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.attach(numbers);
      ann.await("a whole file", WHOLE);
      assertThat(ann.js(endIsSeen, ".uploads li")).isEqualTo(true);
      ann.say("The numbers");
      ann.awaitThere(".rows .card");
      assertThat(ann.js(endIsSeen, ".rows .card")).isEqualTo(true);
      ann.js(
          """
          HTMLAnchorElement.prototype.click = function () {
            window.saved = this.download;
          };
          const real = window.fetch;
          window.fetch = async (path, request) => {
            const response = await real(path, request);
            const bytes = new Uint8Array(await response.arrayBuffer());
            const start = (out) => {
              out.enqueue(bytes.slice(0, 1024));
              window.release = () => {
                out.enqueue(bytes.slice(1024));
                out.close();
              };
            };
            return new Response(new ReadableStream({ start }));
          };
          """);
      ann.click(".rows .card");
      ann.awaitText("1.0 KB of 49 KB");
      ann.awaitThere(".rows .card progress");
      ann.js("window.release()");
      ann.await("the file", "return window.saved?.endsWith('MAY.xlsx') === true");
      ann.awaitGone(".rows .card progress");
    }
  }

  @Test
  void smallPictureComesThoughItCouldNotBeFetchedAtFirst() throws Exception {
    Path picture = folder.resolve("plan.png");
    ImageIO.write(new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          window.fetch = async (path, request) => {
            if (path.endsWith('/thumb')) {
              window.fetch = real;
              throw new TypeError('the line broke');
            }
            return real(path, request);
          };
          """);
      ann.attach(picture);
      ann.await("a whole file", WHOLE);
      ann.say("The plan");
      ann.await(
          "the small picture",
          "return (document.querySelector('.rows .picture img')?.naturalWidth ?? 0) > 0");
    }
  }

  @Test
  void passThatTheServerTakesNoMoreIsAskedForAnew() throws Exception {
    Path numbers = folder.resolve("numbers.bin");
    Files.write(numbers, new byte[1000]);
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder.resolve("server"), "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          """
          const real = window.fetch;
          const bad = { Authorization: 'Bearer over' };
          window.fetch = (path, request) => {
            window.fetch = real;
            return real(path, { ...request, headers: { ...request.headers, ...bad } });
          };
          """);
      ann.attach(numbers);
      ann.await("a whole file", WHOLE);
    }
  }
}
