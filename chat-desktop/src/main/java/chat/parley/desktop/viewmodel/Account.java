package chat.parley.desktop.viewmodel;

/**
 * Who I am on one of my servers.
 *
 * @param address as {@link chat.parley.client.ServerAddress} writes it
 * @param name as the server has it
 * @param keptAs the name under which this computer keeps what it has of me there: the one I came
 *     with first, whatever I am called since
 */
public record Account(String address, String name, String keptAs) {
  /** Of somebody who was never called otherwise. */
  public Account(String address, String name) {
    this(address, name, name);
  }

  /** The same person by another name. */
  public Account named(String now) {
    return new Account(address, now, keptAs);
  }

  /** Whether both are one person on one server; small and capital letters are one. */
  public boolean isSame(Account other) {
    return address.equals(other.address) && name.equalsIgnoreCase(other.name);
  }
}
