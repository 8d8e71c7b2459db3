package chat.parley.model;

import java.util.List;

/**
 * A person as those who run the server see them.
 *
 * @param account whether they have a password
 * @param createdAt when they first came, epoch milliseconds
 * @param seenAt when a device of theirs last logged in, epoch milliseconds; 0 for never
 * @param banned whether they are kept out now, with all their devices
 * @param bannedUntil when that is over, epoch milliseconds; 0 for never, and when they are not
 * @param devices those that are not logged out, the one used last first
 */
public record Resident(
    User user,
    boolean account,
    Presence presence,
    long createdAt,
    long seenAt,
    boolean banned,
    long bannedUntil,
    List<Device> devices) {
  public Resident {
    devices = List.copyOf(devices);
  }
}
