package chat.parley.server.command;

import chat.parley.model.Names;
import chat.parley.protocol.ErrorCode;
import java.util.Optional;

/** The form in which a room's name is kept. */
final class RoomNames {
  private RoomNames() {}

  static String clean(String raw) throws Refusal {
    String name = Names.clean(raw);
    Optional<String> problem = Names.problemWithRoom(name);
    if (problem.isPresent()) {
      throw new Refusal(ErrorCode.BAD_NAME, problem.get());
    }
    return name;
  }
}
