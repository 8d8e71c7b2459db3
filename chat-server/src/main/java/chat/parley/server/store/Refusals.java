package chat.parley.server.store;

import chat.parley.protocol.BanNotice;
import chat.parley.protocol.ErrorCode;
import java.time.ZoneId;

/** Every way in which the store says no, and its sentence. */
final class Refusals {
  private static final long SOON_MS = 250;
  private static final long LATER_MS = 1_000;

  private Refusals() {}

  static <R> Result.Refused<R> noSuchRoom() {
    return no(ErrorCode.NO_SUCH_ROOM, "There is no such room, or you are not in it.", 0);
  }

  static <R> Result.Refused<R> noSuchMessage() {
    return no(ErrorCode.NO_SUCH_MESSAGE, "That message is not there, or it was deleted.", 0);
  }

  static <R> Result.Refused<R> noSuchFile() {
    return no(
        ErrorCode.NO_SUCH_FILE, "There is no such file, or it went with a message already.", 0);
  }

  static <R> Result.Refused<R> tooMany(String sentence) {
    return no(ErrorCode.TOO_MANY, sentence, 0);
  }

  static <R> Result.Refused<R> noSuchUser() {
    return no(ErrorCode.NO_SUCH_USER, "There is no such person on this server.", 0);
  }

  static <R> Result.Refused<R> notAMember() {
    return no(ErrorCode.NO_SUCH_USER, "That person is not in this room.", 0);
  }

  static <R> Result.Refused<R> forbidden(String sentence) {
    return no(ErrorCode.FORBIDDEN, sentence, 0);
  }

  /**
   * @param deed what they cannot do
   */
  static <R> Result.Refused<R> mutedSomewhere(String deed) {
    return forbidden("You cannot " + deed + " while you are muted in a room.");
  }

  static <R> Result.Refused<R> filesOfAnother() {
    return no(
        ErrorCode.BAD_MESSAGE,
        "A message that is passed on brings its own files. Send yours in a message of their own.",
        0);
  }

  static <R> Result.Refused<R> nothingSaid() {
    return no(ErrorCode.BAD_MESSAGE, "The text is empty.", 0);
  }

  static <R> Result.Refused<R> tooLong(int mostChars) {
    return no(ErrorCode.TOO_BIG, "A message has at most " + mostChars + " characters here.", 0);
  }

  static <R> Result.Refused<R> notThatText() {
    return no(
        ErrorCode.BAD_MESSAGE,
        "That message says something else by now. Please forward it again.",
        0);
  }

  static <R> Result.Refused<R> staysInDirect() {
    return no(
        ErrorCode.UNSUPPORTED, "A direct conversation cannot be left. You can hide it instead.", 0);
  }

  static <R> Result.Refused<R> tooManyEmoji(int most) {
    return no(ErrorCode.TOO_MANY, "A message can have " + most + " different reactions.", 0);
  }

  static <R> Result.Refused<R> tooManyPins(int most) {
    return no(
        ErrorCode.TOO_MANY, "A room can have " + most + " pins. Take one of them away first.", 0);
  }

  static <R> Result.Refused<R> tooMuchKept(int most) {
    return no(ErrorCode.TOO_MANY, "You keep " + most + " things already, which is the most.", 0);
  }

  static <R> Result.Refused<R> tooManyRoomsOf(String name) {
    return no(ErrorCode.TOO_MANY, name + " is in too many rooms already.", 0);
  }

  static <R> Result.Refused<R> nameTaken() {
    return no(
        ErrorCode.NAME_TAKEN,
        "That name, or one that looks like it, is taken. Please choose another.",
        0);
  }

  static <R> Result.Refused<R> badInvite() {
    return no(
        ErrorCode.BAD_INVITE, "That invitation is not good any more. Please ask for a new one.", 0);
  }

  /** It was right when it was asked, which takes a moment. */
  static <R> Result.Refused<R> otherPassword() {
    return no(ErrorCode.BAD_LOGIN, "The password was changed a moment ago. Use the new one.", 0);
  }

  static <R> Result.Refused<R> setUpIsOver() {
    return no(ErrorCode.UNSUPPORTED, "This server does not offer to log in by \"set_up\".", 0);
  }

  static <R> Result.Refused<R> noSuchDevice() {
    return no(ErrorCode.NO_SUCH_USER, "You have no such device.", 0);
  }

  static <R> Result.Refused<R> noSuchDeviceOfTheirs() {
    return no(ErrorCode.NO_SUCH_USER, "That person has no such device.", 0);
  }

  static <R> Result.Refused<R> noSuchBan() {
    return no(ErrorCode.NO_SUCH_USER, "There is no such ban.", 0);
  }

  static <R> Result.Refused<R> noSuchInvite() {
    return no(ErrorCode.BAD_INVITE, "There is no such invitation.", 0);
  }

  static <R> Result.Refused<R> noSuchReport() {
    return no(ErrorCode.NO_SUCH_MESSAGE, "There is no such report.", 0);
  }

  static <R> Result.Refused<R> badReset() {
    return no(
        ErrorCode.BAD_INVITE,
        "That name and code do not belong together, or the code is over. Ask for a new one.",
        0);
  }

  /**
   * @param waitMs how long until the next message is taken
   */
  static <R> Result.Refused<R> slow(long waitMs) {
    long seconds = Math.max(1, (waitMs + 999) / 1000);
    return no(
        ErrorCode.SLOW_MODE,
        "Messages here are slowed down. You can write again in "
            + (seconds < 120 ? seconds + " s." : (seconds + 59) / 60 + " minutes."),
        waitMs);
  }

  /**
   * @param until epoch milliseconds
   * @param reason may be empty
   */
  static <R> Result.Refused<R> banned(long until, String reason) {
    return no(ErrorCode.BANNED, sentenceOfBan(until, reason), 0);
  }

  static String sentenceOfBan(long until, String reason) {
    return BanNotice.of(until, reason, ZoneId.systemDefault()).sentence();
  }

  static <R> Result.Refused<R> tooManyRooms(int most) {
    return no(
        ErrorCode.TOO_MANY,
        "You are in " + most + " rooms, which is the most. Leave one of them first.",
        0);
  }

  static <R> Result.Refused<R> nonceConflict() {
    return no(
        ErrorCode.NONCE_CONFLICT,
        "Another message of yours has this one's mark. Please write it again.",
        0);
  }

  static <R> Result.Refused<R> unknownPerson() {
    return no(ErrorCode.NOT_LOGGED_IN, "This server does not know you. Please log in again.", 0);
  }

  static <R> Result.Refused<R> busy() {
    return no(
        ErrorCode.BUSY, "The server has too much to write just now. Try again soon.", SOON_MS);
  }

  static <R> Result.Refused<R> storage() {
    return no(
        ErrorCode.STORAGE,
        "The server cannot write to its disk just now; nothing was stored. Try again in a moment.",
        LATER_MS);
  }

  static <R> Result.Refused<R> goingAway() {
    return no(
        ErrorCode.GOING_AWAY,
        "The server is stopping; nothing was stored. Connect again in a moment.",
        LATER_MS);
  }

  static <R> Result.Refused<R> internal() {
    return no(
        ErrorCode.INTERNAL,
        "The server could not do that because of a fault of its own; nothing was stored.",
        LATER_MS);
  }

  private static <R> Result.Refused<R> no(ErrorCode code, String message, long retryMs) {
    return new Result.Refused<>(code, message, retryMs);
  }
}
