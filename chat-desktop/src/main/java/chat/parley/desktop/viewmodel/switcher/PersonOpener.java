package chat.parley.desktop.viewmodel.switcher;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.ServerModel;

/** Goes to where one talks with a person. */
public interface PersonOpener {
  /** Opens the conversation with that person alone. */
  PersonOpener DIRECT = (server, person) -> server.company().message(person.id());

  void open(ServerModel server, Person person);
}
