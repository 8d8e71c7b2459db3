package chat.parley.server.file;

import chat.parley.protocol.ErrorCode;

/** Something about a file that is not done, and why, in one sentence for a person. */
public final class FileRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  FileRefused(ErrorCode code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  /** What is said about an upload is not what the protocol says. */
  public static FileRefused malformed(String sentence) {
    return new FileRefused(ErrorCode.BAD_MESSAGE, sentence);
  }

  static FileRefused noSuchFile() {
    return new FileRefused(ErrorCode.NO_SUCH_FILE, "There is no such file.");
  }

  static FileRefused noRoom() {
    return new FileRefused(
        ErrorCode.STORAGE, "The server's disk is full. Tell those who run the server.");
  }
}
