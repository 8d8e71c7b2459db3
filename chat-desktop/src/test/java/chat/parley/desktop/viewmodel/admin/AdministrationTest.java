package chat.parley.desktop.viewmodel.admin;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.RefusedException;
import chat.parley.desktop.testing.Visit;
import chat.parley.model.Ban;
import chat.parley.model.Door;
import chat.parley.model.Invitation;
import chat.parley.model.MessageLimits;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.ServerSettings;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running a server, by somebody who may. */
class AdministrationTest {
  private static final User BEN = Visit.user("Ben Roth");
  private static final User CLEO = new User(new UserId("u-cleo"), "Cleo", Role.ADMIN);

  private final Visit visit = new Visit(Visit.room("lobby", Rank.MEMBER, Posting.EVERYBODY, false));
  private final Administration page = visit.home().administration();

  @BeforeEach
  void iAmAnAdmin() {
    visit.becomes(Role.ADMIN);
    visit.server.asked.clear();
  }

  @Test
  void itIsOfferedToThoseWhoRunTheServerOnlyAndFollowsTheirRole() {
    assertThat(page.allowedProperty().get()).isTrue();
    visit.becomes(Role.MEMBER);
    assertThat(page.allowedProperty().get()).isFalse();
    visit.becomes(Role.OWNER);
    assertThat(page.allowedProperty().get()).isTrue();
  }

  @Test
  void nothingIsAskedBeforeAPageIsOpened() {
    assertThat(visit.server.asked).isEmpty();
    assertThat(page.residents().shelf().knownProperty().get()).isFalse();
  }

  @Test
  void peopleComePageByPage() {
    visit.server.replies.put(
        Command.ListResidents.class,
        command -> {
          var ask = (Command.ListResidents) command;
          return new Event.Roster(1, List.of(resident("P" + ask.skip())), ask.skip() < 2);
        });
    Shelf<Resident> shelf = page.residents().shelf();
    shelf.refresh();
    visit.fx.settle();
    shelf.further();
    visit.fx.settle();
    shelf.further();
    visit.fx.settle();
    assertThat(shelf.items())
        .extracting(one -> one.user().name())
        .containsExactly("P0", "P1", "P2");
    assertThat(shelf.moreProperty().get()).isFalse();
    shelf.refresh();
    visit.fx.settle();
    assertThat(shelf.items()).hasSize(1);
  }

  @Test
  void anAdminOffersTheRolesBelowTheirOwnAndAnOwnerAll() {
    assertThat(page.residents().offered(BEN)).containsExactly(Role.GUEST);
    assertThat(page.residents().offered(CLEO)).isEmpty();
    assertThat(page.residents().commands(CLEO)).isFalse();
    visit.becomes(Role.OWNER);
    assertThat(page.residents().offered(BEN)).containsExactly(Role.OWNER, Role.ADMIN, Role.GUEST);
    assertThat(page.residents().offered(CLEO)).contains(Role.MEMBER);
  }

  @Test
  void aDeedIsFollowedByAFreshList() {
    visit.server.replies.put(
        Command.ListResidents.class, _ -> new Event.Roster(1, List.of(), false));
    page.residents().ban(BEN, null, 3_600, true, " spam ");
    visit.fx.settle();
    assertThat(visit.server.asked)
        .containsExactly(
            new Command.Ban(1, BEN.id(), null, true, 3_600, "spam").toString(),
            new Command.ListResidents(1, "", 0, 50).toString());
  }

  @Test
  void unbanningEndsEveryBanOfThatPersonAndNoOther() {
    visit.server.replies.put(
        Command.Bans.class,
        asked ->
            ((Command.Bans) asked).before() == 0
                ? new Event.BanList(1, List.of(ban(7, BEN), ban(6, CLEO), ban(5, BEN)), 5)
                : new Event.BanList(1, List.of(ban(3, BEN)), 0));
    visit.server.replies.put(
        Command.ListResidents.class, _ -> new Event.Roster(1, List.of(), false));
    page.residents().unban(BEN);
    visit.fx.settle();
    assertThat(visit.server.asked)
        .contains(
            new Command.Unban(1, 7).toString(),
            new Command.Unban(1, 5).toString(),
            new Command.Unban(1, 3).toString())
        .doesNotContain(new Command.Unban(1, 6).toString());
  }

