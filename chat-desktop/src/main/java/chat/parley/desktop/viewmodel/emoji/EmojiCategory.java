package chat.parley.desktop.viewmodel.emoji;

/** The groups of a picker, in the order in which the catalog numbers them. */
public enum EmojiCategory {
  SMILEYS,
  PEOPLE,
  NATURE,
  FOOD,
  TRAVEL,
  ACTIVITIES,
  OBJECTS,
  SYMBOLS,
  FLAGS,
  /** Parts of others; offered to nobody. */
  PARTS
}
