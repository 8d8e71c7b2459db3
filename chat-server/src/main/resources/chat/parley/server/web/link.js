/**
 * The way to the server: connects, says hello, watches for life, and comes back after a cut. Tells
 * its owner `welcome`, every other event, and each change of `state`:
 *
 *   idle ──come──▶ connecting ──welcome──▶ live
 *                      ▲                    │ cut
 *                      └────── waiting ◀────┘        ended (nobody comes back by itself)
 */
import { backoff } from './backoff.js';
import { tooBig } from './frame.js';
import { Requests } from './requests.js';
import { streamWire } from './stream.js';
import { webSocketWire } from './wire.js';
import { say } from './words.js';

const PING_AFTER_MS = 20_000;
const DEAD_AFTER_MS = 45_000;
const WELCOME_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 5_000;
/** After so long a connection is a good one, and the failures before it are forgotten. */
const STEADY_MS = 3_000;

/** How often in a row no WebSocket opens, where one did before, until the other way is tried. */
const MISSES = 3;
const ANSWER_WITHIN_MS = 6_000;
/** After so long on the other way, the next connection is tried by WebSocket first. */
const STREAM_FOR_MS = 5 * 60_000;

/** The close code for going on somewhere else. */
export const ELSEWHERE = 4010;

/** Close codes after which a client does not come back by itself. */
const FINAL = new Set([1000, ELSEWHERE, 4011, 4400, 4401, 4403]);

export class Link {
  state = 'idle';
  /** When the state began, by Date.now(). */
  since = Date.now();
  /** Why it ended: a close code and its reason. */
  ending = null;
  requests = new Requests(() => this.drop());
  #owner;
  #wire = null;
  #failures = 0;
  #timer = null;
  #saidAt = 0;
  #heardAt = 0;
  /** Whether the next connection goes the way for networks that let no WebSocket through. */
  #byStream = false;
  /** Whether a WebSocket came through in this page. */
  #cameThrough = false;
  /** Whether the other way did. */
  #streamed = false;
  /** How often in a row none did although the server was there, and when the last one failed. */
  #misses = 0;
  #missedAt = 0;

  /** @param owner {hello(), welcome(event), heard(event), refused(error), changed(), cut(), frameBytes()} */
  constructor(owner) {
    this.#owner = owner;
    setInterval(() => this.#look(), LOOK_EVERY_MS);
    addEventListener('online', () => this.retryNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        this.#look();
        this.retryNow();
      }
    });
  }

  /** How it speaks at this moment, for those who look for trouble. */
  get way() {
    return this.#byStream ? 'stream' : 'websocket';
  }

  come() {
    if (this.state !== 'connecting' && this.state !== 'live') {
      this.#connect();
    }
  }

  retryNow() {
    if (this.state === 'waiting') {
      this.#connect();
    }
  }

  leave() {
    clearTimeout(this.#timer);
    this.#become('idle');
    this.#wire?.close();
  }

  /** The line is as good as gone; another one is tried. */
  drop() {
    this.#wire?.drop('no answer');
  }

  /** Ends it as if the server had said so. */
  end(code) {
    this.leave();
    this.ending = { code, reason: '' };
    this.#become('ended');
  }

  nextId() {
    return this.requests.nextId();
  }

  /** Says a command that nobody answers; nothing happens without a connection. */
  say(command) {
    if (this.state === 'live') {
      this.#say(command);
    }
  }

  /** Says a command and gives its reply; refused at once without a connection. */
  ask(command) {
    const id = this.nextId();
    const reply = this.requests.expect(id);
    const said = { ...command, id };
    if (this.state !== 'live') {
      this.requests.answered({ type: 'error', re: id, code: 'not_connected', message: '' });
    } else if (tooBig(JSON.stringify(said), this.#owner.frameBytes())) {
      this.requests.answered({ type: 'error', re: id, code: 'too_big', message: say('error.too_big') });
    } else {
      this.#say(said);
    }
    return reply;
  }

  #say(command) {
    this.#saidAt = Date.now();
    this.#wire.say(JSON.stringify(command));
  }

  #connect() {
    clearTimeout(this.#timer);
    this.#become('connecting');
    let opened = false;
    const byStream = this.#byStream;
    const ears = {
      opened: () => {
        opened = true;
        if (!byStream) {
          this.#cameThrough = true;
          this.#misses = 0;
          this.#byStream = false; // however late a miss before it was counted
        } else {
          this.#streamed = true;
        }
        this.#heardAt = Date.now();
        this.#timer = setTimeout(() => this.#wire?.drop('no welcome'), WELCOME_WITHIN_MS);
        this.#say({ type: 'hello', id: this.nextId(), v: 1, ...this.#owner.hello() });
      },
      heard: (text) => this.#heard(text),
      ended: (code, reason) => this.#ended(code, reason, byStream, opened),
    };
    try {
      this.#wire = (byStream ? streamWire : webSocketWire)(ears);
    } catch (error) {
      console.warn('No WebSocket here', error);
      this.#ended(1006, '', byStream, false);
    }
  }

  #heard(text) {
    this.#heardAt = Date.now();
    const event = JSON.parse(text);
    if (event.type === 'welcome') {
      clearTimeout(this.#timer);
      this.#become('live');
      this.#owner.welcome(event);
    } else if (event.type === 'error' && this.state === 'connecting') {
      clearTimeout(this.#timer);
      this.#owner.refused(event);
    } else if (event.re === undefined || !this.requests.answered(event)) {
      this.#owner.heard(event);
    }
  }

  #ended(code, reason, byStream, opened) {
    clearTimeout(this.#timer);
    this.#wire = null;
    this.requests.cut();
    this.#owner.cut();
    if (this.state === 'idle') {
      return;
    }
    if (FINAL.has(code)) {
      this.ending = { code, reason };
      this.#become('ended');
      return;
    }
    if (this.state === 'live' && Date.now() - this.since >= STEADY_MS) {
      this.#failures = 0;
    }
    this.#chooseWay(byStream, opened);
    this.#become('waiting');
    this.#timer = setTimeout(() => this.#connect(), backoff(this.#failures));
    this.#failures++;
  }

  #chooseWay(byStream, opened) {
    if (byStream) {
      // A server that is away is no reason to leave a way that is known to be good.
      this.#byStream = this.#streamed && Date.now() - this.#missedAt < STREAM_FOR_MS;
    } else if (!opened) {
      this.#missedAt = Date.now();
      if (this.#cameThrough) {
        this.#countMiss();
      } else {
        this.#byStream = true;
      }
    }
  }

  /** A proxy may begin to block WebSockets; a server that is away looks the same, but answers nothing else. */
  async #countMiss() {
    const there = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
      (answer) => answer.ok,
      () => false,
    );
    this.#misses = there ? this.#misses + 1 : 0;
    if (this.state !== 'live' && this.#misses >= MISSES) {
      this.#byStream = true;
    }
  }

  #look() {
    if (this.state !== 'live') {
      return;
    }
    const now = Date.now();
    if (now - this.#heardAt >= DEAD_AFTER_MS) {
      this.#wire.drop('silent');
    } else if (now - this.#saidAt >= PING_AFTER_MS || now - this.#heardAt >= PING_AFTER_MS) {
      this.#say({ type: 'ping' });
    }
  }

  #become(state) {
    if (this.state !== state) {
      // Trying again and again is one state to a person, with one beginning.
      const same = (s) => s === 'waiting' || s === 'connecting';
      if (!(same(this.state) && same(state))) {
        this.since = Date.now();
      }
      this.state = state;
      this.#owner.changed();
    }
  }
}
