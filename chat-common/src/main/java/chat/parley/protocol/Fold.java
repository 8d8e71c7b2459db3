package chat.parley.protocol;

import chat.parley.model.Changes;
import chat.parley.model.Reaction;
import chat.parley.model.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a message when something happens to it. Server, clients and tests fold alike, so
 * that a message after its events is the message that a fresh page of history has. Pure.
 *
 * <p>A change that is in the message already (see {@link Changes#seq}) does nothing, so it does no
 * harm to fold what a page may have had.
 */
public final class Fold {
  private Fold() {}

  /** The seq of the message that an event is about; 0 when it is about none. */
  public static long targetOf(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message message -> message.ties().thread();
      case Event.Change change -> change.target();
      case Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          0;
    };
  }

  /** The message after an event of its room. */
  public static Event.Message after(Event.Message message, Event.RoomEvent event) {
    Changes before = message.changes();
    if (targetOf(event) != message.seq() || event.seq() <= before.seq()) {
      return message;
    }
    return switch (event) {
      case Event.Message reply -> with(message, replied(before, reply));
      case Event.Edited edited ->
          new Event.Message(
              message.room(),
              message.seq(),
              message.from(),
              message.name(),
              message.at(),
              before.deleted() ? message.body() : edited.body(),
              before.deleted() ? message.mentions() : edited.mentions(),
              message.nonce(),
              message.ties(),
              edited(before, edited));
      case Event.Deleted deleted -> gone(message, deleted.seq());
      case Event.Reacted reacted -> with(message, reacted(before, reacted));
      case Event.Pinned pinned ->
          with(
              message,
              new Changes(
                  pinned.seq(),
                  before.editedAt(),
                  before.deleted(),
                  // Of what is gone because of its age the log still tells that it was pinned.
                  pinned.on() && !before.deleted(),
                  before.reactions(),
                  before.replies()));
      case Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          message;
    };
  }

  /**
   * What was said or done before by somebody who has another name now. What says who changed a room
   * keeps the name that they had then.
   */
  public static Event.RoomEvent renamed(Event.RoomEvent event, Event.Renamed renamed) {
    String name = renamed.name();
    UserId who = renamed.from();
    return switch (event) {
      case Event.Message e when e.from().equals(who) ->
          new Event.Message(
              e.room(),
              e.seq(),
              who,
              name,
              e.at(),
              e.body(),
              e.mentions(),
              e.nonce(),
              e.ties(),
              e.changes());
      case Event.Edited e when e.from().equals(who) ->
          new Event.Edited(
              e.room(), e.seq(), who, name, e.at(), e.target(), e.body(), e.mentions());
      case Event.Deleted e when e.from().equals(who) ->
          new Event.Deleted(e.room(), e.seq(), who, name, e.at(), e.target());
      case Event.Reacted e when e.from().equals(who) ->
          new Event.Reacted(e.room(), e.seq(), who, name, e.at(), e.target(), e.emoji(), e.on());
      case Event.Pinned e when e.from().equals(who) ->
          new Event.Pinned(e.room(), e.seq(), who, name, e.at(), e.target(), e.on());
      case Event.JoinedRoom e when e.from().equals(who) ->
          new Event.JoinedRoom(e.room(), e.seq(), who, name, e.at(), e.by());
      case Event.LeftRoom e when e.from().equals(who) ->
          new Event.LeftRoom(e.room(), e.seq(), who, name, e.at(), e.by());
      case Event.Message _,
          Event.Change _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          event;
    };
  }

  /**
   * What an event of a room is once messages are gone because of their age.
   *
   * @param upTo the seq up to which they are
   */
  public static Event.RoomEvent expired(Event.RoomEvent event, long upTo) {
    return switch (event) {
      case Event.Message message when message.seq() <= upTo && !message.changes().deleted() ->
          gone(message, Math.max(message.seq(), message.changes().seq()));
      case Event.Edited edited when edited.target() <= upTo -> silenced(edited);
      case Event.Message _,
          Event.Change _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          event;
    };
  }

  /** What an event of a room is once a message was deleted: its edits say nothing any more. */
  public static Event.RoomEvent wiped(Event.RoomEvent event, Event.Deleted deleted) {
    return event instanceof Event.Edited edited && edited.target() == deleted.target()
        ? silenced(edited)
        : event;
  }

  private static Event.Edited silenced(Event.Edited edited) {
    return edited.body().isEmpty()
        ? edited
        : new Event.Edited(
            edited.room(),
            edited.seq(),
            edited.from(),
            edited.name(),
            edited.at(),
            edited.target(),
            "",
            List.of());
  }

  private static Event.Message gone(Event.Message message, long changedBy) {
    return new Event.Message(
        message.room(),
        message.seq(),
        message.from(),
        message.name(),
        message.at(),
        "",
        List.of(),
        message.nonce(),
        message.ties().with(List.of()),
        new Changes(changedBy, 0, true, false, List.of(), message.changes().replies()));
  }

  private static Event.Message with(Event.Message message, Changes changes) {
    return new Event.Message(
        message.room(),
        message.seq(),
        message.from(),
        message.name(),
        message.at(),
        message.body(),
        message.mentions(),
        message.nonce(),
        message.ties(),
        changes);
  }

  private static Changes edited(Changes before, Event.Edited edited) {
    return new Changes(
        edited.seq(),
        before.deleted() ? 0 : edited.at(),
        before.deleted(),
        before.pinned(),
        before.reactions(),
        before.replies());
  }

  private static Changes reacted(Changes before, Event.Reacted reacted) {
    return new Changes(
        reacted.seq(),
        before.editedAt(),
        before.deleted(),
        before.pinned(),
        before.deleted() ? List.of() : reactions(before.reactions(), reacted),
        before.replies());
  }

  private static List<Reaction> reactions(List<Reaction> before, Event.Reacted reacted) {
    var now = new ArrayList<Reaction>();
    boolean found = false;
    for (Reaction reaction : before) {
      if (reaction.emoji().equals(reacted.emoji())) {
        found = true;
        reaction = new Reaction(reaction.emoji(), people(reaction.by(), reacted));
      }
      if (!reaction.by().isEmpty()) {
        now.add(reaction);
      }
    }
    if (!found && reacted.on()) {
      now.add(new Reaction(reacted.emoji(), List.of(reacted.from())));
    }
    return now;
  }

  private static List<UserId> people(List<UserId> before, Event.Reacted reacted) {
    if (before.contains(reacted.from())) {
      return reacted.on()
          ? before
          : before.stream().filter(user -> !user.equals(reacted.from())).toList();
    }
    var now = new ArrayList<>(before);
    if (reacted.on()) {
      now.add(reacted.from());
    }
    return now;
  }

  private static Changes replied(Changes before, Event.Message reply) {
    var by = new ArrayList<UserId>();
    by.add(reply.from());
    before.replies().by().stream().filter(user -> !user.equals(reply.from())).forEach(by::add);
    var replies =
        new Changes.Replies(
            before.replies().count() + 1,
            reply.seq(),
            by.subList(0, Math.min(by.size(), Changes.Replies.MOST_PEOPLE)));
    return new Changes(
        reply.seq(),
        before.editedAt(),
        before.deleted(),
        before.pinned(),
        before.reactions(),
        replies);
  }
}
