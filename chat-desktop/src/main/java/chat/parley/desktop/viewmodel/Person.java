package chat.parley.desktop.viewmodel;

import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.UserId;

/** Somebody in the list of people. */
public record Person(UserId id, String name, Role role, Presence presence, boolean me) {
  Person withPresence(Presence now) {
    return new Person(id, name, role, now, me);
  }

  public boolean guest() {
    return role == Role.GUEST;
  }
}
