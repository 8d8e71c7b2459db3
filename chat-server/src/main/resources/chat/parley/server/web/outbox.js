/**
 * Messages on their way. Each is kept before it is said, said in the order written, and taken off
 * only when the server has it: after a cut or a new start of the page it is said again with the
 * same nonce, which does nothing but repeat the answer.
 */
import { backoff } from './backoff.js';
import { tooBig } from './frame.js';
import { say } from './words.js';

const ACK_WITHIN_MS = 20_000;
const MOST_WAIT_MS = 60_000;
const MOST_WAITING = 1000;

/** What may pass by itself. */
export const PASSING = new Set(['rate_limited', 'busy', 'storage', 'going_away', 'internal']);

export class Outbox {
  /** By nonce, in the order written; `state` is queued, sending, uploading, failed, or sent until its event comes. */
  messages = new Map();
  #vault;
  #said = new Map();
  #voice = null;
  #limits = null;
  #tokens = 0;
  #tokensAt = 0;
  #pausedUntil = 0;
  #refusals = 0;
  #timer = null;
  #changed;
  #dead;
  #chain = Promise.resolve();
  /** Uploads the files of a message anew, and answers with their ids; set by who can. */
  upload = null;

  /**
   * @param changed called after every change, with the room that it is of
   * @param dead called when an answer does not come
   */
  constructor(vault, changed, dead) {
    this.#vault = vault;
    this.#changed = changed;
    this.#dead = dead;
  }

  /** What an earlier page left behind, in its order. */
  load(kept) {
    for (const outgoing of kept) {
      this.messages.set(outgoing.nonce, { ...outgoing, anew: false, state: outgoing.state === 'failed' ? 'failed' : 'queued' });
    }
  }

  of(room) {
    return [...this.messages.values()].filter((outgoing) => outgoing.room === room);
  }

  /** Kept when it is done, and then on its way. One after the other, so that the order stays. */
  add(message) {
    this.#chain = this.#chain
      .catch(() => {})
      .then(async () => {
        if (this.messages.size >= MOST_WAITING) {
          throw new Error('too many wait');
        }
        const outgoing = { ...message, nonce: freshNonce(), at: Date.now(), state: 'queued' };
        outgoing.order = await this.#keep(outgoing);
        this.messages.set(outgoing.nonce, outgoing);
        this.#changed(outgoing.room);
        this.#pump();
      });
    return this.#chain;
  }

