package chat.parley.protocol;

import chat.parley.model.Attachment;
import java.util.regex.Pattern;

/** The JSON of what is said about uploads over HTTP. */
final class FileJson {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private FileJson() {}

  static String write(FileOffer offer) {
    return JsonOut.object(
        offer.type(),
        out ->
            out.put("room", offer.room().value())
                .put("name", offer.name())
                .put("size", offer.size())
                .put("sha256", offer.sha256()));
  }

  static FileOffer offer(JsonIn in) throws Malformed {
    String sha256 = in.has("sha256") ? in.text("sha256", 64) : null;
    if (sha256 != null && !SHA256.matcher(sha256).matches()) {
      throw JsonIn.bad("\"sha256\" must have 64 digits of hex.");
    }
    return new FileOffer(
        in.room("room"),
        Attachment.cleanName(in.text("name", Limits.DEFAULT.frameBytes())),
        in.number("size"),
        Attachment.cleanType(in.text("type", Limits.DEFAULT.frameBytes(), Attachment.ANY_TYPE)),
        sha256);
  }

  static String write(FileProgress progress) {
    Attachment file = progress.file();
    return JsonOut.object(
        "upload",
        out -> {
          out.put("id", progress.id().value()).put("offset", progress.offset());
          if (file != null) {
            out.object("file", () -> ModelJson.attachment(out, file));
          }
        });
  }

  static FileProgress progress(JsonIn in) throws Malformed {
    return new FileProgress(
        in.file("id"),
        in.number("offset"),
        in.has("file") ? ModelJson.attachment(in.object("file")) : null);
  }
}
