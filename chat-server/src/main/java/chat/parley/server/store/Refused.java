package chat.parley.server.store;

/**
 * A write is refused by a rule. To be thrown before the write has changed anything, since it shares
 * its transaction with others. Costs no stack trace: it is an everyday event.
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Result.Refused<?> no;

  Refused(Result.Refused<?> no) {
    super(no.message(), null, false, false);
    this.no = no;
  }

  <R> Result<R> result() {
    return new Result.Refused<>(no.code(), no.message(), no.retryMs());
  }
}
