package chat.parley.server.store;

import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.server.store.Desk.Guest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is banned by address does not come in by the next one of 2^64. */
class AddressBanTest extends StoreTest {
  private final AtomicInteger names = new AtomicInteger();

  @Test
  void aBanByAddressHoldsForAllAddressesOfTheSameNetworkOfIpv6() {
    Guest mallory = Desk.stranger("mallory");
    desk.done(from(mallory, "2001:db8:0:7:0:0:0:1"));
    Guest cleo = Desk.stranger("cleo");
    var owner = new User(cleo.id(), "cleo", Role.MEMBER);
    desk.done(
        new Write.AddAccount(
            owner, "cleo", "hash", new Write.Right.First(), cleo.coming().device()));
    desk.done(new Write.By<>(owner, new Ruling.Ban(mallory.id(), null, true, 0, "")));

    desk.refused(ErrorCode.BANNED, from(fresh(), "2001:db8:0:7:0:0:0:1"));
    desk.refused(ErrorCode.BANNED, from(fresh(), "2001:db8:0:7:ffff:0:0:2"));
    desk.done(from(fresh(), "2001:db8:0:8:0:0:0:1"));
  }

  private Guest fresh() {
    return Desk.stranger("fresh " + names.incrementAndGet());
  }

  private static Write.AddGuest from(Guest guest, String address) {
    return new Write.AddGuest(
        guest.user(),
        guest.key(),
        new Write.NewDevice(guest.device(), guest.token(), "test", address));
  }
}
