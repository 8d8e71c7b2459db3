package chat.parley.desktop.viewmodel;

/** What can be done with a message. */
public enum MessageAction {
  REPLY,
  THREAD,
  REACT,
  EDIT,
  DELETE,
  COPY,
  LINK,
  FORWARD,
  PROFILE,
  PIN,
  UNPIN,
  UNREAD,
  FOLLOW,
  UNFOLLOW,
  REPORT
}
