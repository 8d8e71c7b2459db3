package chat.parley.model;

/**
 * What those who run a server decide while it runs.
 *
 * @param name what people call it, see {@link Names#problemWithServer}
 * @param door who may come in
 * @param motd what everybody is told when they come in; may be empty
 * @param retentionDays after how many days messages are deleted; 0 for never
 * @param messages how long and how fast people write
 */
public record ServerSettings(
    String name, Door door, String motd, int retentionDays, MessageLimits messages) {}
