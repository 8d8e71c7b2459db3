/** The whole page: which room is open, what is open above it, and what a person does. */
import { Component, Fragment, h } from './preact.js';
import { Banner, linkWord } from './banner.js';
import { Deeds } from './deeds.js';
import { Files } from './files.js';
import { EmojiPicker } from './emoji.js';
import { Gate } from './gate.js';
import { Keys } from './keys.js';
import { Login } from './login.js';
import { Notices } from './notices.js';
import { panelView } from './panel.js';
import { RoomView } from './roomview.js';
import { Sidebar } from './sidebar.js';
import { Writing } from './writing.js';
import { icon } from './icons.js';
import { refusal, say } from './words.js';
import { dialogView } from './dialogs.js';

const LAST_ROOM = 'parley.room';
const WIDE = matchMedia('(min-width: 720px)');
const TOAST_MS = 6000;
const MEMBERS_AFTER_MS = 500;

/** What changes who is in a room, or as what. */
const OF_MEMBERS = new Set(['joined_room', 'left_room', 'rank_changed', 'renamed']);

export class App extends Component {
  /** The open room, and what is beside and above it. */
  open = null;
  panel = null;
  above = null;
  toasts = [];
  composer = null;
  /** The thread that is on the page. */
  thread = null;
  version = 0;
  #members = new Map();
  #asking = null;
  #drawing = false;
  #landed = false;
  #ticking = false;

  constructor(props) {
    super(props);
    this.client = props.client;
    this.deeds = new Deeds(this);
    this.notices = new Notices(this);
    this.uploads = new Files(this);
    this.uploads.restore(this.client.uploads);
    this.client.outbox.upload = (room, files) => this.uploads.anew(room, files);
    this.writing = new Writing(this);
    addEventListener('popstate', () => this.#popped());
    new Keys(this);
    WIDE.addEventListener('change', () => this.changed());
    setInterval(() => this.#tick(), 1000);
  }

  // What the client tells.

  /** Something is different: drawn with all else that is, once a frame. */
  changed() {
    if (!this.#drawing) {
      this.#drawing = true;
      const draw = () => {
        if (this.#drawing) {
          this.#drawing = false;
          clearTimeout(late);
          this.version++;
          this.#landOnce();
          this.forceUpdate();
          this.notices.count();
        }
      };
      // A page that nobody sees gets no frames, but its title still counts.
      const late = setTimeout(draw, 250);
      requestAnimationFrame(draw);
    }
  }

  /** What is shown after a while: only while there is something to wait for. */
  #tick() {
    const { client } = this;
    if (client.user && (!client.live || client.outbox.messages.size > 0 || this.#ticking)) {
      this.#ticking = !client.live || client.outbox.messages.size > 0 || !this.#ticking;
      this.changed();
    }
  }

  arrived(room, message) {
    if (room.kind === 'direct' && this.client.keeps.ofRoom(room.id).hidden) {
      this.client.keeps.wantOfRoom(room.id, { hidden: false });
    }
    this.notices.arrived(room, message);
  }

  /** An event of a room, one's own too, is in its log. */
  applied(room, event) {
    if (this.panel?.kind === 'thread' && this.panel.room === room.id) {
      this.thread?.apply(event);
    }
    if (event.type === 'deleted') {
      this.notices.hush();
    }
    if (this.open === room.id && OF_MEMBERS.has(event.type)) {
      this.#askMembersSoon();
    }
  }

  /** The connection is up, and all that was missed is here. */
  caughtUp() {
    this.thread?.load();
    if (this.open) {
      this.#askMembers(this.open);
    }
  }

  /** Messages of a room up to there are gone because of their age. */
  expired(room, upTo) {
    this.notices.hush();
    if (this.panel?.kind === 'thread' && this.panel.room === room) {
      this.thread?.expire(upTo);
    }
  }

  roomGone(id) {
    this.#members.delete(id);
    if (this.open === id) {
      this.open = null;
      this.panel = null;
    }
  }

  /** What the one before was answering and editing is not theirs. */
  someoneElse() {
    this.writing = new Writing(this);
  }

  /** After the first log-in, or when the room that was open is over: somewhere to be. */
  #landOnce() {
    if (this.#landed || !this.client.user || this.client.rooms.all().length === 0 || this.open) {
      return;
    }
    this.#landed = true;
    const last = this.client.rooms.get(localStorage.getItem(LAST_ROOM));
    const first = this.client.rooms.all().find((room) => room.name === 'lobby') ?? this.client.rooms.all()[0];
    this.enter((last ?? first).id);
  }

  get presence() {
    return this.client.presence;
  }

  // Where one is.

  /** Whether there is room for more than one page at a time. */
  get wide() {
    return WIDE.matches;
  }

  get serverName() {
    return this.client.server?.name ?? document.querySelector('meta[name=parley-server]').content;
  }

  get files() {
    return this.client.server?.limits.file_bytes ? this.uploads : null;
  }

  /** @param panel what stays beside the room when it is another one */
  async enter(id, replacing = false, panel = null) {
    if (this.open !== id) {
      this.client.reading.close();
      this.open = id;
      this.panel = panel;
      localStorage.setItem(LAST_ROOM, id);
      if (history.state?.room || replacing) {
        history.replaceState({ room: id }, '');
      } else {
        history.pushState({ room: id }, '');
      }
    }
    this.changed();
    await this.client.reading.enter(id);
    this.#askMembers(id);
  }

  back() {
    if (this.panel) {
      this.closePanel();
    } else if (history.state?.room) {
      history.replaceState(null, '');
      this.#popped();
    } else {
      this.#popped();
    }
  }

  #popped() {
    if (!WIDE.matches && this.open && (this.above || this.panel)) {
      // On a phone, "back" closes what is on top first.
      history.pushState({ room: this.open }, '');
      if (this.above) {
        (this.above.close ?? this.closeAbove)();
      } else {
        this.closePanel();
      }
      return;
    }
    const room = history.state?.room;
    if (room && this.client.rooms.get(room)) {
      this.enter(room, true);
    } else if (!WIDE.matches) {
      this.client.reading.close();
      this.open = null;
      this.panel = null;
      this.changed();
    }
  }

