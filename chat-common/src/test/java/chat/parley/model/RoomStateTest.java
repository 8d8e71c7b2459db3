package chat.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoomStateTest {
  private static final Room LOBBY = new Room(new RoomId("r1"), "lobby", RoomKind.PUBLIC, "");

  @Test
  void nobodyHasReadBeyondTheHead() {
    assertThat(new RoomState(LOBBY, 5, 5, 0, 0).head()).isEqualTo(5);
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomState(LOBBY, 5, 6, 0, 0));
  }

  @Test
  void numbersAreNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomState(LOBBY, -1, -1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomState(LOBBY, 5, -1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomState(LOBBY, 5, 0, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RoomState(LOBBY, 5, 0, 0, -1));
  }
}