  /** With its files, unless they are more than this browser takes. */
  #keep(outgoing) {
    return this.#vault.putOutgoing(outgoing).catch((error) => {
      if (!outgoing.originals) {
        throw error;
      }
      outgoing.originals = undefined;
      return this.#vault.putOutgoing(outgoing);
    });
  }

  async retry(nonce) {
    const outgoing = this.messages.get(nonce);
    if (outgoing?.state === 'failed') {
      this.messages.delete(nonce); // to the end of the queue
      this.messages.set(nonce, outgoing);
      outgoing.anew = false;
      await this.#become(outgoing, 'queued', '');
      this.#pump();
    }
  }

  async discard(nonce) {
    const outgoing = this.messages.get(nonce);
    if (outgoing && outgoing.state !== 'sending') {
      this.messages.delete(nonce);
      this.#changed(outgoing.room);
      await this.#vault.dropOutgoing(outgoing.order);
    }
  }

  /** Somebody listens again. */
  live(voice, limits) {
    this.#voice = voice;
    this.#limits = limits;
    this.#tokens = limits.send_burst;
    this.#tokensAt = performance.now();
    this.#pausedUntil = 0;
    this.#pump();
  }

  /** What the server takes is another amount now. */
  limit(limits) {
    this.#limits = limits;
  }

  /** What was not acknowledged will be said again. */
  cut() {
    this.#voice = null;
    clearTimeout(this.#timer);
    this.#requeue();
  }

  /** The server has it; it is shown until its event comes, which is mostly the next thing heard. */
  acked(nonce) {
    const outgoing = this.messages.get(nonce);
    if (!outgoing || outgoing.state === 'sent') {
      return;
    }
    outgoing.state = 'sent';
    for (const [id, said] of this.#said) {
      if (said.nonce === nonce) {
        this.#said.delete(id);
      }
    }
    this.#refusals = 0;
    this.#vault.dropOutgoing(outgoing.order).catch((error) => console.warn(error));
    this.#changed(outgoing.room);
    this.#pump();
  }

  /** Its event is in the room, which says the same as an ack. */
  settled(nonce) {
    this.acked(nonce);
    this.messages.delete(nonce);
  }

  /** Whether the refusal was of one of these. */
  refused(error) {
    const said = this.#said.get(error.re);
    if (!said) {
      return false;
    }
    if (PASSING.has(error.code)) {
      this.#requeue();
      this.#pausedUntil = performance.now() + Math.min(error.retry_ms || backoff(this.#refusals), MOST_WAIT_MS);
      this.#refusals++;
    } else {
      this.#said.delete(error.re);
      const outgoing = this.messages.get(said.nonce);
      if (outgoing?.originals && error.code === 'no_such_file' && !outgoing.anew) {
        this.#uploadAnew(outgoing);
      } else if (outgoing) {
        this.#become(outgoing, 'failed', error.message).catch((e) => console.warn(e));
      }
    }
    this.#pump();
    return true;
  }

  /** The server has forgotten files that waited too long for their message; here they still are. */
  async #uploadAnew(outgoing) {
    outgoing.anew = true;
    outgoing.state = 'uploading';
    this.#changed(outgoing.room);
    try {
      const files = await this.upload(outgoing.room, outgoing.originals);
      if (this.messages.get(outgoing.nonce) === outgoing) {
        outgoing.files = files;
        await this.#become(outgoing, 'queued', '');
        this.#pump();
      }
    } catch (error) {
      if (this.messages.get(outgoing.nonce) === outgoing) {
        await this.#become(outgoing, 'failed', error.message).catch((e) => console.warn(e));
      }
    }
  }

  #pump() {
    clearTimeout(this.#timer);
    if (!this.#voice) {
      return;
    }
    const now = performance.now();
    for (const outgoing of this.messages.values()) {
      if (outgoing.state !== 'queued') {
        continue;
      }
      const wait = Math.max(this.#pausedUntil - now, this.#paceWait(now));
      if (this.#said.size >= Math.max(1, this.#limits.in_flight) || !this.#voice) {
        break;
      }
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#pump(), wait);
        return;
      }
      this.#say(outgoing, now);
    }
    this.#watch(now);
  }

  #say(outgoing, now) {
    const { room, nonce, body, reply, thread, forward, files } = outgoing;
    const id = this.#voice.nextId();
    const command = { type: 'send', id, room, nonce, body, reply, thread, forward, files };
    if (tooBig(JSON.stringify(command), this.#limits.frame_bytes)) {
      // Said anyway it would cost the connection, and then again, for ever.
      this.#become(outgoing, 'failed', say('error.too_big')).catch((error) => console.warn(error));
      return;
    }
    outgoing.state = 'sending';
    this.#said.set(id, { nonce, at: now });
    this.#tokens -= 1;
    this.#voice.say(command);
    this.#changed(room);
  }

  /** A server that takes messages and acknowledges none is as good as gone. */
  #watch(now) {
    const oldest = this.#said.values().next().value;
    if (oldest) {
      const left = oldest.at + ACK_WITHIN_MS - now;
      if (left <= 0) {
        this.#dead();
      } else {
        this.#timer = setTimeout(() => this.#pump(), left);
      }
    }
  }

  #paceWait(now) {
    const rate = this.#limits.send_per_second;
    if (!rate) {
      return 0;
    }
    this.#tokens = Math.min(this.#limits.send_burst, this.#tokens + ((now - this.#tokensAt) / 1000) * rate);
    this.#tokensAt = now;
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / rate) * 1000);
  }

  #requeue() {
    this.#said.clear();
    const rooms = new Set();
    for (const outgoing of this.messages.values()) {
      if (outgoing.state === 'sending') {
        outgoing.state = 'queued';
        rooms.add(outgoing.room);
      }
    }
    rooms.forEach(this.#changed);
  }

  async #become(outgoing, state, sentence) {
    outgoing.state = state;
    outgoing.sentence = sentence;
    this.#changed(outgoing.room);
    await this.#vault.putOutgoing({ ...outgoing });
  }
}

function freshNonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
