/**
 * Somebody's part in a server: what the server says becomes rooms, messages and people here, and
 * what the person does becomes commands. Knows nothing of the page; calls `changed` when there is
 * something new to show.
 */
import { Keeps } from './keeps.js';
import { expired } from './fold.js';
import { ELSEWHERE, Link } from './link.js';
import { Outbox, PASSING } from './outbox.js';
import { People } from './people.js';
import { Reading } from './reading.js';
import { Rooms, kept } from './rooms.js';

const AGENT = 'parley-web/0.1.0';
/** Other tabs hear by it that nothing of the person is to be seen any more. */
export const LOGGED_OUT = 'parley.logged-out';
/** What is kept beside the vault and says something of a person. */
const OF_PERSON = ['parley.room', 'parley.emoji'];
const NOT_OF_THE_LOG = new Set(['ack', 'read', 'history', 'found', 'edits']);

export class Client {
  /** Who one is: {id, name, role}; null before the first log-in. */
  user = null;
  /** The server as its last welcome said. */
  server = null;
  /** Whether there is a log-in to come back by. */
  known = false;
  /** What went wrong with the log-in: {code, message}. */
  refusal = null;
  announcement = null;
  /** What the person says of their being there; said again with every connection. */
  presence = 'online';
  rooms = new Rooms();
  /** Files that an earlier page had begun to send. */
  uploads = [];
  #vault;
  #me = {};
  #auth = null;
  #caughtUp = false;
  #filling = new Set();
  #watcher;
  #saving = null;
  #motd = '';

  /** @param watcher what the page does then: see main.js */
  constructor(vault, watcher) {
    this.#vault = vault;
    this.#watcher = watcher;
    const changed = () => watcher.changed();
    this.people = new People(changed);
    this.link = new Link({
      hello: () => this.#hello(),
      welcome: (event) => this.#welcome(event),
      heard: (event) => this.#heard(event),
      refused: (error) => this.#refused(error),
      changed,
      cut: () => this.#cut(),
      frameBytes: () => this.server?.limits.frame_bytes,
    });
    this.outbox = new Outbox(vault, changed, () => this.link.drop());
    this.keeps = new Keeps((command) => this.link.ask(command), () => this.#save());
    this.reading = new Reading(this, vault, changed);
  }

  /** Takes up what an earlier page left, and comes back when there is a way to. */
  async start() {
    const { me, rooms, outbox, uploads } = await this.#vault.load();
    this.uploads = uploads;
    this.#me = me;
    this.user = me.user ?? null;
    this.server = me.server ?? null;
    this.known = Boolean(me.token);
    this.keeps.load(me.kept ?? {}, me.keptVersion ?? 0, me.unsaid);
    this.rooms.load(rooms);
    this.outbox.load(outbox);
    if (this.known && this.link.state === 'idle') {
      this.link.come(); // unless another tab took over meanwhile
    }
    this.#watcher.changed();
  }

  async logIn(auth) {
    this.refusal = null;
    if (this.link.state === 'ended') {
      await this.#watcher.takeTurn(); // another tab had it
    }
    this.#auth = auth;
    this.link.leave();
    this.link.come();
  }

  /** Ends this device's log-in on the server too, when it can be told. */
  async logOut() {
    try {
      const { devices } = await this.link.ask({ type: 'devices' });
      await this.link.ask({ type: 'log_out', device: devices.find((device) => device.current)?.id });
    } catch (error) {
      console.info('the server was not told', error.code);
    }
    await this.forget();
  }

  /** Another tab takes part now. Ends when all that it will read is written. */
  async goOnElsewhere() {
    this.link.end(ELSEWHERE);
    await this.#saving;
    await this.#vault.settled();
  }

  /** Says whether one is there, to the server too. */
  bePresent(status) {
    this.presence = status;
    this.link.say({ type: 'presence', status });
    this.#watcher.changed();
  }

  /** The log-in is good no more. What waits to be sent stays, for the same person. */
  forgetLogIn() {
    this.link.leave();
    this.known = false;
    this.#me = { ...this.#me, token: undefined };
    this.#save();
    this.#watcher.changed();
  }

  /** Forgets all that this browser keeps. */
  async forget() {
    this.link.leave();
    await this.#vault.clear(true);
    OF_PERSON.forEach((key) => localStorage.removeItem(key));
    new BroadcastChannel(LOGGED_OUT).postMessage(null);
    location.reload();
  }

  get live() {
    return this.link.state === 'live';
  }

  ask(command) {
    return this.link.ask(command);
  }

  send(room, body, ties = {}) {
    return this.outbox.add({ room, body, ...ties });
  }

  keepUpload(upload) {
    return this.#vault.putUpload(upload);
  }

  dropUpload(key) {
    return this.#vault.dropUpload(key);
  }

  /** Joins a room, or makes it; gives its id. */
  async join(command) {
    const { room } = await this.link.ask(command);
    this.#added(room);
    return room.id;
  }

  async leave(room) {
    await this.link.ask({ type: 'leave', room });
    this.#gone([room]);
  }

  nameOf(room) {
    if (room.kind !== 'direct') {
      return room.name;
    }
    return (room.with ?? []).map((user) => this.people.name(user.id) ?? user.name).join(', ');
  }

  #hello() {
    const auth = this.#auth ?? { kind: 'token', token: this.#me.token };
    const same = !this.#auth;
    return {
      agent: AGENT,
      auth,
      epoch: same ? this.#me.epoch : undefined,
      cursors: same ? this.rooms.cursors() : {},
      kept: same ? this.#me.keptVersion : undefined,
    };
  }

