package chat.parley.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a run found, as lines of a name and a value. */
final class Table {
  private final PrintWriter out;

  Table(PrintWriter out) {
    this.out = out;
  }

  void title(String text) {
    out.println();
    out.println(text);
    out.flush();
  }

  void line(String name, String value) {
    out.printf(Locale.ROOT, "  %-38s %s%n", name, value);
    out.flush();
  }

  void millis(String name, Histogram times) {
    line(
        name,
        String.format(
            Locale.ROOT,
            "p50 %.2f  p90 %.2f  p99 %.2f  max %.2f ms",
            times.millis(0.5),
            times.millis(0.9),
            times.millis(0.99),
            times.maxMillis()));
  }

  void perSecond(String name, long count, double seconds) {
    line(name, String.format(Locale.ROOT, "%,.0f a second", count / seconds));
  }

  void micros(String name, OptionalDouble micros) {
    line(name, micros.isEmpty() ? "-" : String.format("%.1f us", micros.getAsDouble()));
  }

  void mebibytes(String name, OptionalLong bytes) {
    line(
        name,
        bytes.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.1f MiB", bytes.getAsLong() / 1024.0 / 1024.0));
  }
}
