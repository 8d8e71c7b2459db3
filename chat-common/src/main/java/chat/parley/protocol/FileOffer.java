package chat.parley.protocol;

import chat.parley.model.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a file that it wants to upload; the body of {@code POST /uploads}.
 *
 * @param room in which it is to be said
 * @param name as its sender calls it
 * @param size in bytes
 * @param type its media type as its sender knows it
 * @param sha256 of all its bytes, in hex of 64 lower-case digits; null when they are not known yet
 */
public record FileOffer(
    RoomId room, String name, long size, String type, @Nullable String sha256) {}
