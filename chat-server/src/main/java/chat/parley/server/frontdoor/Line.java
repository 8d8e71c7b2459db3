package chat.parley.server.frontdoor;

import java.io.IOException;

/** The sending half of a connection, as an {@link Outbox} sees it. */
interface Line {
  /** Blocks until the other side, or the system on its behalf, has taken the bytes. */
  void write(byte[] bytes, int offset, int length) throws IOException;

  /** Nothing more will be written. */
  void endOutput() throws IOException;

  /** Ends the socket in an orderly way. Any thread; does not block. */
  void close();

  /** Ends the socket at once and forgets what was not delivered. Any thread; does not block. */
  void abort();

  /** The other side, without port. */
  String address();
}
