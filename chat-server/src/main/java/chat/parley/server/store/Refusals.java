package chat.parley.server.store;

import chat.parley.protocol.ErrorCode;

/** Every way in which the store says no, and its sentence. */
final class Refusals {
  private static final long SOON_MS = 250;
  private static final long LATER_MS = 1_000;

  private Refusals() {}

  static <R> Result<R> noSuchRoom() {
    return no(ErrorCode.NO_SUCH_ROOM, "There is no such room, or you are not in it.", 0);
  }

  static <R> Result<R> nameTaken() {
    return no(
        ErrorCode.NAME_TAKEN,
        "That name, or one that looks like it, is taken. Please choose another.",
        0);
  }

  static <R> Result<R> tooManyRooms(int most) {
    return no(
        ErrorCode.TOO_MANY,
        "You are in " + most + " rooms, which is the most. Leave one of them first.",
        0);
  }

  static <R> Result<R> nonceConflict() {
    return no(
        ErrorCode.NONCE_CONFLICT,
        "Another message of yours has this one's mark. Please write it again.",
        0);
  }

  static <R> Result<R> unknownPerson() {
    return no(ErrorCode.NOT_LOGGED_IN, "This server does not know you. Please log in again.", 0);
  }

  static <R> Result<R> busy() {
    return no(
        ErrorCode.BUSY, "The server has too much to write just now. Try again soon.", SOON_MS);
  }

  static <R> Result<R> storage() {
    return no(
        ErrorCode.STORAGE,
        "The server cannot write to its disk just now; nothing was stored. Try again in a moment.",
        LATER_MS);
  }

  static <R> Result<R> goingAway() {
    return no(
        ErrorCode.GOING_AWAY,
        "The server is stopping; nothing was stored. Connect again in a moment.",
        LATER_MS);
  }

  static <R> Result<R> internal() {
    return no(
        ErrorCode.INTERNAL,
        "The server could not do that because of a fault of its own; nothing was stored.",
        LATER_MS);
  }

  private static <R> Result<R> no(ErrorCode code, String message, long retryMs) {
    return new Result.Refused<>(code, message, retryMs);
  }
}