  #welcome(event) {
    if (this.#auth && this.user && this.user.id !== event.user.id) {
      this.#someoneElse();
    }
    if (this.#me.epoch !== event.epoch) {
      this.#otherHistory();
    }
    this.#auth = null;
    this.refusal = null;
    this.user = event.user;
    this.server = event.server;
    this.known = true;
    this.#me = { ...this.#me, token: event.token ?? this.#me.token, epoch: event.epoch };
    this.#write(); // before anything else is: an account's old token is good no more
    const { over, skipped, aged } = this.rooms.welcome(event.rooms);
    this.#gone(over);
    skipped.forEach((id) => this.reading.forget(id));
    event.rooms.forEach((room) => room.with?.forEach((user) => this.people.learn(user)));
    Promise.all(aged.map(({ id, expired: upTo }) => this.#wipe(id, upTo)))
      .then(() => this.#vault.saveRooms(this.rooms.all().map(kept)))
      .catch((error) => console.warn(error));
    if (this.presence !== 'online') {
      this.link.say({ type: 'presence', status: this.presence });
    }
    this.#tellMotd();
    this.outbox.live({ nextId: () => this.link.nextId(), say: (command) => this.link.say(command) }, event.server.limits);
    this.keeps.live();
    this.#watcher.changed();
  }

  /** Another person came in at this browser: nothing of the one before may be seen or sent. */
  #someoneElse() {
    this.#watcher.someoneElse();
    this.#vault.clear(true).catch((error) => console.warn(error));
    this.rooms.all().forEach((room) => this.reading.forget(room.id));
    this.rooms = new Rooms();
    this.outbox.messages.clear();
    this.keeps.load({}, 0);
    this.presence = 'online';
    this.#me = {};
  }

  /** What is here is of another history, for example from before a backup was put back. */
  #otherHistory() {
    this.keeps.restart();
    const ids = this.rooms.all().map((room) => room.id);
    this.rooms = new Rooms();
    ids.forEach((id) => this.reading.forget(id));
    this.#vault.forget(ids).catch((error) => console.warn(error));
  }

