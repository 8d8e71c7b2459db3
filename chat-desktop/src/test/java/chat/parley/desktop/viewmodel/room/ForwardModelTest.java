package chat.parley.desktop.viewmodel.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.room.ForwardModel.Target;
import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardModelTest {
  @Test
  void onlyRoomsInWhichOneMayWriteAreOffered() {
    var visit =
        new Visit(
            Say.state("lobby", 0, 0, 0),
            Visit.room("archived", Rank.OWNER, Posting.EVERYBODY, true),
            Visit.room("news", Rank.MEMBER, Posting.MODERATORS, false),
            Visit.room("board", Rank.MODERATOR, Posting.MODERATORS, false),
            Visit.room("read", Rank.READER, Posting.EVERYBODY, false));
    assertThat(offered(visit, "")).containsExactly("lobby", "board");
  }

  @Test
  void peopleAreOfferedOnceWithAConversationOrWithout() {
    RoomState talk = Visit.direct(0, "Ann Bell");
    var visit = new Visit(Say.state("lobby", 0, 0, 0), talk);
    visit.server.everybody.add(new Member(Visit.user("Ann Bell"), Presence.ONLINE));
    visit.server.everybody.add(new Member(Visit.user("Ben Roth"), Presence.OFFLINE));
    visit.server.everybody.add(new Member(Say.ME, Presence.ONLINE));
    visit.home().company().book().know(visit.server.everybody);
    assertThat(offered(visit, "")).containsExactly("lobby", "Ann Bell", "Ben Roth");
    assertThat(offered(visit, " BEN")).containsExactly("Ben Roth");
    assertThat(offered(visit, "nobody")).isEmpty();
  }

  private static List<String> offered(Visit visit, String typed) {
    var model = new ForwardModel(visit.home(), Say.MORNING);
    model.queryProperty().set(typed);
    return model.found().stream().map(Target::name).toList();
  }
}
