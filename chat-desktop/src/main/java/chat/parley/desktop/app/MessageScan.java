package chat.parley.desktop.app;

import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the kept messages for words, by reading them: an index would have to be kept up
 * with every message, for the few times when there is no connection. Rooms are read side by side
 * from their ends, and only as far as a page needs.
 */
final class MessageScan implements AutoCloseable {
  private final Connection db;
  private final SearchWords words;
  private final Command.Narrow narrow;
  private final Sieve sieve;
  private final List<RoomBackwards> rooms = new ArrayList<>();

  private MessageScan(Connection db, SearchWords words, Command.Narrow narrow) {
    this.db = db;
    this.words = words;
    this.narrow = narrow;
    sieve = new Sieve(words, narrow);
  }

  /**
   * See {@link chat.parley.desktop.viewmodel.outside.Archive#search}.
   *
   * @param before how many that fit were on the pages before
   */
  static Event.Hits search(
      Connection db, SearchWords words, Command.Narrow narrow, long before, int limit)
      throws SQLException {
    try (var scan = new MessageScan(db, words, narrow)) {
      return scan.page(before, limit);
    }
  }

  /** What they are called in the last that they said. */
  static Map<UserId, String> authors(Connection db) throws SQLException {
    String all =
        """
        SELECT json_extract(json, '$.from') AS author, json_extract(json, '$.name'), max(seq)
        FROM event WHERE json_extract(json, '$.type') = 'message' GROUP BY author
        """;
    var authors = new LinkedHashMap<UserId, String>();
    try (PreparedStatement sql = db.prepareStatement(all);
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        authors.put(new UserId(row.getString(1)), row.getString(2));
      }
    }
    return authors;
  }

  private Event.Hits page(long skip, int limit) throws SQLException {
    RoomId one = narrow.room();
    Collection<RoomId> all = one == null ? EventTable.cursors(db).keySet() : List.of(one);
    // Of two at the same time, the order must be the same on each page.
    var next =
        new PriorityQueue<RoomBackwards>(
            Comparator.comparingLong(RoomBackwards::at)
                .reversed()
                .thenComparing(room -> room.id.value()));
    for (RoomId id : all) {
      var room = new RoomBackwards(id);
      rooms.add(room);
      if (room.goOn()) {
        next.add(room);
      }
    }
    var found = new ArrayList<Event.Message>();
    long passed = 0;
    while (!next.isEmpty() && found.size() < limit) {
      RoomBackwards newest = next.remove();
      if (passed++ >= skip && newest.now != null) {
        found.add(newest.now);
      }
      if (newest.goOn()) {
        next.add(newest);
      }
    }
    return new Event.Hits(0, found, next.isEmpty() ? 0 : passed);
  }

  private boolean fits(Event.Message message) {
    String text = SearchWords.searchable(message.body(), message.ties().files());
    return !text.isEmpty()
        && (narrow.from() == null || narrow.from().equals(message.from()))
        && (narrow.since() == 0 || message.at() >= narrow.since())
        && (narrow.until() == 0 || message.at() < narrow.until())
        && (!narrow.files() || !message.ties().files().isEmpty())
        && words.areIn(text);
  }

  @Override
  public void close() throws SQLException {
    for (RoomBackwards room : rooms) {
      room.close();
    }
  }

  /** The messages of a room that fit, from the newest on. */
  private final class RoomBackwards {
    private final RoomId id;
    private final PreparedStatement sql;
    private final ResultSet rows;
    private Event.@Nullable Message now;

    RoomBackwards(RoomId id) throws SQLException {
      this.id = id;
      sql = db.prepareStatement("SELECT json FROM event WHERE room = ? ORDER BY seq DESC");
      sql.setString(1, id.value());
      rows = sql.executeQuery();
    }

    long at() {
      return now == null ? 0 : now.at();
    }

    /** Goes on to the next older one; answers whether there is one. */
    boolean goOn() throws SQLException {
      while (rows.next()) {
        String json = rows.getString(1);
        if (sieve.letsThrough(json)
            && EventTable.event(json) instanceof Event.Message message
            && fits(message)) {
          now = message;
          return true;
        }
      }
      now = null;
      return false;
    }

    void close() throws SQLException {
      rows.close();
      sql.close();
    }
  }
}
