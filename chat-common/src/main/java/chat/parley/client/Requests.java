package chat.parley.client;

import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * Commands that wait for their reply. Each is said once: when the line is cut it fails, and whoever
 * asked decides whether to ask again. Loop only.
 */
final class Requests {
  private static final int MAX_WAITING = 1_000;

  /** What to do with the answer, or without one. Called on the loop. */
  interface Answer<T> {
    void got(T reply);

    /**
     * @param why a {@link RefusedException} or a {@link NotConnectedException}
     */
    void failed(RuntimeException why);

    static <T> Answer<T> to(CompletableFuture<T> future) {
      return new Answer<>() {
        @Override
        public void got(T reply) {
          future.complete(reply);
        }

        @Override
        public void failed(RuntimeException why) {
          future.completeExceptionally(why);
        }
      };
    }
  }

  private record Waiting<T extends Event.Reply>(
      Class<T> type, Answer<T> answer, ClientLoop.Timer deadline) {
    void arrived(Event.Reply reply) {
      deadline.cancel();
      if (type.isInstance(reply)) {
        answer.got(type.cast(reply));
      } else {
        failed(new RefusedException(ErrorCode.OTHER, "The server gave an answer of another kind."));
      }
    }

    void failed(RuntimeException why) {
      deadline.cancel();
      answer.failed(why);
    }
  }

  private final Voice voice;
  private final ClientLoop loop;
  private final ServerAddress server;
  private final long replyWithin;
  private final Map<Long, Waiting<?>> waiting = new LinkedHashMap<>();
  private boolean open;

  Requests(Voice voice, ClientLoop loop, ServerAddress server, Timings timings) {
    this.voice = voice;
    this.loop = loop;
    this.server = server;
    this.replyWithin = timings.reply().toNanos();
  }

  /** Logged in: from now on there is somebody to ask. */
  void open() {
    open = true;
  }

  /** The line is gone, and with it every answer. */
  void cut() {
    open = false;
    var lost = List.copyOf(waiting.values());
    waiting.clear();
    lost.forEach(
        request ->
            request.failed(
                new NotConnectedException(
                    "The connection to "
                        + server
                        + " was cut before the answer came; please try again.")));
  }

  <T extends Event.Reply> void ask(LongFunction<Command> command, Class<T> type, Answer<T> answer) {
    if (!open) {
      answer.failed(
          new NotConnectedException(
              "Not connected to " + server + "; try again when the connection is back."));
    } else if (waiting.size() >= MAX_WAITING) {
      answer.failed(
          new RefusedException(
              ErrorCode.TOO_MANY, "Too many questions wait for an answer; wait a moment."));
    } else {
      long id = voice.nextId();
      waiting.put(id, new Waiting<>(type, answer, loop.after(replyWithin, () -> late(id))));
      voice.say(command.apply(id));
    }
  }

  /**
   * @return whether somebody waited for it
   */
  boolean arrived(Event.Reply reply) {
    Waiting<?> request = waiting.remove(reply.re());
    if (request == null) {
      return false;
    }
    if (reply instanceof Event.Failed failed) {
      request.failed(new RefusedException(failed.code(), failed.message(), failed.retryMs()));
    } else {
      request.arrived(reply);
    }
    return true;
  }

  private void late(long id) {
    Waiting<?> request = waiting.remove(id);
    if (request != null) {
      request.failed(
          new NotConnectedException(server + " did not answer in time; please try again."));
    }
  }
}
