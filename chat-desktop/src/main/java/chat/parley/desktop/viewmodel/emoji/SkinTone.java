package chat.parley.desktop.viewmodel.emoji;

/** The colour of hands and faces; {@code NONE} is the yellow that stands for nobody's. */
public enum SkinTone {
  NONE,
  LIGHT,
  MEDIUM_LIGHT,
  MEDIUM,
  MEDIUM_DARK,
  DARK
}
