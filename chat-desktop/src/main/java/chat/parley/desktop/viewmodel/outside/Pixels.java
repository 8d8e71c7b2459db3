package chat.parley.desktop.viewmodel.outside;

/**
 * A picture without a file, as the clipboard has it.
 *
 * @param argb row by row, alpha in the highest byte, not premultiplied
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Pixels(int width, int height, int[] argb) {}
