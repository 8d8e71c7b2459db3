package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this person keeps on the server for all devices: drafts, what they want of rooms. What is
 * put here counts here at once and goes to the server when there is a connection; of two devices
 * the one whom the server hears last wins. What is too long for the server stays here. Loop only.
 */
final class Keeps {
  private static final Logger log = LoggerFactory.getLogger(Keeps.class);
  private static final long LEAST_RETRY_MS = 1_000;

  private final Journal journal;
  private final ClientListener listener;
  private final Requests requests;
  private final ClientLoop loop;
  private final Map<String, Kept> entries = new LinkedHashMap<>();

  /** Keys that are on their way to the server, at most once each. */
  private final Set<String> underWay = new LinkedHashSet<>();

  private long version;
  private Limits allowed = Limits.DEFAULT;
  private boolean loaded;
  private boolean live;

  Keeps(Journal journal, ClientListener listener, Requests requests, ClientLoop loop) {
    this.journal = journal;
    this.listener = listener;
    this.requests = requests;
    this.loop = loop;
  }

  /** The highest version of the server that is known here. */
  long version() {
    load();
    return version;
  }

  /**
   * Logged in.
   *
   * @param sameHistory else what the server kept is another now, and all of it is on its way
   */
  void welcome(boolean sameHistory) {
    load();
    if (!sameHistory) {
      version = 0;
      for (Kept kept : List.copyOf(entries.values())) {
        if (kept.version() != 0) {
          become(new Kept(kept.key(), null, kept.version()));
        }
      }
    }
  }

  void live(Limits now) {
    live = true;
    allowed = now;
    entries.values().stream().filter(kept -> kept.version() == 0).toList().forEach(this::say);
  }

  void cut() {
    live = false;
    underWay.clear();
  }

  void put(String key, @Nullable String value) {
    load();
    Kept before = entries.get(key);
    String known = before == null ? null : before.value();
    if (Objects.equals(known, value)) {
      return;
    }
    var kept = new Kept(key, value, 0);
    become(kept);
    if (live) {
      say(kept);
    }
  }

  /** The server's word. What waits here is newer than that: it was put after what they know. */
  void arrived(Kept kept) {
    load();
    version = Math.max(version, kept.version());
    Kept mine = entries.get(kept.key());
    if (mine == null || mine.version() != 0 || Objects.equals(mine.value(), kept.value())) {
      become(kept);
    } else {
      journal.keep(version, mine);
    }
  }

  private void become(Kept kept) {
    journal.keep(version, kept);
    Kept before =
        kept.value() == null && kept.version() != 0
            ? entries.remove(kept.key())
            : entries.put(kept.key(), kept);
    String known = before == null ? null : before.value();
    if (!Objects.equals(known, kept.value())) {
      listener.onKept(kept);
    }
  }

  private void say(Kept kept) {
    if (!fits(kept)) {
      // Said anyway it would cost the connection, and then again, for ever.
      log.info("What is kept under \"{}\" is too long for the server and stays here.", kept.key());
      return;
    }
    if (!underWay.add(kept.key())) {
      return; // Its answer is followed by the newest one.
    }
    requests.ask(
        id -> new Command.Keep(id, kept.key(), kept.value()),
        Event.Done.class,
        new Requests.Answer<>() {
          @Override
          public void got(Event.Done done) {
            said(kept);
          }

          @Override
          public void failed(RuntimeException why) {
            notSaid(kept, why);
          }
        });
  }

  private boolean fits(Kept kept) {
    return new Command.Keep(Long.MAX_VALUE, kept.key(), kept.value()).fits(allowed);
  }

  /** The server told its version before it said done, unless nothing changed there. */
  private void said(Kept kept) {
    underWay.remove(kept.key());
    Kept now = entries.get(kept.key());
    if (now == null || now.version() != 0) {
      return;
    }
    if (Objects.equals(now.value(), kept.value())) {
      become(new Kept(kept.key(), kept.value(), Math.max(1, version)));
    } else if (live) {
      say(now);
    }
  }

  private void notSaid(Kept kept, RuntimeException why) {
    if (!underWay.remove(kept.key())) {
      return; // The line is gone; it is said when there is a new one.
    }
    if (why instanceof RefusedException refused && refused.code().temporary()) {
      long waitMs = Math.max(LEAST_RETRY_MS, refused.retryMs());
      loop.after(waitMs * 1_000_000, () -> sayAgain(kept.key()));
    } else if (why instanceof RefusedException) {
      log.warn("The server does not keep \"{}\": {}", kept.key(), why.getMessage());
      become(new Kept(kept.key(), kept.value(), Math.max(1, version)));
    }
  }

  private void sayAgain(String key) {
    Kept kept = entries.get(key);
    if (live && kept != null && kept.version() == 0) {
      say(kept);
    }
  }

  private void load() {
    if (!loaded) {
      loaded = true;
      Journal.Keeps kept = journal.keeps();
      version = kept.version();
      kept.entries().forEach(one -> entries.put(one.key(), one));
    }
  }
}
