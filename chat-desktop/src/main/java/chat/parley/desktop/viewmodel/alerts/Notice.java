package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.RoomId;

/**
 * What is shown of one message or of several.
 *
 * @param room of the newest of them; a later notice of the same room takes this one's place
 * @param text one paragraph without markup, shortened
 * @param open goes to the message; FX thread
 */
public record Notice(RoomId room, String title, String text, Runnable open) {}
