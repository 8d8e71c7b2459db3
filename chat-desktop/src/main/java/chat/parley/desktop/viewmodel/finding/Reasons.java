package chat.parley.desktop.viewmodel.finding;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.Reason.Weight;
import chat.parley.desktop.viewmodel.outside.Finder.Checkup;
import chat.parley.desktop.viewmodel.outside.Finder.Knock;
import java.util.ArrayList;
import java.util.List;

/** Puts into words what a check of the network has shown: what was seen first, then guesses. */
final class Reasons {
  private Reasons() {}

  static List<Reason> of(Checkup checkup) {
    var reasons = new ArrayList<Reason>();
    if (checkup.own().isEmpty() && checkup.inside().isEmpty()) {
      return List.of(bad(Texts.of("why.alone"), Texts.of("why.alone.advice")));
    }
    reasons.add(place(checkup));
    checkup.knocks().forEach(knock -> reasons.add(of(knock)));
    reasons.add(maybe(Texts.of("why.running"), Texts.of("why.running.advice")));
    reasons.add(maybe(Texts.of("why.firewall"), firewall()));
    if (checkup.asks()) {
      reasons.add(maybe(Texts.of("why.allowed"), Texts.of("why.allowed.advice")));
    }
    reasons.add(maybe(Texts.of("why.subnet"), Texts.of("why.subnet.advice")));
    reasons.add(maybe(Texts.of("why.isolation"), Texts.of("why.isolation.advice")));
    return List.copyOf(reasons);
  }

  /** By a tunnel somebody may come to a server all the same, so the other reasons follow. */
  private static Reason place(Checkup checkup) {
    return checkup.own().isEmpty()
        ? bad(
            Texts.of("why.inside", String.join(", ", checkup.inside())),
            Texts.of("why.inside.advice"))
        : new Reason(
            Weight.GOOD,
            Texts.of("why.own", String.join(", ", checkup.own())),
            Texts.of("why.own.advice"));
  }

  private static Reason of(Knock knock) {
    ServerAddress at = knock.at();
    String port = String.valueOf(at.port());
    return switch (knock.answer()) {
      case OPEN ->
          new Reason(Weight.GOOD, Texts.of("why.open", at.toString()), Texts.of("why.open.advice"));
      case SHUT -> bad(Texts.of("why.shut", at.host(), port), Texts.of("why.shut.advice"));
      case UNKNOWN -> bad(Texts.of("why.unknown", at.host()), Texts.of("why.unknown.advice"));
      case SILENT ->
          knock.near()
              ? bad(Texts.of("why.silent", at.toString()), Texts.of("why.silent.advice", port))
              : bad(Texts.of("why.far", at.toString()), Texts.of("why.far.advice"));
    };
  }

  /** The server's computer has a system of its own, which nobody here knows. */
  private static String firewall() {
    return String.join(
        "\n",
        Texts.of("why.firewall.windows"),
        Texts.of("why.firewall.mac"),
        Texts.of("why.firewall.linux"));
  }

  private static Reason bad(String title, String advice) {
    return new Reason(Weight.BAD, title, advice);
  }

  private static Reason maybe(String title, String advice) {
    return new Reason(Weight.MAYBE, title, advice);
  }
}
