package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.RoomId;

/** How this computer tells a person something. Called on the FX thread; no method waits. */
public interface AlertOutlet {
  /** Hears, on the FX thread, what became of a notice. */
  interface Fate {
    void shown();

    /** Nobody saw it. */
    void failed();
  }

  /** Shows a notice outside the window. */
  void show(Notice notice, Fate fate);

  /** Takes back what is shown of a room, where the system can. */
  void withdraw(RoomId room);

  void chime();
}
