package chat.parley.desktop.view.timeline;

/** A row that leads somewhere, by a click or by Enter. */
interface Opens {
  void open();
}
