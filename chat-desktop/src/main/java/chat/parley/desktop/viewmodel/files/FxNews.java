package chat.parley.desktop.viewmodel.files;

import chat.parley.client.FileStamp;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Transfers;
import chat.parley.model.Attachment;
import chat.parley.model.FileId;
import chat.parley.protocol.ErrorCode;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings news of a transfer to the FX thread; of how far it is, one a frame. For any thread. */
final class FxNews implements Transfers.UploadNews, Transfers.DownloadNews {
  /** Whom it concerns. FX thread. */
  interface Hearer {
    void moved(long bytes);

    void waits();

    void putOff(String sentence);

    void failed(String sentence);

    default void begun(FileId id, FileStamp of) {}

    default void arrived(Attachment file) {}

    default void fetched(String path) {}
  }

  private final FxThread fx;
  private final Hearer hearer;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long bytes;

  FxNews(FxThread fx, Hearer hearer) {
    this.fx = fx;
    this.hearer = hearer;
  }

  @Override
  public void moved(long now) {
    bytes = now;
    if (due.compareAndSet(false, true)) {
      fx.beforeFrame(
          () -> {
            due.set(false);
            hearer.moved(bytes);
          });
    }
  }

  @Override
  public void waits() {
    fx.run(hearer::waits);
  }

  @Override
  public void putOff(ErrorCode code, String english) {
    fx.run(() -> hearer.putOff(Sentences.of(code, english)));
  }

  @Override
  public void failed(ErrorCode code, String english) {
    fx.run(() -> hearer.failed(code == ErrorCode.OTHER ? english : Sentences.of(code, english)));
  }

  @Override
  public void begun(FileId id, FileStamp of) {
    fx.run(() -> hearer.begun(id, of));
  }

  @Override
  public void done(Attachment file) {
    fx.run(() -> hearer.arrived(file));
  }

  @Override
  public void done(String path) {
    fx.run(() -> hearer.fetched(path));
  }
}
