package chat.parley.server.store;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.Report;
import chat.parley.model.Resident;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is read for those who moderate rooms or run the server, and what a server must know of their
 * decisions when it starts. Like {@link Store}: from any thread, blocks, throws {@link
 * StoreException}. Who may see what is not checked here, except where it says so.
 */
public final class Overview {
  private final Readers readers;
  private final InstantSource clock;

  Overview(Readers readers, InstantSource clock) {
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * A page that goes on.
   *
   * @param next what to give as {@code before} for older ones; 0 when there are none
   */
  public record Page<T>(List<T> items, long next) {}

  /**
   * @param more whether there are others after them
   */
  public record Roll(List<Resident> people, boolean more) {}

  /**
   * @param until epoch milliseconds; 0 for who is not muted
   * @param reader whether they only read there, for as long as nobody says otherwise
   */
  public record Silence(RoomId room, UserId user, long until, boolean reader) {}

  /** What somebody may see of reports. */
  public sealed interface Scope {
    /** All of them. */
    record Everything() implements Scope {}

    /** Those of rooms that this person moderates. */
    record Moderated() implements Scope {}
  }

  /**
   * Newest first.
   *
   * @param reader for whom rooms have the names that they may know
   * @param room null for all
   * @param before 0 for the newest
   */
  public Page<Report> reports(
      UserId reader, Scope scope, @Nullable RoomId room, boolean resolved, long before, int limit) {
    return readers.read(
        db -> ReportQuestions.page(db, reader, scope, room, resolved, before, limit));
  }

  /**
   * How many wait in each room of which this person sees them; rooms where none does are left out.
   */
  public List<Event.Reported> waiting(UserId reader, Scope scope) {
    return readers.read(db -> ReportQuestions.waiting(db, reader, scope));
  }

  /** Those that hold, newest first. */
  public Page<Ban> bans(long before, int limit) {
    return readers.read(db -> OversightQuestions.bans(db, before, limit, clock.millis()));
  }

  /** Everybody whose name has {@code query} in it, by name; all are offline here. */
  public Roll roster(String query, int skip, int limit) {
    return readers.read(db -> ResidentQuestions.roster(db, query, skip, limit, clock.millis()));
  }

  /** Those that are good, newest first. */
  public List<Invitation> invites() {
    return readers.read(db -> OversightQuestions.invites(db, clock.millis()));
  }

  /** Newest first, as far as that person may know. */
  public Page<AuditEntry> audit(UserId reader, long before, int limit) {
    return readers.read(db -> OversightQuestions.audit(db, reader, before, limit));
  }

  /** Without what only the running server knows: connections, uptime and trouble. */
  public Figures figures() {
    return readers.read(OversightQuestions::figures);
  }

  public Ruling.Chosen settings() {
    return readers.read(ServerBook::chosen);
  }

  /** What was announced last, whether it is over or not. */
  public Optional<Event.Announced> announced() {
    return readers.read(ServerBook::announced);
  }

  /** Whether that code resets the password of the account of that name. */
  public boolean isReset(String nameKey, String codeHash) {
    return readers.read(db -> AccountQuestions.isReset(db, nameKey, codeHash, clock.millis()));
  }

  /** Everybody who may not write somewhere. */
  public List<Silence> silenced() {
    return readers.read(db -> OversightQuestions.silenced(db, clock.millis()));
  }
}
