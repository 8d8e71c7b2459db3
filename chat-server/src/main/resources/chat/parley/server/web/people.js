/** Everybody this page has heard of: name, presence, what they say of themselves, who is typing. */
const TYPING_MS = 6000;

export class People {
  #people = new Map();
  #typing = new Map();
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  get(id) {
    return this.#people.get(id);
  }

  name(id) {
    return this.#people.get(id)?.name;
  }

  status(id) {
    return this.#people.get(id)?.status ?? 'offline';
  }

  all() {
    return [...this.#people.values()];
  }

  /** What a list or an event says of somebody; what it leaves out stays. */
  learn(user) {
    this.#people.set(user.id, { ...this.#people.get(user.id), ...user });
  }

  presence(event) {
    this.learn({ id: event.user, status: event.status, says: event.says });
  }

  typing(event) {
    const room = this.#typing.get(event.room) ?? new Map();
    clearTimeout(room.get(event.from)?.timer);
    const timer = setTimeout(() => this.stopped(event.room, event.from), TYPING_MS);
    room.set(event.from, { name: event.name, timer });
    this.#typing.set(event.room, room);
  }

  stopped(room, user) {
    const typing = this.#typing.get(room);
    if (typing?.has(user)) {
      clearTimeout(typing.get(user).timer);
      typing.delete(user);
      this.#changed();
    }
  }

  /** The names of those who are typing in a room. */
  typingIn(room) {
    return [...(this.#typing.get(room)?.values() ?? [])].map((each) => each.name);
  }

  /** Nothing is known of anybody's presence any more. */
  cut() {
    for (const person of this.#people.values()) {
      person.status = undefined;
    }
    this.#typing.clear();
  }
}
