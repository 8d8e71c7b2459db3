package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTest {
  private static final ServerAddress OFFICE = new ServerAddress("192.168.1.5", 7070);
  private static final ServerAddress NEW = new ServerAddress("192.168.1.9", 7070);
  private static final Fingerprint ONE = new Fingerprint("01".repeat(32));
  private static final Fingerprint TWO = new Fingerprint("02".repeat(32));

  @TempDir private Path folder;
  private Whereabouts servers;

  @BeforeEach
  void open() {
    servers =
        new Whereabouts(
            KnownServersFile.read(folder.resolve("known-servers")),
            PlacesFile.read(folder.resolve("moved-servers")));
  }

  @Test
  void whereItAnsweredLastIsKept() throws IOException {
    servers.met(OFFICE, ONE);
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
    servers.isAt(OFFICE, NEW);
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(NEW);
    open();
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(NEW);
    servers.isAt(OFFICE, OFFICE);
    open();
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
  }

  @Test
  void wayToAKnownKeyLeadsToWhereAPersonWasAndKnocksAtTheNewPlaceToo() throws IOException {
    servers.met(OFFICE, ONE);
    var way = new Invitation(NEW, ONE);
    assertThat(servers.asMet(way, null, List.of(OFFICE))).isEqualTo(new Invitation(OFFICE, ONE));
    assertThat(servers.rumours(OFFICE)).containsExactly(NEW);
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
    assertThat(servers.asMet(way, null, List.of())).isEqualTo(way);
    var another = new Invitation(NEW, TWO);
    assertThat(servers.asMet(another, null, List.of(OFFICE))).isEqualTo(another);
    assertThat(servers.asMet(Invitation.to(NEW), null, List.of(OFFICE)))
        .isEqualTo(Invitation.to(NEW));
    servers.met(NEW, TWO); // of another one that was there before
    assertThat(servers.asMet(way, null, List.of(OFFICE))).isEqualTo(new Invitation(OFFICE, ONE));
  }

  @Test
  void whoAsksForAnotherServerAtAnAddressIsNotSentAfterTheFirst() throws IOException {
    servers.met(OFFICE, ONE);
    servers.isAt(OFFICE, NEW);
    assertThat(servers.met(OFFICE, TWO)).isEqualTo(ONE);
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
    servers.trust(OFFICE, TWO);
    assertThat(servers.keyOf(OFFICE)).isEqualTo(TWO);
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
  }

  @Test
  void wayToAServerOfTheSameKeyAndAnotherHistoryLeadsThere() throws IOException {
    servers.met(OFFICE, ONE);
    servers.hasHistory(OFFICE, "first");
    var way = new Invitation(NEW, ONE);
    assertThat(servers.asMet(way, "second", List.of(OFFICE))).isEqualTo(way);
    assertThat(servers.rumours(OFFICE)).isEmpty();
    open();
    assertThat(servers.asMet(way, "second", List.of(OFFICE))).isEqualTo(way);
    assertThat(servers.asMet(way, "first", List.of(OFFICE))).isEqualTo(new Invitation(OFFICE, ONE));
  }

  @Test
  void whereAnotherOneOfItsKeyAnsweredItIsNot() throws IOException {
    servers.met(OFFICE, ONE);
    servers.isAt(OFFICE, NEW);
    assertThat(servers.isAnother(OFFICE)).isTrue();
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(OFFICE);
    assertThat(servers.isAnother(OFFICE)).as("where it was met").isFalse();
  }

  @Test
  void whereOneWasLetInBeforeAnotherHistoryIsABackupThatWasPutBack() throws IOException {
    servers.met(OFFICE, ONE);
    servers.isAt(OFFICE, NEW);
    servers.hasHistory(OFFICE, "first");
    servers.isAt(OFFICE, NEW);
    assertThat(servers.isAnother(OFFICE)).isFalse();
    assertThat(servers.lastPlace(OFFICE)).isEqualTo(NEW);
  }

  @Test
  void keyThatAnInvitationNamesIsKnownOnceItWasShown() throws IOException {
    servers.expects(OFFICE, ONE);
    assertThat(servers.keyOf(OFFICE)).isEqualTo(ONE);
    open();
    assertThat(servers.keyOf(OFFICE)).as("nobody showed it").isNull();
    servers.expects(OFFICE, ONE);
    servers.isAt(OFFICE, OFFICE);
    open();
    assertThat(servers.keyOf(OFFICE)).isEqualTo(ONE);
  }

  @Test
  void keyThatNobodyShowedIsForgottenWithTheLastWhoWaitedForIt() throws IOException {
    servers.expects(OFFICE, ONE);
    servers.await(OFFICE, () -> {}).run();
    assertThat(servers.keyOf(OFFICE)).isNull();
  }

  @Test
  void fileThatCannotBeReadIsPassedOver() throws IOException {
    Files.writeString(folder.resolve("moved-servers"), "a b c\n%%% b\noffice-pc 10.0.0.5:7071\n");
    open();
    assertThat(servers.lastPlace(new ServerAddress("office-pc", 7070)))
        .isEqualTo(new ServerAddress("10.0.0.5", 7071));
  }
}