  #refused(error) {
    if (!this.#auth && PASSING.has(error.code)) {
      this.link.drop();
      return;
    }
    this.#auth = null;
    if (error.code === 'bad_token') {
      this.known = false;
      this.#me = { ...this.#me, token: undefined };
      this.#save();
    }
    this.refusal = error;
    this.link.leave();
    this.#watcher.changed();
  }

  #cut() {
    this.#caughtUp = false;
    this.#filling.clear();
    this.outbox.cut();
    this.people.cut();
  }

  #heard(event) {
    switch (event.type) {
      case 'ack':
        this.outbox.acked(event.nonce);
        break;
      case 'error':
        if (!this.outbox.refused(event)) {
          console.info('refused', event.code, event.message);
        }
        break;
      case 'caught_up':
        this.#arriveAtNow();
        break;
      case 'reset':
        this.#reset(event.room);
        break;
      case 'read':
        this.rooms.read(event);
        this.#keepRoom(event.room);
        break;
      case 'room_added':
        this.#added(event.room);
        break;
      case 'room_removed':
        this.#gone([event.room]);
        break;
      case 'typing':
        this.people.typing(event);
        break;
      case 'presence':
        this.people.presence(event);
        if (event.user === this.user.id) {
          this.rooms.here = event.status === 'online';
        }
        break;
      case 'token': // what the page had is good no more
        this.#me = { ...this.#me, token: event.token };
        this.#write();
        break;
      case 'self':
        this.user = event.user;
        this.#save();
        break;
      case 'kept':
        this.keeps.heard(event);
        break;
      case 'muted':
        Object.assign(this.rooms.get(event.room) ?? {}, { muted_until: event.until });
        break;
      case 'server':
        this.server = event.server;
        this.outbox.limit(event.server.limits);
        this.#tellMotd();
        this.#save();
        break;
      case 'expired':
        this.#expire(event);
        break;
      case 'announced':
        this.announcement = event.text ? event : null;
        break;
      default:
        if (event.seq !== undefined && event.room !== undefined && !NOT_OF_THE_LOG.has(event.type)) {
          this.#ofRoom(event);
        }
    }
    this.#watcher.changed();
  }

  /** The client's rule: the next one is applied, what is known is dropped, a hole is fetched. */
  #ofRoom(event) {
    const room = this.rooms.get(event.room);
    if (!room || event.seq <= room.cursor) {
      return;
    }
    if (event.seq > room.cursor + 1) {
      this.#fill(room.id);
      return;
    }
    this.rooms.apply(room, event, this.user);
    if (event.from) {
      this.people.learn({ id: event.from, name: event.name });
      this.people.stopped(room.id, event.from);
    }
    if (event.type === 'message' && event.nonce) {
      this.outbox.settled(event.nonce);
    }
    this.reading.apply(room, event);
    this.#vault.apply(kept(room), event);
    this.#watcher.applied(room, event);
    if (this.#caughtUp && event.type === 'message' && event.from !== this.user.id) {
      this.#watcher.arrived(room, event);
    }
  }

  async #fill(id) {
    if (this.#filling.has(id)) {
      return;
    }
    this.#filling.add(id);
    try {
      for (let more = true; more; ) {
        const room = this.rooms.get(id);
        if (!room) {
          return;
        }
        const page = await this.link.ask({ type: 'history', room: id, after: room.cursor, limit: 500 });
        page.events.forEach((event) => this.#ofRoom(expired(event, room.expired ?? 0)));
        more = page.more;
      }
    } catch (error) {
      console.info('a hole stays until the next log-in', error.code);
    } finally {
      this.#filling.delete(id);
      this.#watcher.changed();
    }
  }

  /** Retention took messages of a room away; nothing of them stays here either. */
  #expire({ room: id, seq }) {
    const room = this.rooms.get(id);
    if (room && seq > (room.expired ?? 0)) {
      room.expired = seq;
      this.#wipe(id, seq)
        .then(() => this.#keepRoom(id))
        .catch((error) => console.warn(error));
    }
  }

  #wipe(id, upTo) {
    this.reading.expire(id, upTo);
    this.#watcher.expired(id, upTo);
    return this.#vault.expire(id, upTo);
  }

  /** Not again with every connection. */
  #tellMotd() {
    const now = this.server.motd ?? '';
    if (now.trim() && now !== this.#motd) {
      this.#watcher.told(now);
    }
    this.#motd = now;
  }

  #arriveAtNow() {
    this.#caughtUp = true;
    this.#watcher.caughtUp();
    this.rooms.all().filter((room) => room.cursor < room.head).forEach((room) => this.#fill(room.id));
    this.reading.refresh();
    this.link
      .ask({ type: 'people', limit: 500 })
      .then((reply) => {
        reply.people.forEach((person) => this.people.learn(person));
        this.#watcher.changed();
      })
      .catch((error) => console.info('people', error.code));
    if (this.rooms.all().length === 0) {
      this.join({ type: 'join', name: 'lobby', create: false }).catch((error) => console.info('lobby', error.code));
    }
  }

  #added(state) {
    const room = this.rooms.add(state);
    state.with?.forEach((user) => this.people.learn(user));
    this.#keepRoom(room.id);
    this.#watcher.changed();
  }

  #gone(ids) {
    if (ids.length === 0) {
      return;
    }
    for (const id of ids) {
      this.rooms.remove(id);
      this.reading.forget(id);
      this.#watcher.roomGone(id);
    }
    this.#vault.forget(ids).catch((error) => console.warn(error));
    this.#watcher.changed();
  }

  /** What is here of the room is of another history. */
  #reset(id) {
    const room = this.rooms.get(id);
    if (room) {
      room.cursor = room.head;
      this.reading.forget(id);
      this.#vault
        .forget([id])
        .then(() => this.#vault.saveRooms([kept(room)]))
        .catch((error) => console.warn(error));
    }
  }

  #keepRoom(id) {
    const room = this.rooms.get(id);
    if (room) {
      this.#vault.saveRooms([kept(room)]).catch((error) => console.warn(error));
    }
  }

  #save() {
    this.#saving ??= Promise.resolve().then(() => {
      this.#saving = null;
      this.#write();
    });
  }

  #write() {
    this.#me.user = this.user;
    this.#me.server = this.server;
    this.#me.kept = Object.fromEntries(this.keeps.values);
    this.#me.keptVersion = this.keeps.version;
    this.#me.unsaid = this.keeps.unsaid();
    this.#vault.saveMe({ ...this.#me }).catch((error) => console.warn(error));
  }
}
