/**
 * What this browser keeps: who one is here, how far each room was read into, its newest events, and
 * what waits to be sent. All of it in IndexedDB, so that it outlives the page.
 */
import { after, expired, renamed, targetOf, withdrawn } from './fold.js';

const NAME = 'parley';
const VERSION = 2;

/** How many of the newest events of a room are kept. */
export const KEPT_EVENTS = 200;

export class Vault {
  /** Events that wait for the next transaction, by room. */
  #fresh = new Map();
  #db;
  #flushing = null;
  #writes = new Set();

  constructor(db) {
    this.#db = db;
  }

  /** Null when this browser keeps nothing, as some do in private windows. */
  static async open() {
    try {
      const request = indexedDB.open(NAME, VERSION);
      request.onupgradeneeded = () => {
        const db = request.result;
        const stores = { me: {}, rooms: { keyPath: 'id' }, events: { keyPath: ['room', 'seq'] }, outbox: { keyPath: 'order', autoIncrement: true }, uploads: { keyPath: 'key' } };
        Object.entries(stores)
          .filter(([name]) => !db.objectStoreNames.contains(name)) // those of an earlier version stay
          .forEach(([name, options]) => db.createObjectStore(name, options));
      };
      const db = await done(request);
      db.onversionchange = () => db.close();
      return new Vault(db);
    } catch (error) {
      console.warn('Nothing can be kept in this browser', error);
      return null;
    }
  }

  /** All but the events. */
  async load() {
    const tx = this.#db.transaction(['me', 'rooms', 'outbox', 'uploads']);
    const [me, rooms, outbox, uploads] = await Promise.all([
      done(tx.objectStore('me').get('me')),
      done(tx.objectStore('rooms').getAll()),
      done(tx.objectStore('outbox').getAll()),
      done(tx.objectStore('uploads').getAll()),
    ]);
    return { me: me ?? {}, rooms, outbox, uploads };
  }

  /** Ends when nothing is being written. */
  async settled() {
    await Promise.allSettled([this.#flushing, ...this.#writes]);
  }

  /** On disk when it is done. */
  saveMe(me) {
    return this.#write(['me'], (tx) => tx.objectStore('me').put(me, 'me'));
  }

  saveRooms(rooms) {
    return this.#write(['rooms'], (tx) => {
      const store = tx.objectStore('rooms');
      rooms.forEach((room) => store.put(room));
    });
  }

  /** Messages of a room up to there are gone because of their age. */
  async expire(id, upTo) {
    await this.#flushing;
    await this.#write(['events'], (tx) => change(tx.objectStore('events'), id, Infinity, (event) => expired(event, upTo)));
  }

  /** Forgets rooms with all that is kept of them. */
  forget(ids) {
    ids.forEach((id) => this.#fresh.delete(id));
    return this.#write(['rooms', 'events'], (tx) => {
      for (const id of ids) {
        tx.objectStore('rooms').delete(id);
        tx.objectStore('events').delete(IDBKeyRange.bound([id, 0], [id, Infinity]));
      }
    });
  }

  /** Everything, but what waits to be sent only when told so. */
  clear(outboxToo) {
    this.#fresh.clear();
    const stores = outboxToo ? ['me', 'rooms', 'events', 'outbox', 'uploads'] : ['me', 'rooms', 'events'];
    return this.#write(stores, (tx) => stores.forEach((store) => tx.objectStore(store).clear()));
  }

  /** Answers with its place in the order of sending. On disk when it is done. */
  async putOutgoing(outgoing) {
    let key;
    await this.#write(['outbox'], (tx) => {
      key = tx.objectStore('outbox').put(outgoing);
    });
    return key.result;
  }

  dropOutgoing(order) {
    return this.#write(['outbox'], (tx) => tx.objectStore('outbox').delete(order));
  }

  /** A file on its way to the server, with how it is called there. */
  putUpload(upload) {
    return this.#write(['uploads'], (tx) => tx.objectStore('uploads').put(upload));
  }

  dropUpload(key) {
    return this.#write(['uploads'], (tx) => tx.objectStore('uploads').delete(key));
  }

  /**
   * Keeps an event and the cursor that it moves, in one transaction: a cursor that is ahead of what
   * was stored would lose messages.
   *
   * @param room what is kept of the room, its cursor included
   */
  apply(room, event) {
    let fresh = this.#fresh.get(room.id);
    if (!fresh) {
      fresh = { room, events: [] };
      this.#fresh.set(room.id, fresh);
    }
    fresh.room = room;
    fresh.events.push(event);
    this.#flushing ??= new Promise((resolve) => setTimeout(resolve)).then(() => this.#flush());
  }

  /** Puts older or newer pages beside what is kept; they move no cursor. */
  keepPage(events) {
    return this.#write(['events'], (tx) => {
      const store = tx.objectStore('events');
      events.forEach((event) => store.put(event));
    });
  }

  /** The newest kept events of a room, oldest first, up to its cursor and without a hole. */
  async newest(room, cursor) {
    await this.#flushing;
    if (cursor === 0) {
      return [];
    }
    const tx = this.#db.transaction(['events']);
    const range = IDBKeyRange.bound([room, Math.max(1, cursor - KEPT_EVENTS + 1)], [room, cursor]);
    const events = await done(tx.objectStore('events').getAll(range));
    let from = events.length;
    for (let due = cursor; from > 0 && events[from - 1].seq === due; due--) {
      from--;
    }
    return events.slice(from);
  }

  async #flush() {
    const waiting = [...this.#fresh.values()];
    this.#fresh.clear();
    this.#flushing = null;
    await this.#write(['rooms', 'events'], (tx) => {
      const events = tx.objectStore('events');
      for (const { room, events: fresh } of waiting) {
        fresh.forEach((event) => keep(events, event));
        if (room.cursor > KEPT_EVENTS) {
          events.delete(IDBKeyRange.bound([room.id, 0], [room.id, room.cursor - KEPT_EVENTS]));
        }
        tx.objectStore('rooms').put(room);
      }
    });
  }

  async #write(stores, body) {
    const tx = this.#db.transaction(stores, 'readwrite', { durability: 'strict' });
    const ended = new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error ?? new Error('aborted'));
    });
    body(tx);
    this.#writes.add(ended);
    await ended.finally(() => this.#writes.delete(ended));
  }
}

function keep(store, event) {
  const target = targetOf(event);
  if (target) {
    const found = store.get([event.room, target]);
    found.onsuccess = () => {
      if (found.result) {
        store.put(after(found.result, event));
      }
    };
  }
  if (event.type === 'deleted') {
    change(store, event.room, event.seq, (each) => withdrawn(each, event.target));
  }
  if (event.type === 'renamed') {
    change(store, event.room, event.seq, (each) => renamed(each, event));
  }
  store.put(event);
}

/** Puts what becomes of each event of a room up to that seq. */
function change(store, room, upTo, become) {
  const all = store.openCursor(IDBKeyRange.bound([room, 0], [room, upTo]));
  all.onsuccess = () => {
    const at = all.result;
    if (at) {
      const now = become(at.value);
      if (now !== at.value) {
        at.update(now);
      }
      at.continue();
    }
  };
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
