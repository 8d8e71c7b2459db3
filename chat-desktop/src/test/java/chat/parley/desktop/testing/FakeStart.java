package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.outside.StartSwitch;

/** A system that starts the app with itself when it is asked to. */
public final class FakeStart implements StartSwitch {
  private boolean on;

  @Override
  public boolean isOn() {
    return on;
  }

  @Override
  public void turn(boolean now) {
    on = now;
  }
}
