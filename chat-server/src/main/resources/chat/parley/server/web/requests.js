/** The commands that wait for an answer, by their ids. */
const REPLY_WITHIN_MS = 20_000;

/** What the server said no to, or nobody answered: `code`, and a sentence for a person. */
export class Refused extends Error {
  constructor(code, sentence, retryMs = 0) {
    super(sentence);
    this.code = code;
    this.retryMs = retryMs;
  }
}

export class Requests {
  #waiting = new Map();
  #next = 1;
  #dead;

  /** @param dead called when an answer does not come: the line is as good as gone */
  constructor(dead) {
    this.#dead = dead;
  }

  nextId() {
    return this.#next++;
  }

  /** The reply to the command of that id. */
  expect(id) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#dead(), REPLY_WITHIN_MS);
      this.#waiting.set(id, { resolve, reject, timer });
    });
  }

  /** Whether somebody waited for it. */
  answered(event) {
    const waiting = this.#waiting.get(event.re);
    if (!waiting) {
      return false;
    }
    this.#waiting.delete(event.re);
    clearTimeout(waiting.timer);
    if (event.type === 'error') {
      waiting.reject(new Refused(event.code, event.message, event.retry_ms));
    } else {
      waiting.resolve(event);
    }
    return true;
  }

  /** The line is gone, and the answers with it. */
  cut() {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    all.forEach((waiting) => {
      clearTimeout(waiting.timer);
      waiting.reject(new Refused('not_connected', ''));
    });
  }
}
