package chat.parley.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Somebody in front of a real Chromium, with a profile of their own. Used by one thread. */
public final class Browser implements AutoCloseable {
  /** Of all accounts. */
  static final String PASSWORD = "a long way to the coffee";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_AGAIN_NANOS = 10_000_000;
  private static final String BODIES =
      "return [...document.querySelectorAll('.rows .message .body')].map(n => n.textContent)";

  /** Holds what the page is connected by, and lets it hear what no server said. */
  static final String SOCKETS =
      """
      window.sockets = [];
      const Real = WebSocket;
      window.WebSocket = class extends Real {
        constructor(...all) {
          super(...all);
          window.sockets.push(this);
        }
      };
      window.hear = (event) =>
        window.sockets.at(-1).dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));
      """;

  /** Presses what is there to press; whether the page is connected. */
  private static final String COMES_BACK =
      """
      [...document.querySelectorAll('.banner button')].find((each) => each.textContent === 'Retry now')?.click();
      return document.querySelector('#me .presence:not(.offline)') !== null;
      """;

  /** Whether nothing of the page has changed for a second. */
  private static final String QUIET =
      """
      const now = performance.now();
      const text = document.body.innerText;
      if (window.textBefore !== text) {
        window.textBefore = text;
        window.textSince = now;
      }
      return now - window.textSince > 1000;
      """;

  /** Those that nobody is in front of: to start one takes longer than most tests. */
  private static final Deque<ChromeDriver> IDLE = new ConcurrentLinkedDeque<>();

  /** Kept, so that its level stays: the driver says of each new Chromium that it is new. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

  static {
    DRIVER_LOG.setLevel(Level.SEVERE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(ChromeDriver::quit)));
  }

  private final ChromeDriver driver;
  private final boolean usual;
  private final List<String> scripts = new ArrayList<>();

  private Browser(ChromeDriver driver, boolean usual) {
    this.driver = driver;
    this.usual = usual;
  }

  /**
   * A window as a computer has it. What it keeps for other servers stays, since each is at a port
   * of its own. Skips the test where there is no Chromium.
   */
  public static Browser open() {
    ChromeDriver idle = IDLE.poll();
    return new Browser(idle == null ? start(options("--window-size=1120,880")) : idle, true);
  }

  /** A fresh one that is started with more options. */
  public static Browser open(String option) {
    return new Browser(start(options("--window-size=1120,880", option)), false);
  }

