package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.FileId;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.FileOffer;
import chat.parley.server.http.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** The rows of the matrix about files: everybody asks for a file of every kind of room. */
final class FileRows implements AutoCloseable {
  private static final FileId NO_FILE = new FileId("f_there_is_none_of_that_id");
  private static final RoomId NO_ROOM = new RoomId("r_there_is_none");

  private final Cast cast;
  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Part, String> passes = new EnumMap<>(Part.class);

  FileRows(Cast cast, int port) {
    this.cast = cast;
    this.server = URI.create("http://127.0.0.1:" + port);
    for (Part part : Part.values()) {
      passes.put(part, cast.pass(part));
    }
  }

  /** What is asked of a file in a room. */
  private record Ask(String title, Function<Target, HttpRequest.Builder> request) {}

  private record Target(FileId file, FileId upload, RoomId room) {}

  /** Each that the server knows, and what needs a word more. */
  private List<Ask> asks() {
    var asks = new ArrayList<Ask>();
    for (Route route : Route.values()) {
      if (route.isOfFiles()) {
        for (String method : route.methods()) {
          String whose = route == Route.UPLOAD ? " of another" : "";
          asks.add(new Ask(method + " " + route.words() + whose, to -> request(route, method, to)));
        }
      }
    }
    asks.add(
        new Ask(
            "GET /files/ID by range",
            to -> request(Route.FILE, "GET", to).header("Range", "bytes=1-9")));
    return asks;
  }

  private HttpRequest.Builder request(Route route, String method, Target to) {
    FileId id = route == Route.UPLOAD ? to.upload() : to.file();
    HttpRequest.Builder request = to(route.words().replace("ID", id.value()));
    return switch (method) {
      case "POST" ->
          request.POST(
              BodyPublishers.ofString(
                  Codec.encode(new FileOffer(to.room(), "xyzzy", 9, "x/y", null))));
      case "PATCH" ->
          request.header("Upload-Offset", "0").method(method, BodyPublishers.ofString("x"));
      default -> request.method(method, BodyPublishers.noBody());
    };
  }

  /** Rows of that room, by their titles. */
  Map<String, Map<Part, String>> of(Stage stage) throws Exception {
    String name = stage.setting().isHidden() ? "xyzzybody.png" : "open.png";
    byte[] picture = picture();
    String author = Cast.pass(cast.author());
    FileId file = begin(author, stage.room(), name, picture.length);
    HttpRequest.Builder bytes =
        to("/uploads/" + file)
            .header("Upload-Offset", "0")
            .method("PATCH", BodyPublishers.ofByteArray(picture));
    assertThat(ask(author, bytes).statusCode()).isEqualTo(200);
    var hook = new Command.Hook(0, 0, null, List.of(file));
    Stage.reply(
        cast.author(),
        Event.Ack.class,
        id -> new Command.Send(id, stage.room(), Nonce.fresh(), "", hook));
    var target = new Target(file, begin(author, stage.room(), name, 9), stage.room());
    var nothing = new Target(NO_FILE, NO_FILE, NO_ROOM);
    var rows = new LinkedHashMap<String, Map<Part, String>>();
    for (Ask ask : asks()) {
      var cells = new EnumMap<Part, String>(Part.class);
      for (Part part : Part.values()) {
        HttpResponse<String> answer = ask(passes.get(part), ask.request().apply(target));
        cells.put(part, Integer.toString(answer.statusCode()));
        if (!part.isIn(stage.setting())) {
          HttpResponse<String> ofNothing = ask(passes.get(part), ask.request().apply(nothing));
          assertThat(answer.statusCode()).as(ask.title()).isEqualTo(ofNothing.statusCode());
          assertThat(answer.body()).as(ask.title()).isEqualTo(ofNothing.body());
          assertThat(answer.headers().map().keySet()).isEqualTo(ofNothing.headers().map().keySet());
        }
      }
      rows.put("`" + ask.title() + "` in " + stage.setting().title(), cells);
    }
    return rows;
  }

  private FileId begin(String pass, RoomId room, String name, long size) throws Exception {
    String offer = Codec.encode(new FileOffer(room, name, size, "image/png", null));
    HttpResponse<String> begun = ask(pass, to("/uploads").POST(BodyPublishers.ofString(offer)));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    return Codec.decodeProgress(begun.body()).id();
  }

  private HttpResponse<String> ask(String pass, HttpRequest.Builder request) throws Exception {
    if (pass != null) {
      request.header("Authorization", "Bearer " + pass);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  private static byte[] picture() throws Exception {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Override
  public void close() {
    http.close();
  }
}
