package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.admin.Administration;
import java.util.List;
import javafx.beans.value.ObservableLongValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pages for who runs a server. */
public final class AdminPages {
  private AdminPages() {}

  /**
   * @param close goes back to the rooms
   */
  public static AdminView of(ServerModel server, Times times, Dialogs dialogs, Runnable close) {
    Administration model = server.administration();
    var settings = new ServerSettingsPage(model.settings());
    return new AdminView(
        server.nameProperty(),
        List.of(
            page(
                "view.admin.people",
                "view.admin.people.hint",
                Feather.USERS,
                new PeoplePage(model.residents(), times, dialogs),
                model.residents().shelf()::refresh),
            page(
                "view.admin.rooms",
                "view.admin.rooms.hint",
                Feather.HASH,
                new RoomsPage(model.rooms(), close),
                model.rooms().shelf()::refresh),
            page(
                "view.admin.invites",
                "view.admin.invites.hint",
                Feather.MAIL,
                new InvitationsPage(model.invitations(), times, dialogs),
                model.invitations().shelf()::refresh),
            page(
                "view.admin.reports",
                "view.admin.reports.hint",
                Feather.FLAG,
                new ReportsPage(
                    model.reports(),
                    times,
                    dialogs,
                    report -> {
                      close.run();
                      server.messages().links().open(report.room(), report.seq());
                    }),
                model.reports().shelf()::refresh,
                server.waiting().totalProperty()),
            page(
                "view.admin.bans",
                "view.admin.bans.hint",
                Feather.SLASH,
                new BansPage(model.bans(), times),
                model.bans().shelf()::refresh),
            page("view.admin.settings", "", Feather.SLIDERS, settings, model.settings()::refresh)
                .withFoot(settings.foot()),
            page(
                "view.admin.announce",
                "view.admin.announce.hint",
                Feather.BELL,
                new AnnouncingPage(model.announcing()),
                () -> {}),
            page(
                "view.admin.health",
                "",
                Feather.ACTIVITY,
                new HealthPage(model.health()),
                model.health()::refresh),
            page(
                "view.admin.audit",
                "view.admin.audit.hint",
                Feather.LIST,
                new AuditPage(model.audit(), server.rooms(), times),
                model.audit().shelf()::refresh)),
        close);
  }

  private static AdminPage page(
      String title, String hint, Feather icon, Node content, Runnable open) {
    return page(title, hint, icon, content, open, null);
  }

  private static AdminPage page(
      String title,
      String hint,
      Feather icon,
      Node content,
      Runnable open,
      @Nullable ObservableLongValue waiting) {
    return new AdminPage(
        Texts.of(title), hint.isEmpty() ? "" : Texts.of(hint), icon, content, open, waiting, null);
  }
}
