package chat.parley.model;

/**
 * One of a person's own devices, as that person sees it.
 *
 * @param agent the client software, as it called itself
 * @param address from where it was last used; empty when that is not known
 * @param createdAt of its first log-in, epoch milliseconds
 * @param seenAt of its last log-in, epoch milliseconds
 * @param current whether it is the one that asks
 */
public record Device(
    DeviceId id, String agent, String address, long createdAt, long seenAt, boolean current) {}
