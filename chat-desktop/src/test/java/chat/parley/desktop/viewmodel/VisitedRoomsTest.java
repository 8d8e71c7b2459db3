package chat.parley.desktop.viewmodel;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitedRoomsTest {
  private final RoomListModel rooms = new RoomListModel(new KeepModel(), _ -> {});
  private final VisitedRooms visited = new VisitedRooms(rooms);

  @BeforeEach
  void threeRooms() {
    rooms.become(List.of(state("a", 0, 0, 0), state("b", 0, 0, 0), state("c", 0, 0, 0)));
    List.of("a", "b", "c").forEach(this::go);
  }

  @Test
  void backAndForwardGoThroughTheRoomsAsTheyWereSeen() {
    assertThat(visited.back()).isTrue();
    assertThat(shown()).isEqualTo("b");
    assertThat(visited.back()).isTrue();
    assertThat(shown()).isEqualTo("a");
    assertThat(visited.back()).isFalse();
    assertThat(visited.forward()).isTrue();
    assertThat(shown()).isEqualTo("b");
  }

  @Test
  void goingSomewhereElseForgetsTheWayForward() {
    visited.back();
    go("a");
    assertThat(visited.forward()).isFalse();
    visited.back();
    assertThat(shown()).isEqualTo("b");
  }

  @Test
  void aRoomThatWasLeftIsPassedOver() {
    rooms.remove(item("b").id());
    visited.back();
    assertThat(shown()).isEqualTo("a");
    assertThat(visited.latestFirst()).extracting(RoomItem::name).containsExactly("c", "a");
  }

  private void go(String room) {
    rooms.selectedProperty().set(item(room));
  }

  private RoomItem item(String room) {
    return rooms.items().stream().filter(i -> i.name().equals(room)).findFirst().orElseThrow();
  }

  private String shown() {
    return rooms.selectedProperty().get().name();
  }
}
