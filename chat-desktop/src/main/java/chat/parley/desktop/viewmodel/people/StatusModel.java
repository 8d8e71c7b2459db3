package chat.parley.desktop.viewmodel.people;

import chat.parley.desktop.viewmodel.Objections;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What I let others know about myself, and the form in which I change it. */
public final class StatusModel {
  /** When a status ends by itself. */
  public enum Expiry {
    HALF_HOUR,
    HOUR,
    FOUR_HOURS,
    TODAY,
    NEVER;

    /** Epoch milliseconds; 0 for never. */
    long from(ZonedDateTime now) {
      return switch (this) {
        case HALF_HOUR -> now.plus(Duration.ofMinutes(30)).toInstant().toEpochMilli();
        case HOUR -> now.plus(Duration.ofHours(1)).toInstant().toEpochMilli();
        case FOUR_HOURS -> now.plus(Duration.ofHours(4)).toInstant().toEpochMilli();
        case TODAY -> now.truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant().toEpochMilli();
        case NEVER -> 0;
      };
    }
  }

  /** Something people often say. */
  public record Suggestion(String emoji, String text, Expiry expiry) {}

  private final ReadOnlyObjectWrapper<@Nullable Status> status =
      new ReadOnlyObjectWrapper<>(this, "status");
  private final StringProperty emoji = new SimpleStringProperty(this, "emoji", "");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<Expiry> expiry =
      new SimpleObjectProperty<>(this, "expiry", Expiry.TODAY);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private final PeopleBook book;
  private @Nullable Seat seat;

  StatusModel(PeopleBook book) {
    this.book = book;
    book.listen(
        user -> {
          if (seat != null && user.equals(seat.me().id())) {
            status.set(book.status(user));
          }
        });
    emoji.addListener((_, _, _) -> problem.set(""));
    text.addListener((_, _, _) -> problem.set(""));
  }

  /** What others see of me now; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public StringProperty emojiProperty() {
    return emoji;
  }

  public StringProperty textProperty() {
    return text;
  }

  public ObjectProperty<Expiry> expiryProperty() {
    return expiry;
  }

  /** Why the status cannot be used, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public static List<Suggestion> suggestions() {
    return List.of(
        suggestion("\uD83D\uDCC5", "status.meeting", Expiry.HOUR),
        suggestion("\uD83C\uDF7D\uFE0F", "status.lunch", Expiry.HOUR),
        suggestion("\uD83C\uDFE0", "status.home", Expiry.TODAY),
        suggestion("\uD83E\uDD12", "status.sick", Expiry.TODAY),
        suggestion("\uD83C\uDF34", "status.holiday", Expiry.NEVER));
  }

  private static Suggestion suggestion(String emoji, String key, Expiry expiry) {
    return new Suggestion(emoji, Texts.of(key), expiry);
  }

  /** Fills the form with what is said now. */
  public void edit() {
    Status now = status.get();
    emoji.set(now == null ? "" : now.emoji());
    text.set(now == null ? "" : now.text());
    expiry.set(now != null && now.until() == 0 ? Expiry.NEVER : Expiry.TODAY);
    problem.set("");
  }

  public void choose(Suggestion suggestion) {
    emoji.set(suggestion.emoji());
    text.set(suggestion.text());
    expiry.set(suggestion.expiry());
  }

  /** Says what the form says; {@code done} runs when the server has it. */
  public void save(Runnable done) {
    if (seat == null) {
      return;
    }
    ZonedDateTime now =
        Instant.ofEpochMilli(seat.around().clock().millis()).atZone(seat.around().zone());
    var said = new Status(emoji.get().strip(), text.get().strip(), expiry.get().from(now));
    if (said.emoji().isEmpty() && said.text().isEmpty()) {
      say(null, done);
      return;
    }
    problem.set(Objections.toStatus(said));
    if (problem.get().isEmpty()) {
      say(said, done);
    }
  }

  /** Says nothing any more. */
  public void clear(Runnable done) {
    say(null, done);
  }

  private void say(@Nullable Status said, Runnable done) {
    if (seat == null) {
      return;
    }
    Seat mine = seat;
    mine.await(
        mine.connection().status(said),
        _ -> {
          book.say(mine.me().id(), said);
          done.run();
        },
        e -> problem.set(Sentences.of(e)));
  }

  void attach(Seat now) {
    seat = now;
    status.set(book.status(now.me().id()));
  }

  void detach() {
    seat = null;
    status.set(null);
  }
}
