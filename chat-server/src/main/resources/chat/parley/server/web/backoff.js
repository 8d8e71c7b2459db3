/**
 * How long to wait before the next try: a random time below a ceiling that doubles with each
 * failure in a row. After a restart of the server everybody comes at once, so the randomness
 * matters.
 */
const FIRST_MS = 500;
const MOST_MS = 30_000;

export function backoff(failures, random = Math.random) {
  return random() * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
}
