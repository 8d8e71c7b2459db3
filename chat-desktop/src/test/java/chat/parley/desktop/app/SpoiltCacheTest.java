package chat.parley.desktop.app;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.messages;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Journal.Login;
import chat.parley.client.Outgoing;
import chat.parley.client.Outgoing.State;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.platform.SecretStore;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever comes back to a cache that is spoilt is still the same person. */
class SpoiltCacheTest {
  private static final Login ANN = new Login("epoch", "token", Say.ME);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void fill() {
    file = folder.resolve("cache.db");
    fill(SecretStore.NONE);
  }

  private void fill(SecretStore store) {
    try (Cache cache = Cache.open(file, store)) {
      cache.loggedIn(new Login("epoch", "the token before", Say.ME));
      cache.loggedIn(ANN);
      cache.rooms(List.of(state("lobby", 9, 5, 4)));
      cache.append(LOBBY, messages(1, 900));
    }
  }

  /** What happens to files. */
  enum Harm {
    OVERWRITTEN {
      @Override
      void to(Path file) throws IOException {
        Files.writeString(file, "This is not a database any more. ".repeat(900));
      }
    },
    CUT_IN_HALF {
      @Override
      void to(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(channel.size() / 2 - 100);
        }
      }
    },
    CUT_TO_A_FEW_BYTES {
      @Override
      void to(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(40);
        }
      }
    },
    EMPTIED {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    FULL_OF_ZEROS {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    },
    ONLY_ITS_START_LEFT {
      @Override
      void to(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var left = new byte[bytes.length];
        System.arraycopy(bytes, 0, left, 0, 4096);
        Files.write(file, left);
      }
    },
    WITHOUT_A_COLUMN {
      @Override
      void to(Path file) throws Exception {
        sql(file, "ALTER TABLE outbox DROP COLUMN code");
      }
    },
    WITHOUT_A_TABLE {
      @Override
      void to(Path file) throws Exception {
        sql(file, "DROP TABLE login");
      }
    },
    A_FOLDER_IN_ITS_PLACE {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
      }
    };

    abstract void to(Path file) throws Exception;

    static void sql(Path file, String change) throws Exception {
      try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
          var sql = db.createStatement()) {
        sql.executeUpdate(change);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Harm.class)
  void whoWasLoggedInStillIsAndTheFileIsSetAside(Harm harm) throws Exception {
    harm.to(file);
    Path aside = folder.resolve("cache.db.damaged-1");
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isEqualTo(ANN);
      var snapshot = cache.snapshot();
      assertThat(snapshot.me()).isEqualTo(Say.ME);
      assertThat(snapshot.rooms()).isEmpty();
      assertThat(snapshot.notice())
          .contains("damaged and is being loaded anew", "cache.db.damaged");
      assertThat(cache.cursors()).isEmpty();
      cache.append(LOBBY, messages(1, 3));
    }
    assertThat(aside).exists();
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isEqualTo(ANN);
      assertThat(cache.snapshot().notice()).as("told once").isNull();
      assertThat(cache.cursors()).isEqualTo(Map.of(LOBBY, 3L));
    }
  }

  @Test
  void aFileThatIsGoneMakesNobodyAStranger() throws IOException {
    Files.delete(file);
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isEqualTo(ANN);
      assertThat(cache.snapshot().rooms()).isEmpty();
    }
  }

  @Test
  void aKeyInTheSystemsStoreIsFoundThereStill() throws Exception {
    var secrets = new HashMap<String, String>();
    SecretStore store = store(secrets);
    Files.delete(file);
    fill(store);
    assertThat(secrets).containsValue("token");
    assertThat(Files.readString(beside())).doesNotContain(ANN.token() + "\n");
    Harm.OVERWRITTEN.to(file);
    try (Cache cache = Cache.open(file, store)) {
      assertThat(cache.login()).isEqualTo(ANN);
      cache.forgetLogin();
    }
    assertThat(secrets).isEmpty();
  }

  private static SecretStore store(Map<String, String> secrets) {
    return new SecretStore() {
      @Override
      public boolean keep(String name, String secret) {
        secrets.put(name, secret);
        return true;
      }

      @Override
      public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
      }

      @Override
      public void forget(String name) {
        secrets.remove(name);
      }
    };
  }

  @Test
  void whoLoggedOutIsNotLoggedInAgain() throws Exception {
    try (Cache cache = Cache.open(file)) {
      cache.forgetLogin();
    }
    assertThat(beside()).doesNotExist();
    Harm.OVERWRITTEN.to(file);
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isNull();
    }
  }

  @Test
  void aFileOfABuildThatKeptTheKeyInItOnlyIsReadAsFarAsItGoes() throws Exception {
    Files.delete(beside());
    Cache.open(file).close();
    assertThat(beside()).as("written as soon as it is opened").exists();

    Files.delete(beside());
    Harm.WITHOUT_A_COLUMN.to(file);
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isEqualTo(ANN);
    }
  }

  @Test
  void whoCannotBeKnownIsToldWhatToDo() throws Exception {
    Files.writeString(beside(), "nonsense");
    Harm.OVERWRITTEN.to(file);
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.login()).isNull();
      assertThat(cache.snapshot().notice())
          .contains("the server knows you", "another name", "cache.db.damaged-1")
          .endsWith(".");
    }
  }

  @Test
  void whatWasNotSentIsSavedWhereItCanBeRead() throws Exception {
    try (Cache cache = Cache.open(file)) {
      cache.put(outgoing("a", "do not lose me", State.QUEUED));
    }
    Harm.WITHOUT_A_TABLE.to(file);
    try (Cache cache = Cache.open(file)) {
      assertThat(cache.snapshot().notice()).contains("1 unsent message was saved");
      assertThat(cache.outbox()).extracting(Outgoing::body).containsExactly("do not lose me");
      assertThat(cache.login()).isEqualTo(ANN);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseOnThisComputerMayReadWhoIsLoggedIn() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(beside())))
        .isEqualTo("rw-------");
  }

  @Test
  void theAppComesBackAsTheSameGuestAndSaysWhatHappened() throws Exception {
    Path profile = folder.resolve("ann");
    try (var server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office")) {
      String address = "127.0.0.1:" + server.port();
      try (Desk ann = Desk.open(profile)) {
        ann.logIn("Ann Bell", address);
        ann.say("Written before the harm");
        ann.openRoom("kitchen"); // What is answered after it was heard after it.
      }
      Harm.OVERWRITTEN.to(cacheIn(profile, address));
      try (Desk ann = Desk.open(profile)) {
        ann.awaitText("is being loaded anew");
        ann.goTo("lobby");
        ann.awaitText("Written before the harm");
        assertThat(Fx.call(() -> ann.server().meProperty().get().name())).isEqualTo("Ann Bell");
        ann.say("Still me");
      }
    }
  }

  private static Path cacheIn(Path profile, String address) throws Exception {
    try (Profile open = Profile.open(profile)) {
      return open.cache(ServerAddress.parse(address), "Ann Bell");
    }
  }

  private Path beside() {
    return folder.resolve("cache.db.login");
  }
}
