package chat.parley.protocol;

import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import org.jspecify.annotations.Nullable;

/**
 * How far an upload has come; what the server answers to what a client does with one.
 *
 * @param id of the upload, and of the file that it becomes
 * @param offset how many bytes are on the server's disk
 * @param file what has become of it; null until it is whole
 */
public record FileProgress(FileId id, long offset, @Nullable Attachment file) {}