  @Test
  void aRefusalIsShownAsItsSentenceAndTheListStays() {
    visit.server.replies.put(
        Command.ListResidents.class,
        _ -> new Event.Roster(1, List.of(resident("Ben Roth")), false));
    page.residents().shelf().refresh();
    visit.fx.settle();
    visit.server.replies.put(
        Command.Kick.class,
        _ -> {
          throw new RefusedException(ErrorCode.FORBIDDEN, "Not to somebody of your own role.");
        });
    page.residents().kick(BEN, "");
    visit.fx.settle();
    assertThat(page.residents().shelf().errand().problemProperty().get())
        .isEqualTo("Not to somebody of your own role.");
    assertThat(page.residents().shelf().items()).hasSize(1);
  }

  @Test
  void aCodeIsToldOnceAndTheListHasTheInvitation() {
    var invitation = new Invitation("i1", Role.MEMBER, 5, 99, BEN, 1, "new floor");
    visit.server.replies.put(
        Command.CreateInvite.class, _ -> new Event.Invited(1, invitation, "abc-def"));
    visit.server.replies.put(
        Command.Invites.class, _ -> new Event.InviteList(1, List.of(invitation)));
    var codes = new ArrayList<String>();
    page.invitations().usesProperty().set(5);
    page.invitations().noteProperty().set("new floor");
    page.invitations().create(invited -> codes.add(invited.code()));
    visit.fx.settle();
    assertThat(codes).containsExactly("abc-def");
    assertThat(page.invitations().shelf().items()).containsExactly(invitation);
    assertThat(page.invitations().noteProperty().get()).isEmpty();
    assertThat(visit.server.asked.getFirst())
        .isEqualTo(new Command.CreateInvite(1, Role.MEMBER, 5, 604_800, "new floor").toString());
  }

  @Test
  void settingsAreSavedWhenSomethingIsDifferentAndNotBefore() {
    visit.server.replies.put(
        Command.Settings.class,
        _ ->
            new Event.SettingsAre(
                1, new ServerSettings("Floor 2", Door.OPEN, "", 0, MessageLimits.USUAL)));
    ServerSettingsModel settings = page.settings();
    settings.refresh();
    visit.fx.settle();
    assertThat(settings.changedProperty().get()).isFalse();
    settings.save();
    settings.retentionProperty().set(90);
    assertThat(settings.changedProperty().get()).isTrue();
    settings.nameProperty().set(" ");
    assertThat(settings.changedProperty().get()).as("without a name").isFalse();
    settings.nameProperty().set("Floor 2");
    settings.lengthProperty().set(500);
    settings.personProperty().set(1);
    settings.roomProperty().set(10);
    settings.save();
    visit.fx.settle();
    assertThat(visit.server.asked)
        .filteredOn(asked -> asked.startsWith("ChangeSettings"))
        .containsExactly(
            new Command.ChangeSettings(
                    1, "Floor 2", Door.OPEN, "", 90, new MessageLimits(500, 1, 10))
                .toString());
  }

  @Test
  void withoutAConnectionThePageSaysSo() {
    visit.server.up = false;
    page.audit().shelf().refresh();
    visit.fx.settle();
    assertThat(page.audit().shelf().errand().problemProperty().get()).isNotEmpty();
    assertThat(page.audit().shelf().errand().busyProperty().get()).isFalse();
    assertThat(page.audit().shelf().knownProperty().get()).isFalse();
  }

  private static Resident resident(String name) {
    return new Resident(Visit.user(name), true, Presence.ONLINE, 1, 2, false, 0, List.of());
  }

  private static Ban ban(long id, User user) {
    return new Ban(id, user, null, List.of(), 0, "", CLEO, 1);
  }
}
