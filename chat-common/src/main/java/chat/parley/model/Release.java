package chat.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of Parley, such as 0.1.0.
 *
 * @param parts what is between the dots; not empty
 */
public record Release(List<Integer> parts) implements Comparable<Release> {
  private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

  public Release {
    parts = List.copyOf(parts);
  }

  /** Empty for what is no version, such as a build out of a development tree. */
  public static Optional<Release> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    List<Integer> parts = new ArrayList<>();
    for (String part : text.split("\\.")) {
      parts.add(Integer.valueOf(part));
    }
    return Optional.of(new Release(parts));
  }

  /** Equal ones are 0.1 and 0.1.0 too, although they are not the same record. */
  @Override
  public int compareTo(Release other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  public boolean isNewerThan(Release other) {
    return compareTo(other) > 0;
  }

  private int part(int i) {
    return i < parts.size() ? parts.get(i) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", parts.stream().map(String::valueOf).toList());
  }
}
