package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.UnhandledAlertException;

/** By what it is found out that a script of {@link HostileFiles} ran in a browser. */
final class Traps implements AutoCloseable {
  /** Everything by which a page takes in something of the same origin. */
  private static final String TAKE_IN =
      """
      const [ids] = arguments;
      const settled = [];
      const put = (name, attributes, waits) => {
        const node = document.createElement(name);
        const loaded = new Promise((done) => { node.onload = node.onerror = done; });
        for (const [key, value] of Object.entries(attributes)) {
          try { node.setAttribute(key, value); } catch (e) { return; }
        }
        if (waits) settled.push(loaded);
        document.body.append(node);
        return loaded;
      };
      for (const id of ids) {
        const src = '/files/' + id;
        put('script', { src }, true);
        put('script', { src, type: 'module' }, true);
        put('img', { src }, true);
        put('iframe', { src });
        put('object', { data: src });
        put('embed', { src });
        put('link', { rel: 'stylesheet', href: src });
        settled.push(import(src).catch(() => null));
        try { settled.push(navigator.serviceWorker?.register(src).catch(() => null)); } catch (e) { }
        try { new Worker(src).onerror = () => null; } catch (e) { }
      }
      await Promise.race([Promise.all(settled), new Promise((late) => setTimeout(late, 5000))]);
      await Promise.race([put('iframe', { src: '/health' }), new Promise((late) => setTimeout(late, 1000))]);
      return 'done';
      """;

  private final Browser browser;
  private final Canary canary = new Canary();

  Traps(Browser browser) throws IOException {
    this.browser = browser;
  }

  /** The address that the scripts ask for. */
  String canary() {
    return canary.address();
  }

  /** Lets the page that is open take in files of its server in every way. */
  void takeIn(List<String> ids) {
    assertThat(browser.later(TAKE_IN, ids)).isEqualTo("done");
  }

  void obeyPolicies(boolean obeyed) {
    browser.command("Page.setBypassCSP", Map.of("enabled", !obeyed));
  }

  void assertNothingRan() {
    assertThat(browser.title()).isNotEqualTo("ran");
    assertThat(browser.js("return window.name")).isEqualTo("");
    assertThat(browser.js("try { return localStorage.ran ?? null } catch (e) { return null }"))
        .isNull();
    assertThat(canary.asked()).isEmpty();
  }

  /** What is found by these traps when there is something to be found. */
  void noticeAScriptThatRuns() {
    assertThatThrownBy(
            () -> {
              browser.go(canary.address() + "/page");
              assertNothingRan();
            })
        .isInstanceOf(UnhandledAlertException.class);
    assertThat(browser.title()).isEqualTo("ran");
    assertThat(browser.js("return window.name")).isEqualTo("ran");
    assertThat(canary.asked()).contains("/control");
    browser.js("window.name = ''");
  }

  /** From now on every address is asked for by somebody who may have what lies there. */
  void walkWith(String pass) {
    headers(Map.of("Authorization", "Bearer " + pass));
  }

  void walkWithout() {
    headers(Map.of());
  }

  private void headers(Map<String, String> headers) {
    browser.command("Network.enable", Map.of());
    browser.command("Network.setExtraHTTPHeaders", Map.of("headers", headers));
  }

  @Override
  public void close() {
    canary.close();
    try {
      browser.title();
    } catch (UnhandledAlertException e) {
      // a script did run; its dialog is gone now, and the browser can be used again
    }
    walkWithout();
    obeyPolicies(true);
  }
}
