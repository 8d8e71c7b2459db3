package chat.parley.desktop.viewmodel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Whether others on one server may know how far I have read, and I how far they have. Counts on all
 * my devices. FX thread.
 */
public final class ReceiptsModel {
  private final BooleanProperty told = new SimpleBooleanProperty(this, "told", true);
  private final KeepModel keeps;

  ReceiptsModel(KeepModel keeps) {
    this.keeps = keeps;
    told.addListener((_, _, now) -> keeps.tellReading(now));
    keeps.listen(
        key -> {
          if (KeepModel.isOfReceipts(key)) {
            refresh();
          }
        });
  }

  public BooleanProperty toldProperty() {
    return told;
  }

  /** Another person's things are kept now, or mine are known for the first time. */
  void refresh() {
    told.set(keeps.tellsReading());
  }
}
