package chat.parley.wire;

import java.nio.ByteBuffer;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.CloseFrame;

/**
 * Reads along in a stream of frames and refuses a frame by its header, before anyone reserves
 * memory for it. Keeps no bytes, only where it is. Used by one thread at a time.
 */
final class FrameGuard {
  private static final int CONTINUATION = 0;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PONG = 10;
  private static final int MASK_KEY_BYTES = 4;

  private final int messageLimit;
  private final int fragmentLimit;

  private int headerSeen;
  private int firstByte;
  private int secondByte;
  private long length;
  private long bodyLeft;

  private boolean messageOpen;
  private int fragments;
  private long messageBytes;

  /**
   * @param messageLimit most payload bytes of one message, its fragments together
   * @param fragmentLimit most frames of one message
   */
  FrameGuard(int messageLimit, int fragmentLimit) {
    this.messageLimit = messageLimit;
    this.fragmentLimit = fragmentLimit;
  }

  /**
   * Where the frame that is under way at the buffer's position ends, or the buffer's limit when it
   * goes on behind it. Position and limit are left alone.
   *
   * @param masked whether this side must receive masked frames (a server) or must not (a client)
   */
  int frameEnd(ByteBuffer bytes, boolean masked) throws InvalidDataException {
    int at = bytes.position();
    while (at < bytes.limit()) {
      if (headerSeen < headerBytes()) {
        header(bytes.get(at++) & 0xff, masked);
      } else {
        int step = (int) Math.min(bodyLeft, bytes.limit() - at);
        at += step;
        bodyLeft -= step;
      }
      if (headerSeen == headerBytes() && bodyLeft == 0) {
        headerSeen = 0;
        return at;
      }
    }
    return at;
  }

  /** How long the header is, as far as it is known; without the mask key. */
  private int headerBytes() {
    if (headerSeen < 2) {
      return 2;
    }
    return switch (secondByte & 0x7f) {
      case 126 -> 4;
      case 127 -> 10;
      default -> 2;
    };
  }

  private void header(int next, boolean masked) throws InvalidDataException {
    switch (headerSeen++) {
      case 0 -> {
        firstByte = next;
        checkFirst();
      }
      case 1 -> {
        secondByte = next;
        length = 0;
        checkSecond(masked);
      }
      default -> length = length << 8 | next;
    }
    if (headerSeen >= 2 && headerSeen == headerBytes()) {
      if (headerSeen == 2) {
        length = secondByte & 0x7f;
      }
      checkLength();
      bodyLeft = length + (masked ? MASK_KEY_BYTES : 0);
    }
  }

  private void checkFirst() throws InvalidDataException {
    refuseIf((firstByte & 0x70) != 0, "No extension was agreed on.");
    int opcode = opcode();
    boolean known = opcode <= BINARY || opcode >= CLOSE && opcode <= PONG;
    refuseIf(!known, "There is no such kind of frame.");
    if (isControl()) {
      refuseIf(!isFinal(), "A control frame must be whole.");
    } else {
      refuseIf(opcode == CONTINUATION && !messageOpen, "There is no message to continue.");
      refuseIf(opcode != CONTINUATION && messageOpen, "The message before is not finished.");
    }
  }

  private void checkSecond(boolean masked) throws InvalidDataException {
    boolean isMasked = (secondByte & 0x80) != 0;
    refuseIf(
        isMasked != masked, masked ? "A frame must be masked." : "A frame must not be masked.");
    refuseIf(isControl() && (secondByte & 0x7f) > 125, "A control frame must be short.");
  }

  private void checkLength() throws InvalidDataException {
    refuseIf(length < 0, "A frame cannot have that length.");
    if (isControl()) {
      return;
    }
    if (opcode() != CONTINUATION) {
      fragments = 0;
      messageBytes = 0;
    }
    fragments++;
    if (length > messageLimit - messageBytes) {
      throw new LimitExceededException(
          "A message may have at most " + messageLimit + " bytes.", messageLimit);
    }
    if (fragments > fragmentLimit) {
      throw new LimitExceededException(
          "A message may have at most " + fragmentLimit + " fragments.", messageLimit);
    }
    messageBytes += length;
    messageOpen = !isFinal();
  }

  private int opcode() {
    return firstByte & 0x0f;
  }

  private boolean isFinal() {
    return (firstByte & 0x80) != 0;
  }

  private boolean isControl() {
    return opcode() >= CLOSE;
  }

  private static void refuseIf(boolean wrong, String sentence) throws InvalidDataException {
    if (wrong) {
      throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, sentence);
    }
  }
}
