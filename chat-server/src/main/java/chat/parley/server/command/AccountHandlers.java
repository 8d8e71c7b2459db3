package chat.parley.server.command;

import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Names;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.Passes;
import chat.parley.server.access.Secrets;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Write;
import java.util.List;

/** What people do with their own account and devices. */
final class AccountHandlers {
  private static final String LOGGED_OUT = "This device was logged out.";

  private final House house;
  private final LogIn logIn;
  private final PasswordCheck passwords;

  AccountHandlers(House house) {
    this.house = house;
    this.logIn = new LogIn(house);
    this.passwords = new PasswordCheck(house);
  }

  void handle(Session session, Command.Account command) throws Refusal {
    house.requireRate(Rates.Kind.ACCOUNT, session.user().id());
    switch (command) {
      case Command.ChangeName c -> rename(session, c);
      case Command.ChangePassword c -> password(session, c);
      case Command.BecomeMember c -> become(session, c);
      case Command.Devices c -> devices(session, c);
      case Command.LogOut c -> logOut(session, c);
      case Command.Renew c -> renew(session, c);
    }
  }

  private void rename(Session session, Command.ChangeName command) throws Refusal {
    String name = Names.clean(command.name());
    String key = LogIn.keyOf(name);
    house.requireRate(Rates.Kind.NAMES, session.user().id());
    house.write(
        session,
        command.id(),
        new Write.Rename(session.user().id(), name, key),
        now -> {
          house.rooms().become(now);
          session.reply(new Event.Done(command.id()));
        });
  }

  private void password(Session session, Command.ChangePassword command) throws Refusal {
    User user = session.user();
    String before = passwords.require(user, command.current(), session.address());
    String hash = passwords.newHash(command.fresh(), user.name());
    String token = house.secrets().token();
    house.write(
        new Write.ChangePassword(user.id(), hash, before, session.device(), Secrets.hash(token)));
    // Another connection of this very device may be somebody's who took a pass of it.
    house.rooms().endOthers(user.id(), session, CloseCode.LOGGED_OUT, LOGGED_OUT);
    session.reply(new Event.NewToken(token));
    session.reply(new Event.Done(command.id()));
  }

  private void become(Session session, Command.BecomeMember command) throws Refusal {
    if (session.isByPass()) {
      throw new Refusal(
          ErrorCode.FORBIDDEN, "A pass makes no account. Come in by token and try again.");
    }
    User user = session.user();
    Write.Right right = logIn.right(command.invite());
    String hash = passwords.newHash(command.password(), user.name());
    User now = house.write(new Write.BecomeMember(user.id(), hash, right));
    logIn.used(right);
    house.rooms().become(now);
    session.reply(new Event.Done(command.id()));
  }

  private void devices(Session session, Command.Devices command) {
    List<Device> devices =
        house.store().devicesOf(session.user().id()).stream()
            .map(device -> device.id().equals(session.device()) ? current(device) : device)
            .toList();
    session.reply(new Event.DeviceList(command.id(), devices));
  }

  private static Device current(Device device) {
    return new Device(
        device.id(), device.agent(), device.address(), device.createdAt(), device.seenAt(), true);
  }

  private void logOut(Session session, Command.LogOut command) throws Refusal {
    User user = session.user();
    DeviceId own = session.device();
    List<DeviceId> ended =
        house.write(
            new Write.EndDevices(
                user.id(), command.device(), command.device() == null ? own : null));
    session.reply(new Event.Done(command.id()));
    end(user, ended);
  }

  private void renew(Session session, Command.Renew command) throws Refusal {
    if (session.isByPass()) {
      throw new Refusal(
          ErrorCode.FORBIDDEN, "A pass gets no other pass. Come in by token or password.");
    }
    Passes.Issued pass =
        house
            .credentials()
            .passes()
            .issue(
                session.user().id(), session.device(), house.store().passRound(session.device()));
    session.reply(new Event.Pass(command.id(), pass.token(), pass.until()));
  }

  private void end(User user, List<DeviceId> devices) {
    house.rooms().end(user.id(), devices, CloseCode.LOGGED_OUT, LOGGED_OUT);
  }
}
