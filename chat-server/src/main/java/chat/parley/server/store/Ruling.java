package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Door;
import chat.parley.model.Invitation;
import chat.parley.model.MessageLimits;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does by the power of a role or a rank; see {@link Write.By}. Whether they may, the
 * {@link Rules} say inside the transaction. What changes something leaves a row in the audit log.
 *
 * @param <R> what the writer learns once it is on disk
 */
public sealed interface Ruling<R> {
  /**
   * @param seconds 0 lets the member write again
   */
  record Mute(RoomId room, UserId user, long seconds) implements Ruling<Muted> {}

  record SlowMode(RoomId room, int seconds) implements Ruling<Write.Changed> {}

  /** Takes nothing but membership. */
  record Report(RoomId room, long seq, String reason) implements Ruling<Reported> {}

  record Resolve(long report, String note) implements Ruling<Reported> {}

  record SetRole(UserId user, Role role) implements Ruling<User> {}

  /** Writes nothing but the audit log. */
  record Kick(UserId user, String reason) implements Ruling<User> {}

  /**
   * @param device null for all devices
   * @param address whether nobody new comes in from where they were
   * @param seconds 0 for ever
   */
  record Ban(UserId user, @Nullable DeviceId device, boolean address, long seconds, String reason)
      implements Ruling<Banned> {}

  record Unban(long ban) implements Ruling<Write.Changed> {}

  /**
   * @param codeHash the hash of its code; the code itself is never stored
   */
  record CreateInvite(String id, String codeHash, Role role, int uses, long seconds, String note)
      implements Ruling<Invitation> {}

  record RevokeInvite(String id) implements Ruling<Write.Changed> {}

  /**
   * The one before is over.
   *
   * @param codeHash the hash of its code; the code itself is never stored
   */
  record ResetPassword(UserId user, String codeHash) implements Ruling<Until> {}

  /**
   * @param device null for all
   */
  record EndDevices(UserId user, @Nullable DeviceId device) implements Ruling<List<DeviceId>> {}

  record Rename(UserId user, String name, String nameKey) implements Ruling<User> {}

  /** What is null stays. */
  record ChangeSettings(
      @Nullable String name,
      @Nullable Door door,
      @Nullable String motd,
      @Nullable Integer retentionDays,
      @Nullable MessageLimits messages)
      implements Ruling<Chosen> {}

  /**
   * @param text empty takes back what is announced
   */
  record Announce(String text, long seconds) implements Ruling<Event.Announced> {}

  /**
   * @param news how many wait in the room now, for each who sees reports of it; nobody when nothing
   *     changed
   */
  record Reported(Map<UserId, Event.Reported> news) {
    static final Reported NOTHING = new Reported(Map.of());
  }

  /**
   * @param until epoch milliseconds; 0 when they may write
   */
  record Muted(long until) {}

  /**
   * @param device null for all devices
   * @param until epoch milliseconds; {@link Long#MAX_VALUE} for ever
   */
  record Banned(User user, @Nullable DeviceId device, long until) {}

  /**
   * @param at epoch milliseconds
   */
  record Until(long at) {}

  /** The settings that were decided while the server ran; the others are null. */
  record Chosen(
      @Nullable String name,
      @Nullable Door door,
      @Nullable String motd,
      @Nullable Integer retentionDays,
      @Nullable MessageLimits messages) {}
}
