package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.settings.PageCell;
import javafx.beans.value.ObservableLongValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A page of the administration.
 *
 * @param hint one sentence about it; empty when the title says it all
 * @param open runs each time the page is shown; asks the server
 * @param waiting how many things wait there; null where nothing is counted
 * @param foot stays in sight below it; null for none
 */
record AdminPage(
    String title,
    String hint,
    Feather icon,
    Node content,
    Runnable open,
    @Nullable ObservableLongValue waiting,
    @Nullable Node foot)
    implements PageCell.Page {
  AdminPage withFoot(Node foot) {
    return new AdminPage(title, hint, icon, content, open, waiting, foot);
  }
}
