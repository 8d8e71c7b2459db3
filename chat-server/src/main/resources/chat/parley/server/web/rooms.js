/** The rooms one is in: what they are, how far they were read into, and what is unread. */

const KEPT_FIELDS = [
  'id', 'name', 'kind', 'topic', 'description', 'posting', 'archived', 'slow_seconds', 'rank', 'with',
  'muted_until', 'head', 'read', 'unread', 'mentions', 'cursor', 'expired',
];

/** More than this is not fetched after an absence: the room starts again at its head. */
const MOST_MISSED = 2000;

export class Rooms {
  #rooms = new Map();

  /** Whether @here calls this person, on whichever device they are. */
  here = true;

  get(id) {
    return this.#rooms.get(id);
  }

  all() {
    return [...this.#rooms.values()];
  }

  /** What an earlier page kept. */
  load(kept) {
    kept.forEach((room) => this.#rooms.set(room.id, room));
  }

  cursors() {
    return Object.fromEntries(this.all().map((room) => [room.id, room.cursor]));
  }

  /**
   * Takes over what the server says of all rooms. Answers with those that are over, those of which
   * too much was missed to be fetched, and those of which messages are gone because of their age.
   */
  welcome(states) {
    const before = this.#rooms;
    this.#rooms = new Map();
    this.here = true;
    const skipped = [];
    for (const state of states) {
      const cursor = before.get(state.id)?.cursor;
      this.#rooms.set(state.id, { ...state, cursor: cursor ?? state.head });
      if (cursor !== undefined && state.head - cursor > MOST_MISSED) {
        this.#rooms.get(state.id).cursor = state.head;
        skipped.push(state.id);
      }
    }
    const over = [...before.keys()].filter((id) => !this.#rooms.has(id));
    const aged = states.filter((state) => state.expired > (before.get(state.id)?.expired ?? 0));
    return { over, skipped, aged };
  }

  /** A room that is new here, or known already. */
  add(state) {
    const known = this.#rooms.get(state.id);
    this.#rooms.set(state.id, { ...state, cursor: known?.cursor ?? state.head });
    return this.#rooms.get(state.id);
  }

  remove(id) {
    this.#rooms.delete(id);
  }

  /** Moves the cursor over an event that is the next one, and counts it. */
  apply(room, event, me) {
    room.cursor = event.seq;
    if (event.seq > room.head) {
      room.head = event.seq;
      if (event.type === 'message' && event.from !== me.id) {
        room.unread++;
        if (event.mentions?.includes(me.id) || event.call === 'room' || (event.call === 'here' && this.here)) {
          room.mentions++;
        }
      }
    }
    if (event.type === 'room_changed') {
      const { id, ...now } = event.now;
      Object.assign(room, { description: undefined, posting: undefined, archived: undefined, slow_seconds: undefined }, now);
    } else if (event.type === 'rank_changed' && event.member.id === me.id) {
      room.rank = event.rank;
    } else if (event.type === 'renamed') {
      room.with = room.with?.map((user) => (user.id === event.from ? { ...user, name: event.name } : user));
    }
  }

  read(event) {
    const room = this.#rooms.get(event.room);
    if (room) {
      room.read = event.seq;
      room.unread = event.unread;
      room.mentions = event.mentions;
    }
  }
}

/** What is worth keeping of a room. */
export function kept(room) {
  return Object.fromEntries(KEPT_FIELDS.filter((field) => room[field] !== undefined).map((field) => [field, room[field]]));
}
