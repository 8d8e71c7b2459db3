package chat.parley.model;

/**
 * What those who run a server decide while it runs.
 *
 * @param name what people call it, 1 to 60 characters
 * @param door who may come in
 * @param motd what everybody is told when they come in; may be empty
 * @param retentionDays after how many days messages are deleted; 0 for never
 */
public record ServerSettings(String name, Door door, String motd, int retentionDays) {
  public static final int NAME_MAX = 60;
}
