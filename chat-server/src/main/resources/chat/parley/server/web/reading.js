/**
 * What is being read: the stretch of the log of each room that was opened, its pages, and how far
 * it was read. At most a few rooms are held; the others are read again from what is kept.
 */
import { expired } from './fold.js';
import { Refused } from './requests.js';
import { PAGE, RoomLog } from './roomlog.js';

const MOST_ROOMS = 6;
const READ_EVERY_MS = 500;
const CONTEXT = 20;

export class Reading {
  /** The id of the open room; null when none is. */
  open = null;
  #client;
  #vault;
  #changed;
  #logs = new Map();
  #marks = new Map();
  #timer = null;
  /** What was made unread on purpose stays so until the room is opened again. */
  #resting = null;

  constructor(client, vault, changed) {
    this.#client = client;
    this.#vault = vault;
    this.#changed = changed;
  }

  log(id) {
    return this.#logs.get(id);
  }

  /** Opens a room where its unread messages begin, else at its end. */
  async enter(id) {
    if (this.open === id) {
      return;
    }
    this.open = id;
    const room = this.#client.rooms.get(id);
    if (!room) {
      return;
    }
    const log = await this.#log(id);
    log.unreadAfter = room.unread > 0 ? room.read : null;
    log.following = true;
    if (!log.atEnd) {
      log.reset([], false, true);
    }
    this.#changed();
    await this.#show(log, room);
  }

  close() {
    this.#resting = null;
    const log = this.#logs.get(this.open);
    if (log) {
      log.unreadAfter = null;
    }
    this.open = null;
  }

  /** There is a connection again; what was said of reading on the last one may be lost. */
  refresh() {
    this.#marks.clear();
    this.#logs.forEach((log) => (log.failed = false));
    const room = this.#client.rooms.get(this.open);
    const log = this.#logs.get(this.open);
    if (room && log) {
      if (log.unreadAfter === null && room.unread > 0) {
        log.unreadAfter = room.read;
      }
      this.#show(log, room).catch((error) => console.info('history', error.code));
    } else if (room) {
      const id = this.open;
      this.open = null;
      this.enter(id).catch((error) => console.info('history', error.code));
    }
  }

  apply(room, event) {
    const log = this.#logs.get(room.id);
    if (log?.ready) {
      log.apply(event);
    }
    if (room.kind === 'direct' && event.type === 'message') {
      this.#mark(room.id, 'got', event.seq);
    }
  }

  /** Messages of a room up to there are gone because of their age. */
  expire(id, upTo) {
    this.#logs.get(id)?.expire(upTo);
  }

  forget(id) {
    this.#logs.delete(id);
    this.#marks.delete(id);
    if (this.open === id && this.#client.rooms.get(id)) {
      this.open = null;
      this.enter(id).catch((error) => console.info('history', error.code));
    }
  }

  /** What could not be had is asked for again: what the screen needs first, and then by the view. */
  async again(id) {
    const room = this.#client.rooms.get(id);
    const log = this.#logs.get(id);
    if (room && log) {
      log.failed = false;
      await this.#show(log, room);
    }
  }

