package chat.parley.desktop.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Windows: the tick of the last input beside the tick of now. */
final class WindowsIdle implements IdleClock {
  private static final Logger log = LoggerFactory.getLogger(WindowsIdle.class);

  /** LASTINPUTINFO: its own size in bytes, and a tick in milliseconds. */
  private static final int INFO_BYTES = 8;

  private record Calls(MethodHandle lastInput, MethodHandle ticks, MemorySegment info) {}

  private boolean tried;
  private @Nullable Calls calls;

  @Override
  public Optional<Duration> idle() {
    if (!tried) {
      tried = true;
      calls = find();
    }
    if (calls == null) {
      return Optional.empty();
    }
    try {
      calls.info().set(JAVA_INT, 0, INFO_BYTES);
      int ok = (int) calls.lastInput().invokeExact(calls.info());
      int now = (int) calls.ticks().invokeExact();
      return ok == 0 ? Optional.empty() : Optional.of(between(calls.info().get(JAVA_INT, 4), now));
    } catch (Throwable e) {
      throw new IllegalStateException("Windows could not be asked for the last input.", e);
    }
  }

  /** Ticks are 32 bits without a sign and begin anew after 49 days. */
  static Duration between(int last, int now) {
    return Duration.ofMillis(Integer.toUnsignedLong(now - last));
  }

  @SuppressWarnings("restricted")
  private static @Nullable Calls find() {
    try {
      Linker linker = Linker.nativeLinker();
      SymbolLookup user = SymbolLookup.libraryLookup("user32", Arena.global());
      SymbolLookup kernel = SymbolLookup.libraryLookup("kernel32", Arena.global());
      return new Calls(
          linker.downcallHandle(
              user.findOrThrow("GetLastInputInfo"), FunctionDescriptor.of(JAVA_INT, ADDRESS)),
          linker.downcallHandle(
              kernel.findOrThrow("GetTickCount"), FunctionDescriptor.of(JAVA_INT)),
          Arena.global().allocate(INFO_BYTES, 4));
    } catch (RuntimeException | LinkageError e) {
      log.info("Windows does not tell how long nobody was here: {}", e.getMessage());
      return null;
    }
  }
}
