package chat.parley.desktop.testing;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.outside.Finder;
import chat.parley.discovery.FoundServer;
import chat.parley.model.Fingerprint;
import chat.parley.protocol.Advert;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A network of which a test says who is on it. */
public final class FakeFinder implements Finder {
  /** What was asked to be knocked at, a list for each check. */
  public final List<List<ServerAddress>> checked = new ArrayList<>();

  /** What the next check shows. */
  public Checkup checkup = new Checkup(List.of("192.168.1.20"), List.of(), List.of(), false);

  private final List<Consumer<List<Seen>>> listeners = new ArrayList<>();

  /** How many searches go on. */
  public int searches() {
    return listeners.size();
  }

  public void see(Seen... all) {
    List.copyOf(listeners).forEach(listener -> listener.accept(List.of(all)));
  }

  /**
   * @param key the digit of which its key is made; 0 for none
   */
  public static Seen seen(
      String name, int key, int people, Acquaintance acquaintance, String... hosts) {
    Fingerprint print = key == 0 ? null : new Fingerprint(String.valueOf(key).repeat(64));
    return new Seen(
        new FoundServer(
            new Advert("id-" + name.replace(' ', '-') + key, name, 7070, print, people, "0.1.0"),
            Stream.of(hosts).map(host -> new ServerAddress(host, 7070)).toList()),
        acquaintance);
  }

  @Override
  public Runnable look(Consumer<List<Seen>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void check(List<ServerAddress> at, Consumer<Checkup> done) {
    checked.add(at);
    done.accept(checkup);
  }
}
