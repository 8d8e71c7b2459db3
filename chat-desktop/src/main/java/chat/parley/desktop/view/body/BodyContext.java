package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.RichTexts;
import java.util.function.Consumer;

/**
 * What the bodies of a pane share.
 *
 * @param texts reads what was written
 * @param openLink takes an address that is safe to open
 * @param copy puts a text where others can paste it
 */
public record BodyContext(RichTexts texts, Consumer<String> openLink, Consumer<String> copy) {}
