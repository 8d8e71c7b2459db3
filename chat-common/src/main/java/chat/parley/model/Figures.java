package chat.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * How a server is.
 *
 * @param databaseBytes what its database takes on the disk
 * @param messages that were ever said, deleted ones too
 * @param people who ever came in
 * @param connected how many of them are connected
 * @param uptimeMs since it was started
 * @param storage of files
 * @param trouble one sentence about why it cannot store; null when it can
 */
public record Figures(
    long databaseBytes,
    long messages,
    long rooms,
    long people,
    long connected,
    long uptimeMs,
    Storage storage,
    @Nullable String trouble) {}
