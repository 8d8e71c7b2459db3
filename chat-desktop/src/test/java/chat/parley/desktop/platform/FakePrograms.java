package chat.parley.desktop.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that write down how they were called, and answer what the test says. */
final class FakePrograms implements Programs {
  final Set<String> installed = new HashSet<>();
  final List<List<String>> calls = new ArrayList<>();

  /** The answer to a command that contains the key; a null answer is a failure. */
  final Map<String, String> answers = new HashMap<>();

  /** What programs were given to read. */
  final List<String> inputs = new ArrayList<>();

  /** How a program answers that reads something. */
  interface Conversation {
    Answer answer(List<String> command, String input) throws IOException;
  }

  Conversation conversation = (_, _) -> new Answer(0, "", "");

  final List<Ear> ears = new ArrayList<>();
  String firstLine = "";
  int ended;

  @Override
  public boolean has(String name) {
    return installed.contains(name);
  }

  @Override
  public String run(List<String> command) throws IOException {
    calls.add(List.copyOf(command));
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (command.contains(answer.getKey())) {
        if (answer.getValue() == null) {
          throw new IOException("no such thing");
        }
        return answer.getValue();
      }
    }
    return "";
  }

  @Override
  public Answer ask(List<String> command, String input, Duration patience) throws IOException {
    calls.add(List.copyOf(command));
    inputs.add(input);
    return conversation.answer(command, input);
  }

  @Override
  public Running start(List<String> command, Ear ear) {
    calls.add(List.copyOf(command));
    ears.add(ear);
    if (firstLine.isEmpty()) {
      ear.ended(1);
    } else {
      ear.line(firstLine);
    }
    return () -> ended++;
  }
}
