package chat.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A run of bytes of a file, streamed. */
final class FileEntity extends AbstractHttpEntity {
  private static final int PIECE = 64 * 1024;

  private final Path path;
  private final ByteRange range;

  FileEntity(Path path, ByteRange range, ContentType type) {
    super(type, null);
    this.path = path;
    this.range = range;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      byte[] piece = new byte[(int) Math.min(PIECE, Math.max(1, range.length()))];
      ByteBuffer buffer = ByteBuffer.wrap(piece);
      long end = range.from() + range.length();
      for (long at = range.from(); at < end; ) {
        buffer.clear().limit((int) Math.min(piece.length, end - at));
        int count = channel.read(buffer, at);
        if (count < 0) {
          throw new IOException("A file became shorter while it was sent");
        }
        out.write(piece, 0, count);
        at += count;
        Thread.yield(); // a fast line must not keep those waiting who chat
      }
    }
  }

  @Override
  public InputStream getContent() throws IOException {
    FileChannel channel = FileChannel.open(path);
    return Channels.newInputStream(channel.position(range.from()));
  }

  @Override
  public long getContentLength() {
    return range.length();
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public void close() {}
}
