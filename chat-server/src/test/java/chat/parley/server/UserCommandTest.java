package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Role;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the data folder gets back into a server that nobody runs any more. */
class UserCommandTest {
  @TempDir Path data;

  private final StringWriter said = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int run(String... args) {
    var all = new ArrayList<>(List.of("server", "user"));
    all.addAll(List.of(args));
    all.add("--data=" + data);
    return Main.commandLine()
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(errors))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void whoForgotThePasswordAndIsBannedOwnsTheServerAgain() throws Exception {
    try (Team team = new Team(data)) {
      Guest olga = team.owner("Olga Meyer");
      Guest xaver = team.ofRole(olga, "Xaver", Role.OWNER);
      team.guest("Gil");
      Team.done(xaver, id -> new Command.Ban(id, Team.id(olga), null, false, 0, ""));
      assertThat(run("list")).isEqualTo(1);
      assertThat(errors.toString()).contains("Another Parley server uses");
      team.restart(
          () -> {
            assertThat(run("list")).isZero();
            assertThat(said.toString().lines())
                .anyMatch(line -> line.matches("Olga Meyer +owner +banned"))
                .anyMatch(line -> line.matches("Gil +guest +no password *"));
            assertThat(run("owner", "olga meyer")).isZero();
            said.getBuffer().setLength(0);
            assertThat(run("reset", "Olga Meyer")).isZero();
          });
      String code = said.toString().lines().findFirst().orElseThrow();
      Guest back = team.in(new Command.Auth.Reset("Olga Meyer", code, "another long one"));
      assertThat(back.welcome().user().role()).isEqualTo(Role.OWNER);
      assertThat(
              Team.answer(back, Event.AuditPage.class, id -> new Command.Audit(id, 0, 3)).entries())
          .filteredOn(entry -> entry.detail().endsWith("by the operator, on the server's computer"))
          .hasSize(2);
    }
  }

  @Test
  void whatCannotBeIsOneSentence() throws Exception {
    assertThat(run("list")).isEqualTo(1);
    assertThat(errors.toString()).startsWith("There is no server's data in ");
    try (Team team = new Team(data)) {
      team.owner("Olga");
      team.guest("Gil");
      team.restart(
          () -> {
            assertThat(run("owner", "Gil")).isEqualTo(1);
            assertThat(run("owner", "Nobody")).isEqualTo(1);
          });
    }
    assertThat(errors.toString().lines().skip(1))
        .containsExactly(
            "Only who has a password can own this server. Let them set one first.",
            "Nobody here has that name. \"parley server user list\" shows all.");
  }
}
