package chat.parley.desktop.view.room;

import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.files.FileWords;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.User;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Says to screen readers what somebody has just written in the room that is shown, and leaves the
 * keyboard where it is. Nothing of it is seen.
 */
final class Announcer extends Region {
  private final ServerModel server;
  private Subscription bound = Subscription.EMPTY;
  private long told;

  Announcer(ServerModel server) {
    this.server = server;
    setManaged(false);
    setMouseTransparent(true);
    setId("announcer");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("");
    server.timelineProperty().subscribe(this::listenTo);
  }

  private void listenTo(@Nullable TimelineModel timeline) {
    bound.unsubscribe();
    told = Long.MAX_VALUE; // What is there when the room is opened is no news.
    bound =
        timeline == null
            ? Subscription.EMPTY
            : timeline.items().subscribe(() -> changed(timeline.items()));
  }

  private void changed(List<TimelineItem> items) {
    MessageItem newest = newest(items);
    if (newest == null) {
      return;
    }
    User me = server.meProperty().get();
    if (newest.seq() > told && me != null && !newest.from().equals(me.id())) {
      setAccessibleText(
          Texts.of(
              "view.announce",
              newest.name(),
              FileWords.told(newest.body(), newest.extras().files())));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    told = newest.seq();
  }

  /** The last that has a number: messages of mine on their way stand after it. */
  private static @Nullable MessageItem newest(List<TimelineItem> items) {
    for (TimelineItem item : items.reversed()) {
      if (item instanceof MessageItem message && message.seq() > 0) {
        return message;
      }
    }
    return null;
  }
}
