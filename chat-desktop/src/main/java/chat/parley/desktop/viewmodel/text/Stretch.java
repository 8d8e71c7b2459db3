package chat.parley.desktop.viewmodel.text;

/** A part of a message as it is shown; {@code from} is never after {@code to}. */
public record Stretch(Spot from, Spot to) {
  public static Stretch at(Spot spot) {
    return new Stretch(spot, spot);
  }

  public boolean isEmpty() {
    return from.equals(to);
  }

  /** The least that holds both. */
  public Stretch and(Stretch other) {
    return new Stretch(
        from.compareTo(other.from) <= 0 ? from : other.from,
        to.compareTo(other.to) >= 0 ? to : other.to);
  }
}
