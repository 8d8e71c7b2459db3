/**
 * One tab at a time takes part, the newest: they share one log-in, whose token is good once. Where
 * the page may, a lock that all tabs share says whose turn it is; elsewhere they only tell each other.
 */
const NAME = 'parley';
/** After so long a tab that does not answer has lost its turn. */
const PATIENCE_MS = 5000;

export class Turn {
  #tabs = new BroadcastChannel(NAME);
  #locks = navigator.locks;
  #over;
  /** Gives the turn away; null while there is none to give. */
  #release = null;
  /** What tells this tab from another that comes at the same moment; the greater one is the newer. */
  #mark = [performance.timeOrigin, Math.random()];
  #coming = true;

  /** @param over called when it is another tab's turn; what it gives is waited for */
  constructor(over) {
    this.#over = over;
    this.#tabs.onmessage = (message) => (this.#locks ? this.#asked() : message.data && this.#told(message.data));
  }

  /** Ends when it is this tab's turn. */
  async take() {
    if (this.#locks) {
      await this.#byLock().catch((error) => {
        console.warn('No lock in this browser', error);
        this.#locks = undefined;
      });
    }
    if (!this.#locks) {
      this.#tabs.postMessage(this.#mark);
    }
  }

  async #byLock() {
    const turn = this.#request({ signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => this.#request({ steal: true }));
    // Those who are asked then find this tab among those who wait.
    const asked = this.#locks.query().then(() => this.#tabs.postMessage(null));
    await Promise.all([turn, asked]);
    await this.#asked();
  }

  /** From now on it gives way to whoever comes. */
  settled() {
    this.#coming = false;
  }

  #request(options) {
    return new Promise((resolve, reject) => {
      const held = () => {
        const over = new Promise((release) => (this.#release = release));
        resolve();
        return over;
      };
      this.#locks.request(NAME, options, held).catch((error) => {
        if (this.#release) {
          this.#give();
        }
        reject(error);
      });
    });
  }

  /** Somebody may wait for the turn: they are newer. */
  async #asked() {
    if (this.#release && (await this.#locks.query()).pending.some((each) => each.name === NAME)) {
      await this.#give();
    }
  }

  async #give() {
    const release = this.#release;
    this.#release = null;
    if (release) {
      await this.#over();
      release();
    }
  }

  /** Another tab came; of two that come at once, the newer one stays. */
  #told(theirs) {
    const [at, chance] = this.#mark;
    const older = theirs[0] < at || (theirs[0] === at && theirs[1] < chance);
    if (this.#coming && older) {
      this.#tabs.postMessage(this.#mark);
    } else {
      this.#over();
    }
  }
}
