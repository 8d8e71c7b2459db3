package chat.parley.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;

/**
 * RFC 6455 without extensions and with limits: a message, fragments together, has at most so many
 * bytes (else close 1009) and {@value #FRAGMENTS} fragments (1009); a frame with a reserved bit or
 * opcode, and one that is masked the wrong way for its direction, ends the connection with 1002.
 *
 * <p>For both roles; the engine makes its own copy for each connection. What came before a bad
 * frame is still delivered, and a bad frame is answered with a close frame only: no exception, no
 * log.
 */
public final class GuardedDraft extends Draft_6455 {
  /** The subprotocol a client asks for and a server names when it was asked. */
  public static final String SUBPROTOCOL = "parley.v1";

  static final int FRAGMENTS = 64;

  /** The empty one stands for a peer that names none. */
  private static final List<IProtocol> PROTOCOLS =
      List.of(new Protocol(SUBPROTOCOL), new Protocol(""));

  private final FrameGuard guard;

  /**
   * @param messageBytes largest message this side accepts, in bytes; at least 1
   */
  public GuardedDraft(int messageBytes) {
    super(List.of(), PROTOCOLS, messageBytes);
    this.guard = new FrameGuard(messageBytes, FRAGMENTS);
  }

  @Override
  public Draft copyInstance() {
    return new GuardedDraft(getMaxFrameSize());
  }

  /** Says who answers, instead of which library does. */
  @Override
  public HandshakeBuilder postProcessHandshakeResponseAsServer(
      ClientHandshake request, ServerHandshakeBuilder response) throws InvalidHandshakeException {
    HandshakeBuilder answer = super.postProcessHandshakeResponseAsServer(request, response);
    answer.put("Server", "Parley");
    return answer;
  }

  @Override
  public List<Framedata> translateFrame(ByteBuffer buffer) {
    List<Framedata> frames = new ArrayList<>();
    int limit = buffer.limit();
    try {
      while (buffer.hasRemaining()) {
        buffer.limit(guard.frameEnd(buffer, role == Role.SERVER));
        frames.addAll(super.translateFrame(buffer));
        buffer.limit(limit);
      }
    } catch (InvalidDataException e) {
      frames.add(new Violation(e));
      buffer.limit(limit).position(limit);
    }
    return frames;
  }

  @Override
  public void processFrame(WebSocketImpl engine, Framedata frame) {
    if (!engine.isOpen() && frame.getOpcode() != Opcode.CLOSING) {
      return; // what was said after goodbye
    }
    try {
      if (frame instanceof Violation violation) {
        throw violation.cause;
      }
      super.processFrame(engine, frame);
    } catch (InvalidDataException e) {
      engine.close(e.getCloseCode(), sentence(e));
    }
  }

  /** Drafts hold the state of one connection: two are never the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private static String sentence(InvalidDataException e) {
    if (e.getCloseCode() == CloseFrame.NO_UTF8 || e.getMessage() == null) {
      return "The text is not valid UTF-8.";
    }
    return e.getMessage();
  }

  /** Stands in the place of the frame that was refused, so that those before it keep their turn. */
  private static final class Violation extends BinaryFrame {
    private final InvalidDataException cause;

    Violation(InvalidDataException cause) {
      this.cause = cause;
    }
  }
}
