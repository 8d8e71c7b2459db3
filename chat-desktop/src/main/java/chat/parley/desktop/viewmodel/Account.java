package chat.parley.desktop.viewmodel;

/**
 * Who I am on one of my servers.
 *
 * @param address as {@link chat.parley.client.ServerAddress} writes it
 */
public record Account(String address, String name) {
  /** Whether both are one person on one server; small and capital letters are one. */
  public boolean isSame(Account other) {
    return address.equals(other.address) && name.equalsIgnoreCase(other.name);
  }
}
