/**
 * What this person keeps on the server for all their devices: drafts, and what they want of a room.
 * See "What people keep" in docs/PROTOCOL.md.
 */
import { PASSING } from './outbox.js';

const DRAFT_AFTER_MS = 500;
const AGAIN_AFTER_MS = 1000;

export class Keeps {
  values;
  version;
  #say;
  #changed;
  #timers = new Map();
  /** What the server is not known to have, by key: which change it was. What is heard of it is older. */
  #unsaid = new Map();
  #changes = 0;

  /**
   * @param say asks the server to keep something; may be refused
   * @param changed called when there is something to write down
   */
  constructor(say, changed) {
    this.#say = say;
    this.#changed = changed;
    this.load({}, 0);
  }

  /** @param unsaid the keys of what the server was not told by an earlier page */
  load(values, version, unsaid = []) {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    this.values = new Map(Object.entries(values));
    this.version = version;
    this.#unsaid = new Map(unsaid.map((key) => [key, ++this.#changes]));
  }

  /** What the server said was of another history; what it was not told yet was not. */
  restart() {
    const mine = [...this.values].filter(([key]) => this.#unsaid.has(key));
    this.load(Object.fromEntries(mine), 0, this.unsaid());
  }

  /** The keys of what the server is not known to have. */
  unsaid() {
    return [...this.#unsaid.keys()];
  }

  /** Somebody listens again. */
  live() {
    this.unsaid().forEach((key) => this.#tell(key));
  }

  heard(event) {
    this.version = Math.max(this.version, event.version);
    if (this.#unsaid.has(event.key)) {
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

  /** Whether this person wants to see nothing of that one. */
  blocks(user) {
    return this.values.get(`block/${user}`) === 'on';
  }

  /** Hides what that one writes, or shows it again; the server keeps them from writing to this person alone. */
  setBlocked(user, on) {
    const key = `block/${user}`;
    if (on) {
      this.values.set(key, 'on');
    } else {
      this.values.delete(key);
    }
    this.#mark(key);
    this.#tell(key);
  }

  ofRoom(room) {
    return this.get(`room/${room}`);
  }

  /** Changes some of what is wanted of a room; fields that this client does not know stay. */
  wantOfRoom(room, wishes) {
    this.#put(`room/${room}`, { ...this.ofRoom(room), ...wishes });
  }

  /** @param thread the seq of the message under which it is written; without one, it is the room's */
  draft(room, thread) {
    return this.get(draftKey(room, thread));
  }

  /** Kept a moment after the last key, so that not every letter is said. */
  setDraft(room, thread, text, reply) {
    const key = draftKey(room, thread);
    const before = this.get(key);
    if ((before.text ?? '') === text && before.reply === reply) {
      return;
    }
    if (text === '') {
      this.values.delete(key);
    } else {
      this.values.set(key, JSON.stringify({ ...before, text, reply }));
    }
    this.#mark(key);
    this.#tellIn(key, DRAFT_AFTER_MS);
  }

  #put(key, value) {
    this.values.set(key, JSON.stringify(value));
    this.#mark(key);
    this.#tell(key);
  }

  #mark(key) {
    this.#unsaid.set(key, ++this.#changes);
    this.#changed();
  }

  #tellIn(key, ms) {
    clearTimeout(this.#timers.get(key));
    const due = () => {
      this.#timers.delete(key);
      this.#tell(key);
    };
    this.#timers.set(key, setTimeout(due, ms));
  }

  async #tell(key) {
    const change = this.#unsaid.get(key);
    try {
      await this.#say({ type: 'keep', key, value: this.values.get(key) });
    } catch (error) {
      console.info(key, error.code);
      if (error.code === 'not_connected') {
        return; // said when there is a connection again
      }
      if (PASSING.has(error.code)) {
        this.#tellIn(key, error.retryMs || AGAIN_AFTER_MS);
        return;
      }
    }
    if (this.#unsaid.get(key) === change) {
      this.#unsaid.delete(key);
      this.#changed();
    }
  }
}

function draftKey(room, thread) {
  return thread ? `thread-draft/${room}/${thread}` : `draft/${room}`;
}
