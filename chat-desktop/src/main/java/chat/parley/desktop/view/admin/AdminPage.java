package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.settings.PageCell;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * A page of the administration.
 *
 * @param hint one sentence about it; empty when the title says it all
 * @param open runs each time the page is shown; asks the server
 */
record AdminPage(String title, String hint, Feather icon, Node content, Runnable open)
    implements PageCell.Page {}
