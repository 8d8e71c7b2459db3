package chat.parley.desktop.app;

import chat.parley.desktop.platform.Pixels;
import chat.parley.desktop.platform.Tray;
import chat.parley.desktop.view.AppIcon;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.Presence;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** What the tray shows of the app: its count, its presence, the way in and out. FX thread. */
final class TrayIcon {
  private static final int SIZE = 64;
  private static final List<Presence> CHOICES =
      List.of(Presence.ONLINE, Presence.AWAY, Presence.BUSY);

  private final Tray tray;
  private final ObjectProperty<Presence> presence;
  private final SystemSettings settings;
  private final FxThread fx;
  private final HostingModel hosting;
  private final Runnable open;
  private final Runnable quit;

  TrayIcon(
      Tray tray,
      ObjectProperty<Presence> presence,
      SystemSettings settings,
      FxThread fx,
      HostingModel hosting,
      Runnable open,
      Runnable quit) {
    this.tray = tray;
    this.presence = presence;
    this.settings = settings;
    this.fx = fx;
    this.hosting = hosting;
    this.open = open;
    this.quit = quit;
  }

  void show(int count) {
    tray.show(
        pixels(AppIcon.image(SIZE, count)),
        new Tray.Menu(tooltip(count), entries()),
        there -> fx.run(() -> settings.foundTray(there)));
  }

  private static String tooltip(int count) {
    String name = Texts.of("app.title");
    return count == 0 ? name : Texts.of("app.title.waiting", AppIcon.words(count), name);
  }

  private List<Tray.Entry> entries() {
    var entries = new ArrayList<Tray.Entry>();
    entries.add(new Tray.Action(Texts.of("tray.open"), () -> fx.run(open)));
    entries.add(new Tray.Line());
    Presence now = presence.get();
    for (Presence choice : CHOICES) {
      entries.add(
          new Tray.Option(
              PresenceWords.of(choice), choice == now, () -> fx.run(() -> presence.set(choice))));
    }
    entries.add(new Tray.Line());
    if (hosting.hostedProperty().get() != null) {
      entries.add(new Tray.Action(Texts.of("tray.host.stop"), () -> fx.run(this::stopServer)));
    }
    entries.add(new Tray.Action(Texts.of("tray.quit"), () -> fx.run(quit)));
    return entries;
  }

  /** The question, if there is one, is asked in the window. */
  private void stopServer() {
    if (hosting.isAskedBeforeStop()) {
      open.run();
    }
    hosting.stop();
  }

  private static Pixels pixels(Image image) {
    int[] argb = new int[SIZE * SIZE];
    image
        .getPixelReader()
        .getPixels(0, 0, SIZE, SIZE, PixelFormat.getIntArgbInstance(), argb, 0, SIZE);
    return new Pixels(SIZE, argb);
  }
}
