package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of messages as they are pasted elsewhere: one as it is, several with who said them and
 * when.
 */
final class Transcript {
  private final Times times;
  private final List<String> headings = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  Transcript(Times times) {
    this.times = times;
  }

  /** A message of which nothing was taken is left out. */
  void add(MessageItem message, String text) {
    if (!text.isEmpty()) {
      String time = times.time(message.at());
      headings.add(Texts.of("view.selection.heading", message.name(), time));
      texts.add(text);
    }
  }

  String text() {
    if (texts.size() < 2) {
      return String.join("", texts);
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        all.append('\n');
      }
      if (i == 0 || !headings.get(i).equals(headings.get(i - 1))) {
        all.append(i == 0 ? "" : "\n").append(headings.get(i)).append('\n');
      }
      all.append(texts.get(i));
    }
    return all.toString();
  }
}
