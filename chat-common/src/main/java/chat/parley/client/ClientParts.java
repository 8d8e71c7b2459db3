package chat.parley.client;

/** The parts of one client, which all live on its loop and as long as it does. */
record ClientParts(
    ClientConfig config,
    Journal journal,
    ClientListener listener,
    ClientLoop loop,
    Voice voice,
    Requests requests,
    RoomBook book,
    RoomLogs logs,
    Outbox outbox,
    Signals signals,
    Keeps keeps,
    FirstVisit firstVisit) {

  static ClientParts assemble(
      ClientConfig config,
      Journal journal,
      ClientListener listener,
      ClientLoop loop,
      RoomLogs.Needs needs) {
    var voice = new Voice(config.nanos());
    var requests = new Requests(voice, loop, config.server(), config.timings());
    var book = new RoomBook(journal, listener);
    var logs = new RoomLogs(journal, listener, book, requests, loop, needs);
    var outbox = new Outbox(journal, listener, voice, loop, config, needs::broken);
    var signals = new Signals(voice, loop, config);
    var keeps = new Keeps(journal, listener, requests, loop);
    return new ClientParts(
        config,
        journal,
        listener,
        loop,
        voice,
        requests,
        book,
        logs,
        outbox,
        signals,
        keeps,
        new FirstVisit(config.firstVisit()));
  }

  /** The line is gone. */
  void cut() {
    voice.silence();
    try {
      logs.cut();
    } finally {
      requests.cut();
      outbox.cut();
      signals.cut();
      keeps.cut();
    }
  }
}
