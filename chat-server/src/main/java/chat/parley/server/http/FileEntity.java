package chat.parley.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** A run of bytes of a file, streamed. */
final class FileEntity extends AbstractHttpEntity {
  private static final int PIECE = 64 * 1024;

  private final Path path;
  private final ByteRange range;
  private final Leave leave;

  /**
   * Answers with a file, or with the part of it that was asked for (RFC 9110 section 14).
   *
   * @param wanted the Range of the request; null for all
   */
  static void answer(
      ClassicHttpResponse response,
      Path path,
      @Nullable Header wanted,
      ContentType type,
      Leave leave)
      throws IOException {
    long size = Files.size(path);
    ByteRange range =
        wanted == null ? ByteRange.all(size) : ByteRange.parse(wanted.getValue(), size);
    if (range == null) {
      response.setCode(416);
      response.setHeader("Content-Range", "bytes */" + size);
      return;
    }
    response.setCode(range.isAll(size) ? 200 : 206);
    if (!range.isAll(size)) {
      response.setHeader("Content-Range", range.in(size));
    }
    response.setEntity(new FileEntity(path, range, type, leave));
  }

  private FileEntity(Path path, ByteRange range, ContentType type, Leave leave) {
    super(type, null);
    this.leave = leave;
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
        leave.require();
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
