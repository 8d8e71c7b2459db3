package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.HealthModel;
import chat.parley.model.Figures;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How the server is, in figures. */
final class HealthPage extends VBox {
  private static final double KIBI = 1024;
  private static final double MEBI = KIBI * KIBI;

  private final HealthModel health;

  HealthPage(HealthModel health) {
    this.health = health;
    getStyleClass().add("admin-page");
    health.figuresProperty().subscribe(this::show);
    health.errand().problemProperty().subscribe(this::show);
  }

  private void show() {
    Figures now = health.figuresProperty().get();
    String problem = health.errand().problemProperty().get();
    if (!problem.isEmpty()) {
      getChildren().setAll(Listing.failed(problem, health::refresh));
    } else if (now == null) {
      getChildren().setAll(Listing.loading());
    } else {
      FlowPane figures =
          new FlowPane(
              figure(Texts.of("view.admin.number", now.connected()), "view.admin.health.connected"),
              figure(Texts.of("view.admin.number", now.people()), "view.admin.health.people"),
              figure(Texts.of("view.admin.number", now.rooms()), "view.admin.health.rooms"),
              figure(Texts.of("view.admin.number", now.messages()), "view.admin.health.messages"),
              figure(size(now.databaseBytes()), "view.admin.health.database"),
              figure(size(now.storage().files()), "view.admin.health.files"),
              figure(size(now.storage().free()), "view.admin.health.free"),
              figure(uptime(now.uptimeMs()), "view.admin.health.uptime"),
              figure(limit(now.storage().most()), "view.admin.health.files.most"),
              figure(limit(now.storage().mostOfPerson()), "view.admin.health.person.most"),
              figure(limit(now.storage().mostOfFile()), "view.admin.health.file.most"));
      figures.getStyleClass().add("admin-figures");
      getChildren()
          .setAll(
              state(now.trouble()),
              figures,
              Controls.button(Texts.of("view.admin.health.again"), health::refresh));
    }
  }

  private static Node state(@Nullable String trouble) {
    Label state =
        Lines.folding(
            trouble == null
                ? Texts.of("view.admin.health.good")
                : Texts.of("view.admin.health.trouble", trouble),
            trouble == null ? "admin-good" : "problem");
    state.setGraphic(Icons.of(trouble == null ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
    return state;
  }

  private static Node figure(String number, String what) {
    VBox figure =
        new VBox(Controls.label(number, "title"), Controls.label(Texts.of(what), "settings-hint"));
    figure.getStyleClass().add("admin-figure");
    return figure;
  }

  private static String size(long bytes) {
    double mebi = bytes / MEBI;
    return mebi < KIBI
        ? Texts.of("view.admin.health.mebibytes", mebi)
        : Texts.of("view.admin.health.gibibytes", mebi / KIBI);
  }

  private static String limit(long bytes) {
    return bytes == 0 ? Texts.of("view.admin.health.unlimited") : size(bytes);
  }

  private static String uptime(long millis) {
    Duration up = Duration.ofMillis(millis);
    return up.toDays() > 0
        ? Texts.of("view.admin.health.days", up.toDays(), up.toHoursPart())
        : Texts.of("view.admin.health.hours", up.toHours(), up.toMinutesPart());
  }
}
