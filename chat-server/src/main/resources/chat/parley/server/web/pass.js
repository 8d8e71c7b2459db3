/**
 * The pass that opens the server's HTTP addresses. It is good for ten minutes and asked for anew
 * before; by the time since it came, since this clock and the server's may differ by more.
 */
const GOOD_MS = 8 * 60_000;

export class Pass {
  #client;
  #headers = null;
  #came = 0;
  #asking = null;

  constructor(client) {
    this.#client = client;
  }

  /** What goes along with a request; refused without a connection. */
  async headers() {
    const age = Date.now() - this.#came;
    if (!this.#headers || age < 0 || age > GOOD_MS) {
      this.#asking ??= this.#renew().finally(() => {
        this.#asking = null;
      });
      await this.#asking;
    }
    return this.#headers;
  }

  /** The server takes these no more; a newer pass stays. */
  refused(headers) {
    if (this.#headers === headers) {
      this.#headers = null;
    }
  }

  async #renew() {
    const { token } = await this.#client.ask({ type: 'renew' });
    this.#headers = { Authorization: `Bearer ${token}` };
    this.#came = Date.now();
  }
}
