package chat.parley.desktop.viewmodel.files;

import chat.parley.model.Attachment;

/**
 * A file and the message it came with.
 *
 * @param seq of the message
 * @param name of who sent it
 * @param at epoch milliseconds
 */
public record RoomFile(long seq, String name, long at, Attachment file) {}
