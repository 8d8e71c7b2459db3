package chat.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What was said is what is understood. */
class RoundTripTest {
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void commandIsUnderstoodAsItWasMeant(@ForAll("commands") Command command) throws Malformed {
    assertThat(Codec.decodeCommand(Codec.encode(command))).isEqualTo(command);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void eventIsUnderstoodAsItWasMeant(@ForAll("events") Event event) throws Malformed {
    assertThat(Codec.decodeEvent(Codec.encode(event))).isEqualTo(Optional.of(event));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsSaidIsOneLineWithItsTypeFirst(@ForAll("events") Event event) {
    assertThat(Codec.encode(event)).startsWith("{\"type\":\"").doesNotContain("\n", "\0", "\r");
  }

  @Test
  void everyKindOfCommandAndEventIsTried() {
    assertThat(kindsIn(Said.commands())).isEqualTo(kindsOf(Command.class));
    assertThat(kindsIn(Said.events())).isEqualTo(kindsOf(Event.class));
  }

  @Provide
  Arbitrary<Command> commands() {
    return Said.anyOf(Said.commands());
  }

  @Provide
  Arbitrary<Event> events() {
    return Said.anyOf(Said.events());
  }

  private static Set<Class<?>> kindsIn(List<? extends Arbitrary<?>> kinds) {
    return kinds.stream()
        .<Class<?>>map(kind -> kind.sample().getClass())
        .collect(Collectors.toSet());
  }

  /** The records of a sealed family. */
  static Set<Class<?>> kindsOf(Class<?> family) {
    return records(family).collect(Collectors.toSet());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RoundTripTest::records)
        : Stream.of(type);
  }
}
