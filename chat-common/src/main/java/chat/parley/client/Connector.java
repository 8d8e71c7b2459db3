package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session going and starts the next one when it ends, for as long as the client lives.
 * Loop only.
 *
 * <table>
 *   <caption>Moves of the link</caption>
 *   <tr><td>IDLE, WAITING, REFUSED -> CONNECTING</td><td>start, the wait is over, retry now</td></tr>
 *   <tr><td>CONNECTING -> GREETING -> CATCHING_UP -> LIVE</td><td>as the session goes</td></tr>
 *   <tr><td>any of these -> WAITING</td><td>the session ended and may come back</td></tr>
 *   <tr><td>any of these -> REFUSED</td><td>the session ended and trying again does not help</td></tr>
 *   <tr><td>any -> IDLE</td><td>closed by the app, for good</td></tr>
 * </table>
 */
final class Connector implements RoomLogs.Needs, Session.Owner {
  private static final Logger log = LoggerFactory.getLogger(Connector.class);

  private final ClientConfig config;
  private final ClientListener listener;
  private final ClientLoop loop;
  private final CompletionStage<?> go;
  private final ClientParts parts;
  private final Backoff backoff;
  private Link link = Link.of(LinkState.IDLE);
  private @Nullable Session session;
  private ClientLoop.@Nullable Timer nextTry;
  private int failures;
  private boolean closed;

  /**
   * @param go no connection is opened before this is complete
   */
  Connector(
      ClientConfig config,
      Journal journal,
      ClientListener listener,
      ClientLoop loop,
      CompletionStage<?> go) {
    this.config = config;
    this.listener = listener;
    this.loop = loop;
    this.go = go;
    this.parts = ClientParts.assemble(config, journal, listener, loop, this);
    this.backoff = new Backoff(config.timings().backoff(), config.timings().backoffMax());
  }

  ClientParts parts() {
    return parts;
  }

  void connect() {
    if (closed) {
      return;
    }
    var next = new Session(parts, this);
    session = next;
    publish(Link.of(LinkState.CONNECTING));
    parts.outbox().load();
    go.whenComplete((_, _) -> loop.post(() -> open(next)));
  }

  private void open(Session next) {
    if (session == next) {
      next.start();
    }
  }

  /** Does not wait any longer; nothing happens while connected or on the way. */
  void retryNow() {
    if (link.state() == LinkState.WAITING || link.state() == LinkState.REFUSED) {
      if (nextTry != null) {
        nextTry.cancel();
      }
      connect();
    }
  }

  void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (nextTry != null) {
      nextTry.cancel();
    }
    if (session != null) {
      session.end(new Ending(false, "", null, 0));
    }
    publish(Link.of(LinkState.IDLE));
    loop.end();
  }

  /** Something here failed, most likely the journal's disk: what was not kept comes again. */
  void fault(Throwable e) {
    log.error("The client could not go on with this connection", e);
    broken("What arrived could not be saved on this computer; check its disk.");
  }

  @Override
  public void moved(LinkState state) {
    if (state == LinkState.LIVE) {
      failures = 0;
    }
    publish(Link.of(state));
  }

  @Override
  public void over(Ending ending) {
    session = null;
    try {
      parts.cut();
    } catch (RuntimeException e) {
      log.error("The last events of a connection could not be saved; they come again", e);
    }
    if (closed) {
      return;
    }
    log.info("Not connected to {}: {}", config.server(), ending.problem());
    if (ending.comeBack()) {
      waitAndTry(ending);
    } else {
      publish(new Link(LinkState.REFUSED, ending.problem(), ending.code(), 0));
    }
  }

  private void waitAndTry(Ending ending) {
    long jitter = backoff.delay(failures, config.random()).toMillis();
    long least = Math.min(ending.retryMs(), config.timings().backoffMax().toMillis());
    long delay = Math.max(jitter, least);
    failures++;
    nextTry = loop.after(delay * 1_000_000, this::connect);
    long at = config.clock().millis() + delay;
    publish(new Link(LinkState.WAITING, ending.problem(), null, at));
  }

  @Override
  public void settled(Nonce nonce, long seq) {
    parts.outbox().settled(nonce, seq);
  }

  @Override
  public void got(RoomId room, long seq) {
    if (parts.book().isDirect(room)) {
      parts.signals().got(room, seq);
    }
  }

  @Override
  public void level() {
    if (session != null) {
      session.goLiveWhenLevel();
    }
  }

  @Override
  public void broken(String sentence) {
    if (session != null) {
      session.end(Ending.broken(sentence));
    }
  }

  private void publish(Link next) {
    link = next;
    listener.onLink(next);
  }
}
