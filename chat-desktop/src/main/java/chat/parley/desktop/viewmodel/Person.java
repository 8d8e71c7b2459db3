package chat.parley.desktop.viewmodel;

import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a list of people.
 *
 * @param rank what they may do in the room the list is about
 * @param status what they say about themselves; null when nothing, or when it is over
 * @param mutedUntil until when they may not write there, epoch milliseconds, as moderators see it;
 *     0 when they may
 */
public record Person(
    UserId id,
    String name,
    Role role,
    Presence presence,
    Rank rank,
    @Nullable Status status,
    boolean me,
    long mutedUntil) {

  public static Person of(Member member, UserId me) {
    User user = member.user();
    return new Person(
        user.id(),
        user.name(),
        user.role(),
        member.presence(),
        member.rank(),
        member.status(),
        user.id().equals(me),
        member.mutedUntil());
  }

  public Person with(Presence nowPresence, @Nullable Status nowStatus) {
    return new Person(id, name, role, nowPresence, rank, nowStatus, me, mutedUntil);
  }

  public boolean guest() {
    return role == Role.GUEST;
  }
}
