package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.Spot;

/**
 * What of a text the pointer is on.
 *
 * @param spot the nearest place between two characters
 * @param character the place before the character that is nearest
 */
public record Hit(Spot spot, Spot character) {
  static Hit at(Spot spot) {
    return new Hit(spot, spot);
  }
}
