package chat.parley.desktop.viewmodel.outside;

/**
 * Something that the system does for the app or does not, such as starting it when the person logs
 * in. Waits for the disk.
 */
public interface StartSwitch {
  /**
   * @throws Exception with the reason for the log
   */
  boolean isOn() throws Exception;

  /**
   * @throws Exception with the reason for the log
   */
  void turn(boolean on) throws Exception;
}
