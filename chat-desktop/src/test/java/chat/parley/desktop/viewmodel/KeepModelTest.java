package chat.parley.desktop.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.KeepModel.Draft;
import chat.parley.desktop.viewmodel.KeepModel.RoomWish;
import chat.parley.desktop.viewmodel.KeepModel.Section;
import chat.parley.desktop.viewmodel.KeepModel.ThreadWish;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another client of mine keeps beside what this one knows. */
class KeepModelTest {
  private static final RoomId LOBBY = new RoomId("r-lobby");

  private final Visit visit = new Visit(Visit.room("lobby", Rank.MEMBER, Posting.EVERYBODY, false));
  private final KeepModel keeps = visit.home().keeps();

  @Test
  void whatIsNotKnownOfARoomIsPutBackAsItWas() {
    visit.keeps(
        "room/r-lobby", "{\"favourite\":true,\"colour\":{\"of\":[1,2.50,null]},\"note\":null}");
    keeps.wish(LOBBY, keeps.wish(LOBBY).muted(true));
    assertThat(put("room/r-lobby"))
        .isEqualTo(
            "{\"favourite\":true,\"muted\":true,\"hidden\":false,"
                + "\"colour\":{\"of\":[1,2.50,null]},\"note\":null}");
    keeps.wish(LOBBY, RoomWish.NONE);
    assertThat(put("room/r-lobby")).contains("\"colour\":{\"of\":[1,2.50,null]}");
    assertThat(keeps.wish(LOBBY)).isEqualTo(RoomWish.NONE);
  }

  @Test
  void whereNothingElseIsKeptNothingStays() {
    visit.keeps("room/r-lobby", "{\"favourite\":true}");
    keeps.wish(LOBBY, RoomWish.NONE);
    assertThat(put("room/r-lobby")).isEqualTo("null");
  }

  @Test
  void theSameIsTrueOfThreadsDraftsAndSections() {
    visit.keeps("thread/r-lobby/4", "{\"read\":5,\"colour\":\"red\"}");
    keeps.thread(LOBBY, 4, new ThreadWish(true, 6));
    assertThat(put("thread/r-lobby/4"))
        .isEqualTo("{\"follow\":true,\"read\":6,\"colour\":\"red\"}");
    visit.keeps("draft/r-lobby", "{\"text\":\"a\",\"colour\":\"red\"}");
    keeps.draft(LOBBY, new Draft("ab", 0));
    assertThat(put("draft/r-lobby")).isEqualTo("{\"text\":\"ab\",\"reply\":0,\"colour\":\"red\"}");
    keeps.draft(LOBBY, Draft.NONE);
    assertThat(put("draft/r-lobby")).as("what was sent is no draft").isEqualTo("null");
    visit.keeps(
        "sections",
        "[{\"id\":\"a\",\"name\":\"A\",\"colour\":\"red\"},{\"id\":\"b\",\"name\":\"B\"}]");
    keeps.sections(List.of(new Section("b", "B", false), new Section("a", "Aha", true)));
    assertThat(put("sections"))
        .isEqualTo(
            "[{\"id\":\"b\",\"name\":\"B\",\"collapsed\":false},"
                + "{\"id\":\"a\",\"name\":\"Aha\",\"collapsed\":true,\"colour\":\"red\"}]");
  }

  @Test
  void whatCannotBeReadIsReplaced() {
    visit.keeps("room/r-lobby", "[1,");
    keeps.wish(LOBBY, RoomWish.NONE.favourite(true));
    assertThat(put("room/r-lobby"))
        .isEqualTo("{\"favourite\":true,\"muted\":false,\"hidden\":false}");
  }

  /** What the server was told last for that key. */
  private String put(String key) {
    String start = "keep " + key + " ";
    return visit.server.asked.stream()
        .filter(asked -> asked.startsWith(start))
        .reduce((_, last) -> last)
        .orElseThrow()
        .substring(start.length());
  }
}
