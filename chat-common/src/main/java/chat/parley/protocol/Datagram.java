package chat.parley.protocol;

import chat.parley.model.Fingerprint;
import chat.parley.model.Names;
import chat.parley.model.Nonce;

/** What is said by UDP between those who look for servers and the servers themselves. */
public sealed interface Datagram {
  /** Longer ones are nobody's. */
  int MAX_BYTES = 1_024;

  /** To which servers listen, whatever the port that they serve. */
  int PORT = 7071;

  /** Comes back in the answer, so that nobody can answer what was not asked. */
  Nonce nonce();

  /** Which servers are here? */
  record Question(Nonce nonce) implements Datagram {}

  /** One is here, at the address from which this comes. */
  record Answer(Nonce nonce, Advert server) implements Datagram {}

  static String encode(Datagram said) {
    return switch (said) {
      case Question question ->
          JsonOut.object("who_is_here", out -> out.put("nonce", question.nonce().value()));
      case Answer answer ->
          JsonOut.object(
              "here",
              out -> {
                Advert server = answer.server();
                Fingerprint key = server.key();
                out.put("nonce", answer.nonce().value())
                    .put("id", server.id())
                    .put("name", server.name())
                    .put("port", server.port())
                    .put("key", key == null ? null : key.hex())
                    .put("people", server.people())
                    .put("version", server.version());
              });
    };
  }

  /**
   * @throws Malformed for whatever is no question and no answer
   */
  static Datagram decode(String json) throws Malformed {
    JsonIn in = JsonIn.parse(json);
    return switch (in.type()) {
      case "who_is_here" -> new Question(in.nonce("nonce"));
      case "here" -> new Answer(in.nonce("nonce"), advert(in));
      default -> throw JsonIn.bad("That is neither a question nor an answer.");
    };
  }

  private static Advert advert(JsonIn in) throws Malformed {
    try {
      return new Advert(
          in.line("id", Advert.MAX_ID),
          in.line("name", Names.SERVER_MAX),
          in.count("port", 0),
          in.has("key") ? new Fingerprint(in.line("key", 64)) : null,
          in.count("people", 0),
          in.line("version", Advert.MAX_VERSION));
    } catch (IllegalArgumentException e) {
      throw JsonIn.bad(String.valueOf(e.getMessage()));
    }
  }
}