  /** A phone, 360 by 740, with a touch screen. Skips the test where there is no Chromium. */
  public static Browser phone() {
    ChromeOptions options = options("--window-size=500,900");
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of(
            "deviceMetrics",
            Map.of("width", 360, "height", 740, "pixelRatio", 2.0, "touch", true)));
    return new Browser(start(options), false);
  }

  private static ChromeOptions options(String size, String... more) {
    Optional<Path> program = there("/usr/bin/chromium", "/usr/bin/google-chrome");
    Assumptions.assumeTrue(
        program.isPresent(), "The tests of the web client need chromium and chromium-driver.");
    var options = new ChromeOptions();
    options.setBinary(program.orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        // It asks its makers for this and that whatever it is told, and here it knows no names.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--hide-scrollbars",
        "--lang=en-GB",
        size);
    options.addArguments(more);
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  private static ChromeDriver start(ChromeOptions options) {
    Optional<Path> driver = there("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
    Assumptions.assumeTrue(
        driver.isPresent(), "The tests of the web client need chromium and chromium-driver.");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> there(String... paths) {
    return Stream.of(paths).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Runs before anything else on every page from now on. */
  public Browser before(String script) {
    Map<String, Object> added =
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    scripts.add(String.valueOf(added.get("identifier")));
    return this;
  }

  public Browser go(String address) {
    driver.get(address);
    return this;
  }

  /** To the client of a server on this computer. */
  public Browser go(ServerProcess server) {
    return go("http://127.0.0.1:" + server.port() + "/");
  }

  /** Comes in as a guest of that name; in the lobby when it returns. */
  public Browser logIn(ServerProcess server, String name) {
    go(server);
    type("#login-name", name + Keys.ENTER);
    awaitThere("#composer");
    await("the members of the room", "return document.querySelectorAll('.rows li').length > 0");
    return this;
  }

  /** Comes in with a new account of that name and {@link #PASSWORD}. */
  public Browser register(ServerProcess server, String name) {
    go(server);
    click(".others button", "New account");
    type("#login-name", name);
    type("#login-password", PASSWORD + Keys.ENTER);
    awaitThere("#composer");
    return this;
  }

  /**
   * Waits until the page is connected to its server, which is there again. Who has tried in vain
   * for long waits up to half a minute, unless somebody presses a button.
   */
  public void comeBack() {
    await("the connection", COMES_BACK);
  }

  /** Types it into the composer and presses Enter. */
  public void say(String text) {
    type("#composer", text.replace("\n", Keys.chord(Keys.SHIFT, Keys.ENTER)) + Keys.ENTER);
    await("an empty composer", "return document.querySelector('#composer').value === ''");
  }

  /** Types it into the composer and touches the button, as one does on a phone. */
  public void send(String text) {
    type("#composer", text);
    click(".send");
    await("an empty composer", "return document.querySelector('#composer').value === ''");
  }

  /** What the messages on the page say, from top to bottom. */
  @SuppressWarnings("unchecked")
  public List<String> bodies() {
    return (List<String>) js(BODIES);
  }

  public void awaitMessage(String text) {
    await(
        "the message " + text,
        BODIES.replace("return ", "const all = ") + "; return all.includes(arguments[0])",
        text);
  }

  /** Waits until that text stands somewhere on the page, where it can be seen. */
  public void awaitText(String text) {
    await("the text " + text, "return document.body.innerText.includes(arguments[0])", text);
  }

  public void awaitThere(String selector) {
    await(selector, "return document.querySelector(arguments[0]) !== null", selector);
  }

  /** Waits until the server has confirmed all that was said. */
  public void awaitAllSent() {
    awaitGone(".message.queued, .message.sending");
  }

  public void awaitGone(String selector) {
    await("no " + selector, "return document.querySelector(arguments[0]) === null", selector);
  }

  /** Waits until a script says true. */
  public void await(String what, String script, Object... arguments) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(js(script, arguments))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Never came: "
                + what
                + ". The page says: "
                + js("return document.body.innerText")
                + "\nIts console: "
                + console());
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  public Object js(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a promise comes to, as JSON would have it. */
  public Object later(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1]; (async () => { "
            + script
            + " })()"
            + ".then(done, (e) => done('failed: ' + e))",
        arguments);
  }

  public void click(String selector) {
    patiently(() -> element(selector).click());
  }

  /** Clicks the first thing of that kind on which that text stands. */
  public void click(String selector, String text) {
    patiently(
        () ->
            driver.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(selector + " with " + text))
                .click());
  }

  /** Points at the message of that text, so that what can be done with it shows. */
  public void pointAt(String message) {
    patiently(() -> new Actions(driver).moveToElement(row(message)).perform());
  }

  /** Opens the menu of the message of that text and chooses. */
  public void choose(String message, String entry) {
    patiently(() -> new Actions(driver).contextClick(row(message)).perform());
    click(".entry, .quick button", entry);
  }

  /** Opens the menu of the answer of that text in the thread that is open and chooses. */
  public void chooseInThread(String answer, String entry) {
    patiently(() -> new Actions(driver).contextClick(row(".panel .message", answer)).perform());
    click(".entry, .quick button", entry);
  }

  /** Touches the message of that text and chooses in the menu that comes. */
  public void touch(String message, String entry) {
    patiently(() -> row(message).findElement(By.cssSelector(".body")).click());
    click(".entry", entry);
  }

  private WebElement row(String message) {
    return row(".rows .message", message);
  }

  private WebElement row(String selector, String message) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(row -> row.getText().contains(message))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the message " + message));
  }

  public void type(String selector, CharSequence text) {
    patiently(() -> element(selector).sendKeys(text));
  }

  /** Chooses a file of this computer, as the system's own window for it would. */
  public void attach(Path file) {
    driver.findElement(By.cssSelector(".composer input[type=file]")).sendKeys(file.toString());
  }

  /** Presses keys wherever the keyboard is; several at once. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(Keys.chord(keys)).perform();
  }

  public void hold(Keys modifier, CharSequence key) {
    new Actions(driver).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
  }

  public byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  public String title() {
    return driver.getTitle();
  }

  public void command(String name, Map<String, Object> arguments) {
    driver.executeCdpCommand(name, arguments);
  }

  /** What the page has written to its console since it was last asked. */
  public List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  private WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** A page is drawn when it is ready for it: what is not there yet is looked for again. */
  private void patiently(Runnable deed) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        deed.run();
        return;
      } catch (NoSuchElementException | StaleElementReferenceException e) {
        giveUpAfter(end, e);
      } catch (WebDriverException e) {
        if (!String.valueOf(e.getMessage()).contains("intercepted")
            && !String.valueOf(e.getMessage()).contains("interactable")) {
          throw e;
        }
        giveUpAfter(end, e);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private void giveUpAfter(long end, WebDriverException e) {
    if (System.nanoTime() > end) {
      throw new AssertionError(
          "Not possible: "
              + e.getMessage()
              + "\nThe page says: "
              + js("return document.body.innerText")
              + "\nIts console: "
              + console(),
          e);
    }
  }

  /** Opens a second tab at that server, and comes back to the first. */
  public void openInOtherTab(ServerProcess server) {
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    go(server);
    awaitThere("#composer");
    driver.close();
    driver.switchTo().window(first);
  }

  /**
   * Opens that server in two more tabs at the same moment, and closes all but the first again.
   * Answers with what they show when all is quiet.
   *
   * @param script runs before anything else in both
   * @param ready what is there in both at last
   */
  public List<String> inTwoTabs(ServerProcess server, String script, String ready) {
    String first = driver.getWindowHandle();
    var tabs = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      tabs.add(driver.switchTo().newWindow(WindowType.TAB).getWindowHandle());
      command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }
    for (String tab : tabs) {
      driver.switchTo().window(tab);
      js("location.href = arguments[0]", "http://127.0.0.1:" + server.port() + "/");
    }
    var shown = new ArrayList<String>();
    for (String tab : tabs) {
      driver.switchTo().window(tab);
      awaitThere(ready);
      await("quiet", QUIET);
    }
    for (String tab : tabs) {
      driver.switchTo().window(tab);
      shown.add(String.valueOf(js("return document.body.innerText")));
    }
    for (String tab : tabs) {
      driver.switchTo().window(tab);
      driver.close();
    }
    driver.switchTo().window(first);
    return shown;
  }

  @Override
  public void close() {
    if (!usual) {
      driver.quit();
      return;
    }
    for (String script : scripts) {
      command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
    }
    go("about:blank");
    console();
    IDLE.add(driver);
  }
}
