/** Lets only so many deeds go on at once; the others wait in the order they came. */
export class AtOnce {
  #most;
  #going = 0;
  #waiting = [];

  /** @param most says how many, which may be another number each time */
  constructor(most) {
    this.#most = most;
  }

  async do(deed) {
    while (this.#going >= this.#most()) {
      await new Promise((resolve) => this.#waiting.push(resolve));
    }
    this.#going++;
    try {
      return await deed();
    } finally {
      this.#going--;
      this.#waiting.splice(0).forEach((resolve) => resolve());
    }
  }
}
