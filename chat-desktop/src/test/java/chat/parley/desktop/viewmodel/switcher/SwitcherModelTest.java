package chat.parley.desktop.viewmodel.switcher;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.Visit;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitcherModelTest {
  private final Visit visit =
      new Visit(
          state("lobby", 0, 0, 0),
          Visit.direct(0, "Ann Bell"),
          Visit.direct(0, "Ann Bell", "Ben Roth"));
  private final SwitcherModel switcher =
      new SwitcherModel(visit.app, List::of, PersonOpener.DIRECT);

  {
    visit.server.everybody.add(new Member(Visit.user("Ann Bell"), Presence.ONLINE));
    visit.server.everybody.add(new Member(Visit.user("Ben Roth"), Presence.AWAY));
    visit.link(LinkState.LIVE);
  }

  @Test
  void somebodyWithWhomIHaveAConversationIsOfferedOnce() {
    switcher.queryProperty().set("ann");
    assertThat(switcher.choices()).extracting(Choice::title).containsOnlyOnce("Ann Bell");
    assertThat(switcher.choices().getFirst()).isInstanceOf(Choice.ToRoom.class);
  }

  @Test
  void aConversationOfSeveralStandsForNoneOfThem() {
    switcher.queryProperty().set("ben");
    assertThat(switcher.choices())
        .anyMatch(choice -> choice instanceof Choice.ToPerson to && to.title().equals("Ben Roth"));
  }

  @Test
  void whoAsksForPeopleGetsAllOfThem() {
    switcher.queryProperty().set("@");
    assertThat(switcher.choices())
        .extracting(Choice::title)
        .containsExactlyInAnyOrder("Ann Bell", "Ben Roth");
  }
}
