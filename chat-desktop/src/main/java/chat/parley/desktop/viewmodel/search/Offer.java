package chat.parley.desktop.viewmodel.search;

/**
 * How the query could go on.
 *
 * @param words what the reader sees
 * @param typed all of the query, if it is taken
 * @param caret where to go on typing then
 */
public record Offer(String words, String typed, int caret) {}
