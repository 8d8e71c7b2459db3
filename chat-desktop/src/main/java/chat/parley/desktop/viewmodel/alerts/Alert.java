package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.Room;
import chat.parley.protocol.Event;

/** A message that is to be told of. */
record Alert(Event.Message message, Room room, Arrival arrival) {}