  async goTo(room, seq) {
    await this.enter(room, false, this.panel?.kind === 'search' ? { ...this.panel, room } : null);
    if (!WIDE.matches) {
      this.panel = null;
    }
    try {
      if (!(await this.client.reading.toMessage(room, seq))) {
        this.toast(say('toast.no.message'));
      }
    } catch (error) {
      this.toast(refusal(error));
    }
  }

  members(id) {
    return this.#members.get(id);
  }

  /** Once for a crowd that comes together. */
  #askMembersSoon() {
    this.#asking ??= setTimeout(() => {
      this.#asking = null;
      this.#askMembers(this.open);
    }, MEMBERS_AFTER_MS);
  }

  #askMembers(id) {
    if (this.client.live && this.client.rooms.get(id)) {
      this.client.ask({ type: 'members', room: id }).then(
        ({ members }) => {
          this.#members.set(id, members);
          members.forEach(({ id: user, name, role, status, says }) => this.client.people.learn({ id: user, name, role, status, says }));
          this.changed();
        },
        (error) => console.info('members', error.code),
      );
    }
  }

  // Beside and above the room.

  togglePanel(kind, more = {}) {
    if (this.panel?.kind === kind && this.panel.room === this.open && kind !== 'thread') {
      this.closePanel();
      return;
    }
    this.panel = { kind, room: this.open, ...more };
    if (kind === 'members') {
      this.#askMembers(this.open);
    }
    this.changed();
  }

  closePanel() {
    this.panel = null;
    this.changed();
    this.composer?.focus();
  }

  openThread(room, seq) {
    this.panel = { kind: 'thread', room: room.id, seq };
    this.changed();
  }

  openDialog(kind, more = {}) {
    this.above = { kind, ...more };
    this.changed();
  }

  show(view) {
    this.above = { kind: 'view', view };
    this.changed();
  }

  closeAbove = () => {
    this.above = null;
    this.changed();
  };

  openActions(event, room, message) {
    this.deeds.messageMenu(event, room, message);
  }

  openRoomMenu(event, room) {
    event.preventDefault();
    this.deeds.roomMenu(event, room);
  }

  openMe(event) {
    this.deeds.ownMenu(event);
  }

  pickEmoji(event, onPick) {
    const at = this.deeds.place(event);
    this.show(() => h(EmojiPicker, { at, onClose: this.closeAbove, onPick }));
  }

  pickReaction(event, room, message) {
    this.pickEmoji(event, (emoji) => this.react(room, message, emoji, true));
  }

  react(room, message, emoji, on) {
    this.deeds.tell({ type: 'react', room: room.id, seq: message.seq, emoji, on });
  }

  showEdits(room, message) {
    this.openDialog('edits', { room: room.id, seq: message.seq });
  }

  toast(text, action) {
    const toast = { text, action, key: Date.now() + Math.random() };
    this.toasts = [toast]; // one at a time; what it tells of is elsewhere too
    setTimeout(() => this.#untoast(toast), TOAST_MS);
    this.changed();
  }

  #untoast(toast) {
    this.toasts = this.toasts.filter((each) => each !== toast);
    this.changed();
  }

  // The page.

  linkWord() {
    return linkWord(this);
  }

  banner() {
    return h(Banner, { app: this });
  }

  render() {
    const { client } = this;
    if (!client.user || !client.known) {
      return h(Fragment, null, h(Login, { app: this }), this.#toasts());
    }
    const ended = client.link.state === 'ended' && h(Gate, { app: this });
    const room = this.open && client.rooms.get(this.open);
    const place = room ? (this.panel ? 'at-panel' : 'at-room') : 'at-list';
    return h(
      'div',
      { class: `page ${place}${this.panel && room ? ' with-panel' : ''}` },
      h('a', { class: 'skip', href: '#composer', onClick: this.#skip }, say('skip')),
      h(Sidebar, { app: this, version: this.version }),
      room
        ? h(RoomView, { key: room.id, app: this, room, version: this.version })
        : h('main', { class: 'room-view empty' }, this.banner(), h('p', null, client.rooms.all().length === 0 ? say('empty.no.rooms') : say('empty.choose'))),
      room && this.panel ? panelView(this, room) : null,
      this.above ? (this.above.kind === 'view' ? this.above.view() : dialogView(this, this.above)) : null,
      ended || null,
      this.#toasts(),
      h('div', { class: 'unseen', role: 'log', 'aria-live': 'polite' }, this.notices.spoken.map(({ key, text }) => h('p', { key }, text))),
    );
  }

  #toasts() {
    return h(
      'div',
      { class: 'toasts', role: 'status' },
      this.toasts.map((toast) =>
        h(
          'div',
          { key: toast.key, class: 'toast' },
          h('span', null, toast.text),
          toast.action
            ? h('button', { onClick: () => (this.#untoast(toast), toast.action.act()) }, toast.action.label)
            : h('button', { 'aria-label': say('close'), onClick: () => this.#untoast(toast) }, icon('close', 16)),
        ),
      ),
    );
  }

  #skip = (event) => {
    event.preventDefault();
    this.composer?.focus();
  };
}
