package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people keep to themselves is in no file and no line of output of a real server. */
class SecretsScanTest {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  @TempDir Path folder;

  @Test
  void noPasswordNoTokenAndNoPassIsKeptOrPrintedAndNoMessageIsLogged() throws Exception {
    Path data = folder.resolve("data");
    var secrets = new TreeMap<String, String>();
    try (var server = ServerProcess.start(data)) {
      use(server.port(), secrets);
      server.terminate();
      String printed = String.join("\n", server.output());
      secrets.forEach((what, secret) -> assertThat(printed).as(what).doesNotContain(secret));
    }
    for (Path file : files(data)) {
      String held = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      boolean isLog = file.toString().contains("logs");
      secrets.forEach(
          (what, secret) -> {
            if (isLog || !what.startsWith("message")) {
              assertThat(held).as("%s in %s", what, file).doesNotContain(secret);
            }
          });
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the folder's list of owners counts")
  void everyFileIsItsOwnersOnly() throws Exception {
    Path data = folder.resolve("data");
    try (var server = ServerProcess.start(data)) {
      use(server.port(), new TreeMap<>());
      server.terminate();
    }
    assertThat(Files.getPosixFilePermissions(data))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    // The folder above keeps others out; each file does so itself all the same, since folders are
    // copied and opened.
    for (Path file : files(data)) {
      assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).isEqualTo(OWNER_ONLY);
      assertThat(Files.getPosixFilePermissions(file.resolveSibling("")))
          .as(file.resolveSibling("").toString())
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Everything in which a secret goes over the wire, right ones and wrong ones. */
  private static void use(int port, Map<String, String> secrets) {
    secrets.put("password", "marker-password-7341");
    secrets.put("next password", "marker-password-9902");
    secrets.put("wrong password", "marker-password-1187");
    secrets.put("message", "marker-message-5520");
    Guest ann = Guest.connect(port);
    ann.hello(new Command.Auth.Register("Ann Bell", secrets.get("password"), null), null, Map.of());
    ann.until(Event.CaughtUp.class);
    secrets.put("token", String.valueOf(ann.welcome().token()));
    RoomId lobby = ann.join("lobby").room().id();
    ann.say(new Command.Send(ann.nextId(), lobby, new Nonce("n1"), secrets.get("message")));
    ann.await(Event.Ack.class);
    ann.say(new Command.Renew(ann.nextId()));
    secrets.put("pass", ann.await(Event.Pass.class).token());
    for (String current : List.of("wrong password", "password")) {
      ann.say(
          new Command.ChangePassword(
              ann.nextId(), secrets.get(current), secrets.get("next password")));
      if (current.equals("password")) {
        secrets.put("first token", secrets.get("token"));
        secrets.put("token", ann.await(Event.NewToken.class).token());
      }
      ann.await(
          Event.Reply.class, reply -> reply instanceof Event.Done || reply instanceof Event.Failed);
    }
    Guest again = Guest.connect(port);
    again.hello(new Command.Auth.Token(secrets.get("token")), null, Map.of());
    secrets.put("next token", String.valueOf(again.welcome().token()));
    Guest broken = Guest.connect(port);
    broken.sayText(
        "{\"type\":\"hello\",\"v\":1,\"auth\":{\"kind\":\"password\",\"name\":\"Ann\","
            + "\"password\":\""
            + secrets.get("wrong password")
            + "\"},\"cursors\":7}");
    broken.await(Event.Failed.class);
    // In the wrong field.
    Guest hasty = Guest.connect(port);
    secrets.put("name that was none", "markerpasswordsix");
    hasty.say(
        new Command.Hello(
            1,
            Command.VERSION,
            "test",
            new Command.Auth.Password(secrets.get("name that was none"), "whatever else"),
            null,
            Map.of()));
    hasty.await(Event.Failed.class);
    List.of(ann, again, broken, hasty).forEach(Guest::close);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(2);
      return files;
    }
  }
}
