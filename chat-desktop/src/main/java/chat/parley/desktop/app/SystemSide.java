package chat.parley.desktop.app;

import chat.parley.desktop.platform.Autostart;
import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.platform.LinkEntry;
import chat.parley.desktop.view.AppIcon;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.LinkSettings;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.alerts.AlertCenter;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.outside.StartSwitch;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.model.RoomId;
import java.time.Duration;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** All of the app that is outside of its window, put together. FX thread. */
final class SystemSide implements AutoCloseable {
  /** The window and its first room come first: two window systems start slower than one. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final AppModel app;
  private final Facilities facilities;
  private final Surroundings around;
  private final SystemOutlet outlet;
  private final AlertSettings alertSettings;
  private final SystemSettings systemSettings;
  private final @Nullable LinkSettings linkSettings;
  private final IdleWatch idle;
  private final ReadOnlyIntegerWrapper badge = new ReadOnlyIntegerWrapper(this, "badge");
  private final EveryPresence presence;
  private boolean settled;

  SystemSide(AppModel app, Settings settings, Facilities facilities, Surroundings around) {
    this.app = app;
    this.facilities = facilities;
    this.around = around;
    outlet = new SystemOutlet(facilities.notifications(), facilities.chime(), around.fx());
    alertSettings =
        new AlertSettings(settings.alerts(), settings::alerts, outlet, app.toasts()::add);
    systemSettings =
        new SystemSettings(
            settings.closesToTray(),
            settings::closesToTray,
            facilities.autostart().map(SystemSide::startSwitch).orElse(null),
            around.background());
    linkSettings =
        facilities
            .links()
            .map(links -> new LinkSettings(linkSwitch(links), settings, around.background()))
            .orElse(null);
    app.offer(alertSettings, systemSettings, linkSettings);
    presence = new EveryPresence(app.servers());
    idle = new IdleWatch(facilities.idle(), around.fx(), presence, presence.liveProperty());
  }

  AlertSettings alertSettings() {
    return alertSettings;
  }

  SystemSettings systemSettings() {
    return systemSettings;
  }

  /** The app is in that window from now on. */
  void attach(Stage stage) {
    app.setWitnesses(server -> alertsOf(server, stage));
    badge.subscribe(count -> count(stage, count.intValue()));
    stage.setOnCloseRequest(event -> closing(stage, event));
    idle.watch(stage);
    var tray =
        new TrayIcon(
            facilities.tray(),
            presence,
            systemSettings,
            around.fx(),
            app.hosting(),
            () -> WindowFront.toFront(stage),
            () -> quit(stage));
    badge.addListener(_ -> showOutside(tray));
    presence.addListener(_ -> showOutside(tray));
    app.hosting().hostedProperty().addListener(_ -> showOutside(tray));
    Runnable settle =
        () -> {
          settled = true;
          showOutside(tray);
        };
    around.fx().beforeFrame(() -> around.fx().after(SETTLING, settle));
    systemSettings.refresh();
    if (linkSettings != null) {
      linkSettings.refresh();
    }
  }

  private AlertCenter alertsOf(ServerModel server, Stage stage) {
    var center =
        new AlertCenter(
            new WindowFront(app, server, stage),
            alertSettings.chosenProperty(),
            new ChosenLevels(server.keeps()),
            new KeptThreads(server),
            outlet,
            app.toasts(),
            around);
    server
        .keeps()
        .listen(
            key -> {
              if (KeepModel.wishOf(key) != null) {
                center.levelsChanged();
              }
              RoomId of = KeepModel.threadIn(key);
              if (of != null) {
                center.readInThread(of);
              }
            });
    // One that is over counts nothing.
    center
        .badgeProperty()
        .addListener(
            (_, before, now) -> badge.set(badge.get() - before.intValue() + now.intValue()));
    return center;
  }

  private void count(Stage stage, int count) {
    String name = Texts.of("app.title");
    stage.setTitle(count == 0 ? name : Texts.of("app.title.waiting", AppIcon.words(count), name));
    stage.getIcons().setAll(AppIcon.images(count));
  }

  /** Where Java has no other way to it than its other window system. */
  private void showOutside(TrayIcon tray) {
    if (settled) {
      facilities.dock().show(AppIcon.words(badge.get()));
      tray.show(badge.get());
    }
  }

  /** Without a tray nobody would find the app again. */
  private void closing(Stage stage, WindowEvent event) {
    boolean stays =
        systemSettings.closesToTrayProperty().get() && systemSettings.trayProperty().get();
    Platform.setImplicitExit(!stays);
    if (stays) {
      event.consume();
      stage.hide();
    }
  }

  /** The window first: it keeps its place while there is still a disk to keep it on. */
  private static void quit(Stage stage) {
    stage.hide();
    Platform.exit();
  }

  private static StartSwitch linkSwitch(LinkEntry links) {
    return new StartSwitch() {
      @Override
      public boolean isOn() throws Exception {
        return links.isOn();
      }

      @Override
      public void turn(boolean on) throws Exception {
        if (on) {
          links.turnOn();
        } else {
          links.turnOff();
        }
      }
    };
  }

  private static StartSwitch startSwitch(Autostart autostart) {
    return new StartSwitch() {
      @Override
      public boolean isOn() throws Exception {
        return autostart.isOn();
      }

      @Override
      public void turn(boolean on) throws Exception {
        if (on) {
          autostart.turnOn();
        } else {
          autostart.turnOff();
        }
      }
    };
  }

  @Override
  public void close() {
    idle.close();
    outlet.close();
    facilities.close();
  }
}
