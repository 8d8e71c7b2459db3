package chat.parley.server.faults;

import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Logs in, joins a room, and from then on never reads a byte, unless it is told to. */
final class DeafReader implements AutoCloseable {
  /** An empty pong, which nobody answers. */
  private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};

  private final Socket socket = new Socket();

  DeafReader(int port, String name, String room) throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
    OutputStream out = socket.getOutputStream();
    out.write(
        """
        GET /ws HTTP/1.1\r
        Host: 127.0.0.1\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """
            .getBytes(StandardCharsets.US_ASCII));
    say(
        out,
        new Command.Hello(
            1, Command.VERSION, "deaf", new Command.Auth.Guest(name), null, Map.of()));
    say(out, new Command.Join(2, new Command.Place.ByName(room, true)));
  }

  /** Takes everything that comes, as a healthy reader does. */
  DeafReader listening() {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // Closed: the test has heard enough.
              }
            });
    return this;
  }

  /** Whether the server has ended the connection, which is found out without reading. */
  boolean isCut() {
    try {
      socket.getOutputStream().write(PONG);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void say(OutputStream out, Command command) throws IOException {
    byte[] payload = Codec.encode(command).getBytes(StandardCharsets.UTF_8);
    // Masked with zeros (RFC 6455 section 5.3), so the payload stays as it is.
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) 0x81).put((byte) 0xfe).putShort((short) payload.length).putInt(0);
    frame.put(payload);
    out.write(frame.array());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
