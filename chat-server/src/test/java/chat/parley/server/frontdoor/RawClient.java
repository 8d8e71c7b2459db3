package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client that may say anything: bytes, half frames, nothing at all. */
final class RawClient implements AutoCloseable {
  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;
  static final int PONG = 0x8A;
  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** What came in: the first byte of a frame and its payload. */
  record Received(int first, byte[] payload) {
    String text() {
      assertThat(first).as("first byte of a text frame").isEqualTo(TEXT);
      return new String(payload, StandardCharsets.UTF_8);
    }

    int closeCode() {
      assertThat(first).as("first byte of a close frame").isEqualTo(CLOSE);
      return ByteBuffer.wrap(payload).getShort();
    }
  }

  static RawClient over(Socket connected) throws IOException {
    return new RawClient(connected);
  }

  static RawClient connect(int port) throws IOException {
    return connectFrom("127.0.0.1", port);
  }

  /** From another address of this computer, which to the server is another client. */
  static RawClient connectFrom(String address, int port) throws IOException {
    return connect(address, port, 0);
  }

  /** With a receive buffer of so few bytes that not reading shows soon. */
  static RawClient connectNarrow(int port) throws IOException {
    return connect("127.0.0.1", port, 4 * 1024);
  }

  private static RawClient connect(String from, int port, int receiveBytes) throws IOException {
    var socket = new Socket();
    if (receiveBytes > 0) {
      socket.setReceiveBufferSize(receiveBytes);
    }
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
    return new RawClient(socket);
  }

  static RawClient webSocket(int port) throws IOException {
    return connect(port).upgraded();
  }

  static String upgrade(String... extra) {
    var head = new StringBuilder("GET /ws HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n");
    head.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
    for (String line : extra) {
      head.append(line).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  RawClient upgraded() throws IOException {
    send(upgrade());
    assertThat(head()).startsWith("HTTP/1.1 101 ").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    return this;
  }

  RawClient send(String ascii) throws IOException {
    return send(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  RawClient text(String text) throws IOException {
    return send(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] frame(int first, byte[] payload) {
    byte[] key = {5, 6, 7, 8};
    var frame = new ByteArrayOutputStream();
    frame.writeBytes(header(first, payload.length));
    frame.writeBytes(key);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ key[i % 4]);
    }
    return frame.toByteArray();
  }

  /** The start of a masked frame up to its key. */
  static byte[] header(int first, long length) {
    if (length >= 0 && length < 126) {
      return new byte[] {(byte) first, (byte) (0x80 | length)};
    }
    if (length >= 0 && length < 65_536) {
      return ByteBuffer.allocate(4)
          .put((byte) first)
          .put((byte) 0xFE)
          .putShort((short) length)
          .array();
    }
    return ByteBuffer.allocate(10).put((byte) first).put((byte) 0xFF).putLong(length).array();
  }

  /** Reads up to and with the next empty line. */
  String head() throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** A whole HTTP answer whose length is announced. */
  String answer() throws IOException {
    String head = head();
    var length = java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    return length.find()
        ? head + new String(bytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
        : head;
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }

  Received frame() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    assertThat(length & 0x80).as("a server does not mask").isZero();
    long bytes =
        switch (length) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> length;
        };
    return new Received(first, bytes((int) bytes));
  }

  String echo(String text) throws IOException {
    text(text);
    return frame().text();
  }

  /** Whether the server ended the connection; what it still said is skipped. */
  boolean isEnded() {
    try {
      byte[] some = new byte[64 * 1024];
      while (in.read(some) >= 0) {
        // skipped
      }
      return true;
    } catch (SocketException | EOFException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  RawClient patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
    return this;
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
