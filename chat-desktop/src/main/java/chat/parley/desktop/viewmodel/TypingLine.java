package chat.parley.desktop.viewmodel;

import chat.parley.model.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Who is writing in one room just now. Knows no clock: the time is handed in, in milliseconds. */
final class TypingLine {
  /** So long somebody is believed to be writing after the last sign of it. */
  static final long BELIEVED_MILLIS = 6_000;

  private record Writer(String name, long until) {}

  private final SequencedMap<UserId, Writer> writers = new LinkedHashMap<>();

  void typing(UserId who, String name, long now) {
    writers.put(who, new Writer(name, now + BELIEVED_MILLIS));
  }

  /** Has said it, or is gone. */
  void stopped(UserId who) {
    writers.remove(who);
  }

  void clear() {
    writers.clear();
  }

  /** The sentence; empty when nobody is writing. */
  String at(long now) {
    writers.values().removeIf(writer -> writer.until <= now);
    List<String> names = writers.values().stream().map(Writer::name).toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> Texts.of("people.typing.one", names.get(0));
      case 2 -> Texts.of("people.typing.two", names.get(0), names.get(1));
      default -> Texts.of("people.typing.many");
    };
  }

  /** When the sentence may change by itself; {@link Long#MAX_VALUE} when nobody is writing. */
  long changesAt() {
    return writers.values().stream().mapToLong(Writer::until).min().orElse(Long.MAX_VALUE);
  }
}
