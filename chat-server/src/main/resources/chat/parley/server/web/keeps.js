/**
 * What this person keeps on the server for all their devices: drafts, and what they want of a room.
 * See "What people keep" in docs/PROTOCOL.md.
 */
const DRAFT_AFTER_MS = 500;

export class Keeps {
  values;
  version;
  #say;
  #changed;
  #timers = new Map();
  /** What is being said, by key: until it is answered, what is heard of it is older. */
  #saying = new Map();

  /**
   * @param say asks the server to keep something; may be refused
   * @param changed called when there is something to write down
   */
  constructor(say, changed) {
    this.#say = say;
    this.#changed = changed;
    this.load({}, 0);
  }

  load(values, version) {
    this.values = new Map(Object.entries(values));
    this.version = version;
  }

  heard(event) {
    this.version = Math.max(this.version, event.version);
    if (this.#timers.has(event.key) || this.#saying.has(event.key)) {
      return;
    }
    if (event.value === undefined) {
      this.values.delete(event.key);
    } else {
      this.values.set(event.key, event.value);
    }
    this.#changed();
  }

  /** What stands there as JSON; an empty object when there is nothing, or no JSON. */
  get(key) {
    try {
      const value = JSON.parse(this.values.get(key) ?? '{}');
      return value && typeof value === 'object' ? value : {};
    } catch {
      return {};
    }
  }

  ofRoom(room) {
    return this.get(`room/${room}`);
  }

  /** Changes some of what is wanted of a room; fields that this client does not know stay. */
  wantOfRoom(room, wishes) {
    this.#put(`room/${room}`, { ...this.ofRoom(room), ...wishes });
  }

  draft(room) {
    return this.get(`draft/${room}`);
  }

  /** Kept a moment after the last key, so that not every letter is said. */
  setDraft(room, text, reply) {
    const key = `draft/${room}`;
    const before = this.draft(room);
    if ((before.text ?? '') === text && before.reply === reply) {
      return;
    }
    if (text === '') {
      this.values.delete(key);
    } else {
      this.values.set(key, JSON.stringify({ ...before, text, reply }));
    }
    clearTimeout(this.#timers.get(key));
    const due = () => {
      this.#timers.delete(key);
      this.#tell(key);
    };
    this.#timers.set(key, setTimeout(due, DRAFT_AFTER_MS));
    this.#changed();
  }

  #put(key, value) {
    this.values.set(key, JSON.stringify(value));
    this.#tell(key);
    this.#changed();
  }

  async #tell(key) {
    this.#saying.set(key, (this.#saying.get(key) ?? 0) + 1);
    try {
      await this.#say({ type: 'keep', key, value: this.values.get(key) });
    } catch (error) {
      console.info(key, error.code); // not connected: it is kept here, and the next change says it
    } finally {
      const left = this.#saying.get(key) - 1;
      if (left > 0) {
        this.#saying.set(key, left);
      } else {
        this.#saying.delete(key);
      }
    }
  }
}
