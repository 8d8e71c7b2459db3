package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.alerts.AlertOutlet;
import chat.parley.desktop.viewmodel.alerts.Notice;
import chat.parley.model.RoomId;

/** A system that shows whatever it is asked to. */
public final class FakeOutlet implements AlertOutlet {
  @Override
  public void show(Notice notice, Fate fate) {
    fate.shown();
  }

  @Override
  public void withdraw(RoomId room) {}

  @Override
  public void chime() {}
}
