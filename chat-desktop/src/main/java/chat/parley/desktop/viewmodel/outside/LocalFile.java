package chat.parley.desktop.viewmodel.outside;

/**
 * A file of this computer that somebody wants to share.
 *
 * @param path as this system writes it
 * @param size in bytes
 * @param type its media type, as far as this computer knows it
 * @param own whether the app made it itself, and takes it away when it is no longer needed
 */
public record LocalFile(String path, String name, long size, String type, boolean own) {}
