package chat.parley.desktop.testing;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A computer that starts servers at once. */
public final class FakeHost implements Host {
  public final List<String> called = new ArrayList<>();
  public List<String> addresses = List.of("192.168.1.5");
  public Start starts = Start.UNABLE;
  public String refusal = "";
  public Invitation own = Invitation.to(new ServerAddress("127.0.0.1", 7071));
  public @Nullable String setUpCode;
  private boolean runs;

  private Hosted hosted() {
    return new Hosted(own, setUpCode);
  }

  @Override
  public void find(Consumer<Found> found) {
    found.accept(new Found(runs ? hosted() : null, "", "office-pc", addresses, starts));
  }

  @Override
  public void start(String name, Consumer<Hosted> done, Consumer<String> failed) {
    called.add(name);
    runs = true;
    done.accept(hosted());
  }

  @Override
  public void startWithComputer(boolean on, Consumer<Start> done, Consumer<String> failed) {
    if (!refusal.isEmpty()) {
      failed.accept(refusal);
      return;
    }
    starts = on ? Start.AT_LOG_IN : Start.NEVER;
    done.accept(starts);
  }

  @Override
  public void stop(Runnable done, Consumer<String> failed) {
    runs = false;
    done.run();
  }

  @Override
  public void savePicture(int width, int[] argb, Consumer<String> done, Consumer<String> failed) {
    failed.accept("There is no disk.");
  }

  @Override
  public void saveInvitation(
      String server, String link, Consumer<String> done, Consumer<String> failed) {
    called.add(link);
    done.accept("/home/ann/" + server + ".parley");
  }
}
