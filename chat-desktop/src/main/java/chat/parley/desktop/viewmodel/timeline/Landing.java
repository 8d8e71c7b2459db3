package chat.parley.desktop.viewmodel.timeline;

/**
 * A row to which the view shall go, whatever the reader reads.
 *
 * @param flash whether it is pointed out for a moment
 * @param count makes two landings on the same row different
 */
public record Landing(String key, boolean flash, int count) {}
