package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.ErrorCode;
import chat.parley.server.access.NameKey;
import chat.parley.server.store.Desk.Guest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nobody new comes in by a name that looks like one that is there, and everybody there still does.
 */
class NameLookTest extends StoreTest {
  @ParameterizedTest
  @CsvSource({
    "Walter, VValter",
    "Oliver, Oliver.",
    "Oliver, Oliver_",
    "Oliver-, Oliver",
    "Gast Anna, Gast_Anna",
    "Olga., Olga''",
    "Ann-Marie, Annmarie",
    "Wim, VVirn"
  })
  void aNameThatLooksLikeAnotherIsTaken(String one, String other) {
    named(one);
    String key = NameKey.of(other);
    assertThat(store.isTaken(key)).isTrue();
    Guest stranger = Desk.stranger(other);
    desk.refused(ErrorCode.NAME_TAKEN, coming(stranger, key));
    desk.refused(ErrorCode.NAME_TAKEN, new Write.Rename(eve.id(), other, key));
  }

  @Test
  void twoNamesOfPeopleAreTwoNamesThoughACAndAnLLookLikeAD() {
    named("Dara");
    assertThat(store.isTaken(NameKey.of("Clara"))).isFalse();
    named("Clara");
  }

  @Test
  void whoHasOneOfTwoNamesThatLookAlikeFromBeforeKeepsIt() throws SQLException {
    store.close();
    try (Statements db = Connections.writer(folder.resolve("parley.db"), Duration.ofSeconds(5))) {
      for (String name : List.of("Ann-Marie", "Annmarie")) {
        db.update(
            "INSERT INTO users (id, name, name_key, role, password, created_at)"
                + " VALUES (?, ?, ?, 'MEMBER', 'hash', 1)",
            "u_" + name,
            name,
            NameKey.of(name));
      }
    }
    reopen();
    for (String name : List.of("Ann-Marie", "Annmarie")) {
      assertThat(store.account(NameKey.of(name)).orElseThrow().user().name()).isEqualTo(name);
    }
  }

  @Test
  void theDatabaseSeesTheSame() throws SQLException {
    for (String name : List.of("O'Neil-Smith.", "vvvcl_vv", "Clara")) {
      named(name);
    }
    try (Statements db = Connections.reader(folder.resolve("parley.db"), Duration.ofSeconds(5))) {
      List<List<String>> looks =
          db.all(
              "SELECT look, name_key FROM users",
              row -> List.of(row.getString(1), row.getString(2)));
      assertThat(looks).hasSizeGreaterThan(3);
      assertThat(looks).allMatch(look -> look.getFirst().equals(NameLook.of(look.getLast())));
    }
  }

  private void named(String name) {
    desk.done(coming(Desk.stranger(name), NameKey.of(name)));
  }

  private static Write.AddGuest coming(Guest guest, String key) {
    return new Write.AddGuest(guest.user(), key, guest.coming().device());
  }
}
