package chat.parley.server.frontdoor;

import chat.parley.server.session.Conversation;

/** Hears and says nothing. */
final class SilentConversation implements Conversation {
  @Override
  public void onText(String text) {}

  @Override
  public void onGone() {}
}
