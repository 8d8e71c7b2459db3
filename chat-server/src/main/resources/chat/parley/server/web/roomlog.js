/**
 * The stretch of a room's log that is in this page: events without a hole, oldest first. It grows
 * by pages at both ends and is cut at the other, so it never holds more than a few pages, however
 * long the room is.
 */
import { after, expired, renamed, targetOf } from './fold.js';

export const PAGE = 60;
export const MOST = 240;

export class RoomLog {
  events = [];
  /** Whether it begins with the first event there is. */
  atStart = false;
  /** Whether it ends with the last one, so that live events follow. */
  atEnd = true;
  /** Which way a page is being fetched: 'older', 'newer', or null. */
  loading = null;
  /** Ends when that page is here, or is known not to come. */
  page = null;
  /** Whether the last page could not be had. */
  failed = false;
  /** The seq after which the line above the unread messages stands; null for none. */
  unreadAfter = null;
  /** Whether the reader is at the end, and wants to see what comes. */
  following = true;
  /** Whether what is kept was read. */
  ready = false;
  /** A message to show: {seq, flash}; taken by the view. */
  landing = null;

  first() {
    return this.events.length > 0 ? this.events[0].seq : null;
  }

  last() {
    return this.events.length > 0 ? this.events[this.events.length - 1].seq : null;
  }

  /** The event of that seq; undefined when it is not here. */
  get(seq) {
    const first = this.first();
    return first === null ? undefined : this.events[seq - first];
  }

  reset(events, atStart, atEnd) {
    this.events = events;
    this.atStart = atStart || this.first() === 1;
    this.atEnd = atEnd;
  }

  /** Takes the next event of the room: what it changes, and itself when the stretch reaches it. */
  apply(event) {
    const target = this.get(targetOf(event));
    if (target) {
      this.#put(after(target, event));
    }
    if (event.type === 'renamed') {
      this.events = this.events.map((each) => renamed(each, event));
    }
    if (this.atEnd && this.events.length >= MOST && !this.following) {
      this.atEnd = false; // the reader is elsewhere in it, and comes back by pages
    } else if (this.atEnd) {
      this.events = [...this.events, event];
      this.trimStart(MOST);
    }
  }

  /** Messages up to there are gone because of their age. */
  expire(upTo) {
    this.events = this.events.map((event) => expired(event, upTo));
  }

  prepend(events, more) {
    const first = this.first();
    const older = events.filter((event) => first === null || event.seq < first);
    this.events = [...older, ...this.events];
    this.atStart = !more || this.first() === 1;
    if (this.events.length > MOST) {
      this.events = this.events.slice(0, MOST);
      this.atEnd = false;
    }
  }

  /** @param head the newest seq of the room that is known */
  append(events, head) {
    const last = this.last() ?? 0;
    this.events = [...this.events, ...events.filter((event) => event.seq > last)];
    this.atEnd = (this.last() ?? 0) >= head;
    this.trimStart(MOST);
  }

  /** Forgets the oldest, when there are too many. */
  trimStart(most) {
    if (this.events.length > most) {
      this.events = this.events.slice(this.events.length - most);
      this.atStart = false;
    }
  }

  #put(event) {
    const at = event.seq - this.first();
    if (this.events[at] !== event) {
      this.events = this.events.with ? this.events.with(at, event) : this.events.map((e, i) => (i === at ? event : e));
    }
  }
}
