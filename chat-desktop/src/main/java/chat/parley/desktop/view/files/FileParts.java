package chat.parley.desktop.view.files;

import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.files.RoomFile;
import java.util.function.Consumer;

/**
 * What Nodes of files need besides their file.
 *
 * @param viewer shows a picture closely
 */
public record FileParts(FilesModel model, Consumer<RoomFile> viewer) {}
