package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.BadAddress;
import chat.parley.client.NotConnectedException;
import chat.parley.client.RefusedException;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.protocol.BanNotice;
import chat.parley.protocol.ErrorCode;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * What to say to a person about something that failed. Server and client say it in English,
 * exactly; whoever has chosen another language gets our sentence for what it is about.
 */
public final class Sentences {
  private Sentences() {}

  /** About the first cause that is not a future's wrapping. */
  public static String of(Throwable failure) {
    Throwable cause = cause(failure);
    return switch (cause) {
      case RefusedException refused -> of(refused.code(), refused.sentence());
      case NotConnectedException lost -> translated(lost.sentence(), "error.not_connected");
      case BadAddress bad -> translated(bad.sentence(), "error.address");
      default -> cause.getMessage() == null ? Texts.of("error.unknown") : cause.getMessage();
    };
  }

  /** The same where that code has one reason only, for which there is a sentence of that key. */
  public static String of(Throwable failure, ErrorCode code, String key) {
    return cause(failure) instanceof RefusedException refused && refused.code() == code
        ? translated(refused.sentence(), key)
        : of(failure);
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** About a refusal, for which the server has said {@code english}. */
  public static String of(ErrorCode code, String english) {
    if (code == ErrorCode.BANNED && !isEnglish()) {
      return BanNotice.read(english).map(Sentences::of).orElse(Texts.of("error.banned"));
    }
    return translated(english, "error." + code.wire());
  }

  private static String of(BanNotice ban) {
    TemporalAccessor until = ban.until();
    String sentence =
        until == null ? Texts.of("error.banned") : Texts.of("error.banned.until", words(until));
    return ban.reason().isEmpty()
        ? sentence
        : Texts.of("error.banned.reason", sentence, ban.reason());
  }

  private static String words(TemporalAccessor time) {
    return DateTimeFormatter.ofPattern(Texts.of("error.banned.time"), Locale.getDefault())
        .format(time);
  }

  private static boolean isEnglish() {
    return Texts.of("language").equals("en");
  }

  /**
   * The sentence as it is when the person reads English, else the one of that key.
   *
   * @param args for the sentence of the key
   */
  public static String translated(String english, String key, Object... args) {
    return isEnglish() ? english : Texts.of(key, args);
  }
}
