package chat.parley.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps somebody out, as those who run the server see it.
 *
 * @param device the one device that it keeps out; null for all of this person
 * @param addresses from which no new guest comes in meanwhile
 * @param until when it is over, epoch milliseconds; 0 for never
 * @param reason as the person is told it; may be empty
 * @param by who decided it
 * @param at when, epoch milliseconds
 */
public record Ban(
    long id,
    User user,
    @Nullable DeviceId device,
    List<String> addresses,
    long until,
    String reason,
    User by,
    long at) {
  public Ban {
    addresses = List.copyOf(addresses);
  }
}
