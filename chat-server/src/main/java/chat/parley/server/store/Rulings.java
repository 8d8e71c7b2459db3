package chat.parley.server.store;

import java.sql.SQLException;

/** Takes each ruling to who carries it out. Committer's thread only. */
final class Rulings {
  private final Restraints restraints;
  private final Reports reports;
  private final Stewards stewards;
  private final Bans bans;
  private final Invites invites;
  private final ServerBook book;

  Rulings(
      Restraints restraints,
      Reports reports,
      Stewards stewards,
      Bans bans,
      Invites invites,
      ServerBook book) {
    this.restraints = restraints;
    this.reports = reports;
    this.stewards = stewards;
    this.bans = bans;
    this.invites = invites;
    this.book = book;
  }

  Result<?> carryOut(Write.By<?> write) throws SQLException, Refused {
    return switch (write.ruling()) {
      case Ruling.Mute r -> restraints.mute(write, r);
      case Ruling.SlowMode r -> restraints.slow(write, r);
      case Ruling.Report r -> reports.report(write, r);
      case Ruling.Resolve r -> reports.resolve(write, r);
      case Ruling.SetRole r -> stewards.setRole(write, r);
      case Ruling.Kick r -> stewards.kick(write, r);
      case Ruling.ResetPassword r -> stewards.reset(write, r);
      case Ruling.EndDevices r -> stewards.end(write, r);
      case Ruling.Rename r -> stewards.rename(write, r);
      case Ruling.Ban r -> bans.ban(write, r);
      case Ruling.Unban r -> bans.unban(write, r);
      case Ruling.CreateInvite r -> invites.create(write, r);
      case Ruling.RevokeInvite r -> invites.revoke(write, r);
      case Ruling.ChangeSettings r -> book.change(write, r);
      case Ruling.Announce r -> book.announce(write, r);
    };
  }
}
