/** The pass that opens the server's HTTP addresses; asked for anew a moment before it is over. */
const AHEAD_MS = 60_000;

export class Pass {
  #client;
  #pass = null;
  #asking = null;

  constructor(client) {
    this.#client = client;
  }

  /** What goes along with a request; refused without a connection. */
  async headers() {
    if (!this.#pass || this.#pass.until - Date.now() < AHEAD_MS) {
      this.#asking ??= this.#client.ask({ type: 'renew' }).finally(() => {
        this.#asking = null;
      });
      this.#pass = await this.#asking;
    }
    return { Authorization: `Bearer ${this.#pass.token}` };
  }
}
