package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.alerts.Threads;
import chat.parley.model.RoomId;
import java.util.function.Consumer;

/** What a person wants of threads, as it is kept for all their devices. */
record KeptThreads(ServerModel server) implements Threads {
  @Override
  public void followed(RoomId room, long root, Consumer<Boolean> answer) {
    server.messages().askFollowed(room, root, answer);
  }

  @Override
  public long read(RoomId room, long root) {
    return server.keeps().thread(room, root).read();
  }
}
