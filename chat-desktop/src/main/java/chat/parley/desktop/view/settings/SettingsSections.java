package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.keys.KeyTable;
import chat.parley.desktop.view.keys.KeyWords;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.settings.SettingsRow.Place;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.LinkSettings;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import chat.parley.desktop.viewmodel.settings.Language;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything that can be chosen, page by page. */
public final class SettingsSections {
  private SettingsSections() {}

  /** In the order in which they are shown. */
  public static List<SettingsSection> of(AppModel app, KeyTable keys) {
    var sections = new ArrayList<SettingsSection>();
    sections.add(profile(app));
    sections.add(AppearanceSection.of(app.settings()));
    sections.add(messages(app.settings()));
    if (app.alerts() != null) {
      sections.add(notifications(app.alerts(), app.system(), app.links(), app.hosting()));
    }
    sections.add(language(app.settings()));
    sections.add(servers(app));
    sections.add(shortcuts(keys));
    sections.add(about(app));
    return sections;
  }

  private static SettingsSection notifications(
      AlertSettings alerts,
      @Nullable SystemSettings system,
      @Nullable LinkSettings links,
      HostingModel hosting) {
    var rows = new ArrayList<SettingsRow>();
    rows.add(
        new SettingsRow(
            Texts.of("view.settings.alerts"),
            Texts.of("view.settings.alerts.hint"),
            new NotificationSettingsView(alerts),
            Place.BELOW));
    if (system != null) {
      rows.add(
          new SettingsRow(
              Texts.of("view.settings.system"),
              Texts.of("view.settings.system.hint"),
              new SystemSettingsView(system, links, hosting),
              Place.BELOW));
    }
    return new SettingsSection(Texts.of("view.settings.notifications"), Feather.BELL, rows);
  }

  private static SettingsSection profile(AppModel app) {
    return new SettingsSection(
        Texts.of("view.settings.profile"),
        Feather.USER,
        List.of(
            new SettingsRow(
                Texts.of("view.settings.profile.me"),
                Texts.of("view.settings.profile.me.hint"),
                new ProfileCard(app),
                Place.BELOW),
            new SettingsRow(
                Texts.of("view.settings.receipts"),
                Texts.of("view.settings.receipts.hint"),
                ReceiptsSwitch.of(app),
                Place.BESIDE)));
  }

  private static SettingsSection messages(SettingsModel settings) {
    return new SettingsSection(
        Texts.of("view.settings.messages"),
        Feather.MESSAGE_SQUARE,
        List.of(
            new SettingsRow(
                Texts.of("view.settings.enter"),
                Texts.of("view.settings.enter.hint"),
                new Segments<>(
                    Texts.of("view.settings.enter"),
                    List.of(true, false),
                    enter ->
                        Texts.of(enter ? "view.settings.enter.enter" : "view.settings.enter.ctrl"),
                    settings.enterSendsProperty()),
                Place.BELOW),
            new SettingsRow(
                Texts.of("view.settings.undo"),
                Texts.of("view.settings.undo.hint"),
                new Segments<>(
                    Texts.of("view.settings.undo"),
                    SettingsModel.UNDO_SECONDS,
                    seconds -> Texts.of("view.settings.undo.seconds", seconds),
                    settings.undoSecondsProperty()),
                Place.BELOW),
            new SettingsRow(
                Texts.of("view.settings.membership"),
                Texts.of("view.settings.membership.hint"),
                Switches.of(
                    Texts.of("view.settings.membership"), settings.membershipShownProperty()),
                Place.BESIDE)));
  }

  private static SettingsSection language(SettingsModel settings) {
    return new SettingsSection(
        Texts.of("view.settings.language"),
        Feather.GLOBE,
        List.of(
            new SettingsRow(
                Texts.of("view.settings.language.app"),
                Texts.of("view.settings.language.hint"),
                new Segments<>(
                    Texts.of("view.settings.language"),
                    List.of(Language.values()),
                    SettingsSections::name,
                    settings.languageProperty()),
                Place.BELOW)));
  }

  /** Each language is called what it calls itself, so that everybody finds their own. */
  private static String name(Language language) {
    return switch (language) {
      case SYSTEM -> Texts.of("view.settings.language.system");
      case ENGLISH -> "English";
      case GERMAN -> "Deutsch";
    };
  }

  private static SettingsSection servers(AppModel app) {
    return new SettingsSection(
        Texts.of("view.settings.servers"),
        Feather.SERVER,
        List.of(
            new SettingsRow(
                Texts.of("view.settings.servers.mine"),
                Texts.of("view.settings.servers.hint"),
                new ServersCard(app),
                Place.BELOW),
            new SettingsRow(
                Texts.of("view.settings.host"),
                Texts.of("view.settings.host.hint"),
                new HostCard(app),
                Place.BELOW),
            new SettingsRow(
                Texts.of("view.settings.found"),
                Texts.of("view.settings.found.hint"),
                new NetworkCard(app),
                Place.BELOW)));
  }

  private static SettingsSection shortcuts(KeyTable keys) {
    return new SettingsSection(
        Texts.of("view.keys"),
        Feather.COMMAND,
        keys.shortcuts().stream()
            .map(
                shortcut ->
                    new SettingsRow(
                        Texts.of(shortcut.text()), "", cap(KeyWords.of(shortcut)), Place.BESIDE))
            .toList());
  }

  private static Node cap(String keys) {
    Label cap = Controls.label(keys, "key-cap");
    cap.setMinWidth(Label.USE_PREF_SIZE);
    return cap;
  }

  private static SettingsSection about(AppModel app) {
    String version = app.version();
    Label server = Controls.label("", "muted");
    server.setId("server-version");
    server.setMinWidth(Region.USE_PREF_SIZE);
    server
        .textProperty()
        .bind(
            app.selectedProperty()
                .flatMap(here -> here == null ? null : here.versionProperty())
                .map(of -> of.isEmpty() ? Texts.of("view.settings.about.away") : of)
                .orElse(Texts.of("view.settings.about.away")));
    Label shown =
        Controls.label(version.isEmpty() ? Texts.of("view.settings.about.tree") : version, "muted");
    shown.setMinWidth(Region.USE_PREF_SIZE);
    return new SettingsSection(
        Texts.of("view.settings.about"),
        Feather.INFO,
        List.of(
            new SettingsRow(
                Texts.of("app.title"), Texts.of("view.settings.about.text"), shown, Place.BESIDE),
            new SettingsRow(
                Texts.of("view.settings.about.server"),
                Texts.of("view.settings.about.server.hint"),
                server,
                Place.BESIDE)));
  }
}
