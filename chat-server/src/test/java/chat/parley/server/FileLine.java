package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileOffer;
import chat.parley.protocol.FileProgress;
import chat.parley.protocol.Malformed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** A member's way of sending files into one room without any client. */
final class FileLine {
  /** Much more than any file of a test takes, however long it takes to look at it. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int port;
  private final Guest who;
  private final RoomId room;

  FileLine(int port, Guest who, RoomId room) {
    this.port = port;
    this.who = who;
    this.room = room;
  }

  /** A pass of theirs, good for ten minutes. */
  String pass() {
    long id = who.nextId();
    who.say(new Command.Renew(id));
    return who.expect(Event.Pass.class, id).token();
  }

  Attachment upload(HostileFiles.Hostile file, String pass) throws Exception {
    var offer = new FileOffer(room, file.name(), file.bytes().length, file.type(), null);
    FileProgress begun =
        send(
            pass,
            "/uploads",
            request -> request.POST(BodyPublishers.ofString(Codec.encode(offer))));
    FileProgress done =
        send(
            pass,
            "/uploads/" + begun.id(),
            request ->
                request
                    .header("Upload-Offset", "0")
                    .method("PATCH", BodyPublishers.ofByteArray(file.bytes())));
    return done.file();
  }

  private FileProgress send(
      String pass, String path, java.util.function.UnaryOperator<HttpRequest.Builder> how)
      throws IOException, InterruptedException, Malformed {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + pass);
    HttpResponse<String> answer = HTTP.send(how.apply(request).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return Codec.decodeProgress(answer.body());
  }

  /** Says something that these go with. */
  void say(String text, List<FileId> files) {
    who.say(
        new Command.Send(
            who.nextId(), room, Nonce.fresh(), text, new Command.Hook(0, 0, null, files)));
    who.await(Event.Ack.class);
  }
}
