/** Tells of messages while the page is open: by the system where that is allowed, and in the title. */
import { told } from './filewords.js';
import { say } from './words.js';

const MOST_SPOKEN = 20;

export class Notices {
  /** What a screen reader is told, each once: {key, text}. */
  spoken = [];
  #app;
  #told = 0;

  constructor(app) {
    this.#app = app;
  }

  /** Only pages with TLS, or of this very computer, may. */
  get possible() {
    return 'Notification' in window && isSecureContext && Notification.permission !== 'denied';
  }

  get allowed() {
    return this.possible && Notification.permission === 'granted' && localStorage.getItem('parley.notices') !== 'off';
  }

  async toggle() {
    const off = this.allowed;
    localStorage.setItem('parley.notices', off ? 'off' : 'on');
    if (!off && Notification.permission !== 'granted') {
      await Notification.requestPermission();
    }
    this.#app.changed();
  }

  /** Unread mentions and direct messages, before the name of the page. */
  count() {
    const { client } = this.#app;
    let waiting = 0;
    for (const room of client.user ? client.rooms.all() : []) {
      const wish = client.keeps.ofRoom(room.id);
      waiting += wish.muted || wish.level === 'none' ? 0 : room.kind === 'direct' ? room.unread : room.mentions;
    }
    const title = waiting > 0 ? `(${waiting}) ${this.#app.serverName}` : this.#app.serverName;
    if (document.title !== title) {
      document.title = title;
    }
  }

  arrived(room, message) {
    const { client, open } = this.#app;
    if (client.keeps.blocks(message.from)) {
      return;
    }
    const looking = open === room.id && document.visibilityState === 'visible';
    const where = room.kind === 'direct' ? message.name : say('notice.where', message.name, room.name);
    if (looking) {
      this.#speak(say('notice.spoken', message.name, told(message)));
      return;
    }
    if (!this.#wanted(room, message) || this.#app.presence === 'busy') {
      return;
    }
    this.#speak(say('notice.spoken', where, told(message)));
    if (document.visibilityState !== 'visible' && this.allowed) {
      this.#show(where, room, message);
    } else if (document.visibilityState === 'visible' && open && this.#mine(room, message)) {
      this.#app.toast(say('notice.spoken', where, told(message)), { label: say('open'), act: () => this.#app.enter(room.id) });
    }
  }

  /** Of what is gone, nothing is read out any more. */
  hush() {
    this.spoken = [];
    this.#app.changed();
  }

  /** Beside what was said before, which may not have been read out yet. */
  #speak(text) {
    this.spoken = [...this.spoken.slice(1 - MOST_SPOKEN), { key: ++this.#told, text }];
  }

  #show(where, room, message) {
    try {
      const notice = new Notification(where, { body: told(message), tag: room.id, renotify: true });
      notice.onclick = () => {
        focus();
        notice.close();
        this.#app.enter(room.id);
      };
    } catch (error) {
      console.info('notice', error.message); // Android shows none that a page makes itself
    }
  }

  #wanted(room, message) {
    const wish = this.#app.client.keeps.ofRoom(room.id);
    const level = wish.level ?? 'all';
    return !wish.muted && level !== 'none' && (level === 'all' || this.#mine(room, message));
  }

  #mine(room, message) {
    return room.kind === 'direct' || message.mentions?.includes(this.#app.client.user.id) || Boolean(message.call);
  }
}
