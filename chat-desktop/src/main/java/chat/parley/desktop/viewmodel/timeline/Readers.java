package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.Member;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** How far the other people of a direct room have come, as far as they tell. */
final class Readers {
  private record Progress(String name, long read, long got) {
    Progress atLeast(long moreRead, long moreGot) {
      return new Progress(name, Math.max(read, moreRead), Math.max(got, moreGot));
    }
  }

  private final SequencedMap<UserId, Progress> others = new LinkedHashMap<>();

  /** Of a room that is not direct: nobody. */
  Readers(List<User> with) {
    with.forEach(user -> others.put(user.id(), new Progress(user.name(), 0, 0)));
  }

  boolean isEmpty() {
    return others.isEmpty();
  }

  void members(List<Member> members) {
    members.forEach(member -> moved(member.user().id(), member.read(), member.got()));
  }

  void seen(Event.Seen seen) {
    moved(seen.user(), seen.read(), seen.got());
  }

  private void moved(UserId user, long read, long got) {
    others.computeIfPresent(user, (_, before) -> before.atLeast(read, Math.max(read, got)));
  }

  /** What is known of my message of that seq; null when nobody else is here. */
  @Nullable Receipt receipt(long seq) {
    if (others.isEmpty()) {
      return null;
    }
    List<String> seenBy =
        others.values().stream().filter(one -> one.read >= seq).map(Progress::name).toList();
    boolean delivered = others.values().stream().allMatch(one -> one.got >= seq);
    Receipt.Step step =
        seenBy.size() == others.size()
            ? Receipt.Step.SEEN
            : delivered ? Receipt.Step.DELIVERED : Receipt.Step.SENT;
    return new Receipt(step, others.size() == 1 ? List.of() : seenBy);
  }
}
