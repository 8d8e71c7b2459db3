package chat.parley.desktop.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

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

/** Every desktop on X11: the X server's own screen saver, over a line of our own to it. */
final class XScreenIdle implements IdleClock {
  private static final Logger log = LoggerFactory.getLogger(XScreenIdle.class);

  /** Where {@code idle}, an unsigned long in milliseconds, is in XScreenSaverInfo. */
  private static final long IDLE_AT = 24;

  private static final long INFO_BYTES = 40;

  /** The open line and what is asked over it. */
  private record Line(MemorySegment display, long root, MemorySegment info, MethodHandle query) {}

  private boolean tried;
  private @Nullable Line line;

  @Override
  public Optional<Duration> idle() {
    if (!tried) {
      tried = true;
      line = open();
    }
    if (line == null) {
      return Optional.empty();
    }
    try {
      int ok = (int) line.query().invokeExact(line.display(), line.root(), line.info());
      return ok == 0
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(line.info().get(JAVA_LONG, IDLE_AT)));
    } catch (Throwable e) {
      throw new IllegalStateException("The X server could not be asked.", e);
    }
  }

  @SuppressWarnings("restricted")
  private static @Nullable Line open() {
    try {
      Linker linker = Linker.nativeLinker();
      SymbolLookup x = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
      SymbolLookup saver = SymbolLookup.libraryLookup("libXss.so.1", Arena.global());
      var openDisplay = of(linker, x, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS));
      var rootOf = of(linker, x, "XDefaultRootWindow", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
      var known =
          of(
              linker,
              saver,
              "XScreenSaverQueryExtension",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
      var allocate = of(linker, saver, "XScreenSaverAllocInfo", FunctionDescriptor.of(ADDRESS));
      var query =
          of(
              linker,
              saver,
              "XScreenSaverQueryInfo",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
      var display = (MemorySegment) openDisplay.invokeExact(MemorySegment.NULL);
      if (display.address() == 0) {
        return null;
      }
      MemorySegment events = Arena.global().allocate(JAVA_INT);
      MemorySegment errors = Arena.global().allocate(JAVA_INT);
      if ((int) known.invokeExact(display, events, errors) == 0) {
        return null;
      }
      var root = (long) rootOf.invokeExact(display);
      var info = (MemorySegment) allocate.invokeExact();
      return new Line(display, root, info.reinterpret(INFO_BYTES), query);
    } catch (Throwable e) {
      log.info("The X server does not tell how long nobody was here: {}", e.getMessage());
      return null;
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle of(
      Linker linker, SymbolLookup library, String name, FunctionDescriptor type) {
    return linker.downcallHandle(library.findOrThrow(name), type);
  }
}
