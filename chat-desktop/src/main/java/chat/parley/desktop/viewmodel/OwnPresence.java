package chat.parley.desktop.viewmodel;

import chat.parley.model.Presence;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How I am: as I chose on this device, but not to be disturbed while I chose that on another one.
 * What the others chose is never sent from here, so that it ends where it began.
 */
final class OwnPresence {
  private final ObjectProperty<Presence> here =
      new SimpleObjectProperty<>(this, "here", Presence.ONLINE);
  private final ReadOnlyObjectWrapper<Presence> everywhere =
      new ReadOnlyObjectWrapper<>(this, "everywhere", Presence.ONLINE);
  private boolean busyElsewhere;

  OwnPresence() {
    here.subscribe(this::look);
  }

  /** As I chose on this device; never {@code OFFLINE}. */
  ObjectProperty<Presence> hereProperty() {
    return here;
  }

  /** With what I chose on my other devices. */
  ReadOnlyObjectProperty<Presence> everywhereProperty() {
    return everywhere.getReadOnlyProperty();
  }

  /** The server says how I am: busy when any device is. */
  void onPassing(Event.Passing passing, User me) {
    if (passing instanceof Event.PresenceChanged told && told.user().equals(me.id())) {
      busyElsewhere = told.presence() == Presence.BUSY && here.get() != Presence.BUSY;
      look();
    }
  }

  /** Somebody else may come. */
  void forget() {
    busyElsewhere = false;
    look();
  }

  private void look() {
    everywhere.set(busyElsewhere ? Presence.BUSY : here.get());
  }
}