  async older(id) {
    const log = this.#logs.get(id);
    if (log && !log.atStart && log.first() !== null) {
      await this.#page(log, 'older', { room: id, before: log.first(), limit: PAGE }, (page) =>
        log.prepend(page.events, page.more),
      );
    }
  }

  async newer(id) {
    const log = this.#logs.get(id);
    if (log && !log.atEnd && log.last() !== null) {
      await this.#page(log, 'newer', { room: id, after: log.last(), limit: PAGE }, (page) =>
        log.append(page.events, this.#client.rooms.get(id)?.cursor ?? 0),
      );
    }
  }

  /** Shows the newest messages. */
  async toEnd(id) {
    const log = this.#logs.get(id);
    if (log) {
      log.following = true;
      if (!log.atEnd) {
        await this.#newest(log, id);
      }
      log.landing = { end: true };
      this.#changed();
    }
  }

  /** Shows a message, wherever it is in the log. Answers whether it is there; refused when nobody knows. */
  async toMessage(id, seq) {
    const log = await this.#log(id);
    log.following = false;
    const refused = log.get(seq) ? null : await this.#around(log, id, seq);
    if (log.get(seq)) {
      log.landing = { seq, flash: true };
    } else if (refused) {
      throw refused;
    }
    this.#changed();
    return Boolean(log.get(seq));
  }

  /** All up to that message was on the screen of somebody who looks. */
  sawUpTo(id, seq) {
    const room = this.#client.rooms.get(id);
    const resting = this.#resting?.id === id && seq >= this.#resting.seq && this.open === id;
    if (room && seq > room.read && this.#client.live && !resting) {
      this.#mark(id, 'read', Math.min(seq, room.head));
    }
  }

  /** All from that message on is unread again, on purpose. */
  unreadFrom(id, seq) {
    this.#marks.delete(id);
    const log = this.#logs.get(id);
    if (log) {
      log.unreadAfter = seq - 1;
    }
    this.#resting = { id, seq };
    this.#changed();
  }

  async #log(id) {
    let log = this.#logs.get(id);
    if (log) {
      this.#logs.delete(id); // the newest at the end
      this.#logs.set(id, log);
    } else {
      log = new RoomLog();
      log.loaded = this.#load(log, id);
      this.#logs.set(id, log);
    }
    await log.loaded;
    return log;
  }

  async #load(log, id) {
    for (const other of this.#logs.keys()) {
      if (this.#logs.size > MOST_ROOMS && other !== id) {
        this.#logs.delete(other);
      }
    }
    let room;
    let events;
    do {
      room = this.#client.rooms.get(id);
      events = await this.#vault.newest(id, room.cursor).catch(() => []);
    } while (events.length > 0 && events.at(-1).seq < (this.#client.rooms.get(id)?.cursor ?? 0));
    log.reset(events, false, true);
    log.ready = true;
  }

  /** Fetches what the screen needs first, and says where to look. */
  async #show(log, room) {
    const unreadKnown = log.unreadAfter === null || (log.first() !== null && log.first() <= log.unreadAfter + 1);
    if (this.#client.live) {
      if (!unreadKnown) {
        await this.#around(log, room.id, log.unreadAfter + 1);
      } else if (log.events.length === 0) {
        await this.#newest(log, room.id);
      } else if (log.events.length < PAGE) {
        await this.older(room.id);
      }
    }
    if (log.landing === null && log.following) {
      log.landing = log.unreadAfter === null ? { end: true } : { unread: true };
    }
    this.#changed();
  }

  async #newest(log, id) {
    await this.#turn(log);
    const head = this.#client.rooms.get(id)?.cursor ?? 0;
    await this.#page(log, 'older', { room: id, before: head + 1, limit: PAGE }, (page) => {
      log.reset(page.events, !page.more, true);
      this.#catchUp(log, id);
    });
  }

  /** Answers why it could not be had; null when it could. */
  async #around(log, id, seq) {
    await this.#turn(log);
    return this.#page(log, 'older', { room: id, after: Math.max(0, seq - CONTEXT - 1), limit: PAGE }, (page) => {
      log.reset(page.events, seq <= CONTEXT + 1, false);
      this.#catchUp(log, id);
    });
  }

  /** Live events may have come while a page was under way. */
  #catchUp(log, id) {
    const cursor = this.#client.rooms.get(id)?.cursor ?? 0;
    log.atEnd = (log.last() ?? 0) >= cursor;
  }

  /** Who wants to be elsewhere waits for the page that is under way; the view would ask again. */
  async #turn(log) {
    while (log.loading) {
      await log.page;
    }
  }

  /** One at a time for each room. Answers why it could not be had; null when it could. */
  async #page(log, way, query, take) {
    if (!this.#client.live) {
      return new Refused('not_connected', '');
    }
    if (log.loading) {
      return null;
    }
    log.loading = way;
    log.failed = false;
    log.page = this.#fetch(log, query, take);
    this.#changed();
    return log.page;
  }

  async #fetch(log, query, take) {
    try {
      const page = await this.#client.ask({ type: 'history', ...query });
      const upTo = this.#client.rooms.get(query.room)?.expired ?? 0;
      const events = page.events.map((event) => expired(event, upTo)); // it may have been asked for before
      take({ ...page, events });
      if (log.atEnd) {
        this.#vault.keepPage(events).catch((error) => console.warn(error));
      }
      return null;
    } catch (error) {
      log.failed = true;
      console.info('history', error.code);
      return error;
    } finally {
      log.loading = null;
      this.#changed();
    }
  }

  #mark(room, type, seq) {
    const marks = this.#marks.get(room) ?? {};
    if (seq > (marks[type] ?? 0)) {
      this.#marks.set(room, { ...marks, [type]: seq, [`${type}Due`]: true });
      this.#timer ??= setTimeout(() => this.#sayMarks(), READ_EVERY_MS);
    }
  }

  #sayMarks() {
    this.#timer = null;
    for (const [room, marks] of this.#marks) {
      for (const type of ['read', 'got']) {
        if (marks[`${type}Due`]) {
          this.#client.link.say({ type, room, seq: marks[type] });
          marks[`${type}Due`] = false;
        }
      }
    }
  }
}
