package chat.parley.desktop.viewmodel.search;

import chat.parley.model.SearchWords;
import chat.parley.protocol.Command;
import java.util.List;

/**
 * What is looked for.
 *
 * @param typed the words as they were typed, for the server and for sentences
 */
record Question(String typed, SearchWords words, Command.Narrow narrow) {
  static final Question NONE = new Question("", new SearchWords(List.of()), Command.Narrow.NOT);
}
