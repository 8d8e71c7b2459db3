/** The open room: its head, messages, who is typing, and the composer. */
import { Component, h } from './preact.js';
import { Composer } from './composer.js';
import { icon } from './icons.js';
import { Timeline } from './timeline.js';
import { say } from './words.js';

export class RoomView extends Component {
  render({ app, room }) {
    const { client } = app;
    const log = client.reading.log(room.id);
    const rights = rightsIn(room, client.user);
    const name = client.nameOf(room) || say('room.notes');
    const tool = (icn, label, onClick, more) => h('button', { class: 'tool', title: label, 'aria-label': label, onClick, ...more }, icon(icn));
    const toggle = (panel) => () => app.togglePanel(panel);
    return h(
      'main',
      { class: 'room-view', onDragOver: this.#over, onDragLeave: this.#out, onDrop: this.#drop },
      h(
        'header',
        { class: 'room-head' },
        h('button', { class: 'tool back', 'aria-label': say('room.back'), onClick: () => app.back() }, icon('back')),
        h('h2', { class: 'title', tabIndex: -1, id: 'room-title' }, room.kind === 'direct' ? null : icon(room.kind === 'private' ? 'lock' : 'hash', 18), h('span', null, name)),
        h('p', { class: 'topic', title: room.topic }, room.topic || ''),
        tool('search', say('room.search'), toggle('search'), { 'aria-expanded': String(app.panel?.kind === 'search'), id: 'open-search' }),
        tool('pin', say('room.pins'), toggle('pins'), { class: 'tool roomy' }),
        tool('people', say('room.members'), toggle('members'), { id: 'open-members' }),
        tool('more', say('room.more'), (event) => app.openRoomMenu(event, room)),
      ),
      app.banner(),
      h(Timeline, { key: 'timeline', app, room, log, rights, me: client.user, version: app.version }),
      this.#foot(room, rights, name),
      this.state.dropping ? h('div', { class: 'drop' }, say('files.drop', name)) : null,
    );
  }

  #foot(room, rights, name) {
    const { app } = this.props;
    const typing = app.client.people.typingIn(room.id);
    const closed = blockedHere(app, room) ?? closedBecause(room, rights);
    return h(
      'footer',
      { class: 'room-foot' },
      closed
        ? h('p', { class: 'closed' }, closed)
        : h(Composer, { key: room.id, app, room, place: `room/${room.id}`, placeholder: say('composer.placeholder', room.kind === 'direct' ? name : `#${name}`), takesKeys: true }),
      h('p', { class: 'typing', 'aria-live': 'off' }, typingSentence(typing)),
    );
  }

  #over = (event) => {
    if (this.props.app.files && event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      this.setState({ dropping: true });
    }
  };

  #out = (event) => {
    if (!event.currentTarget.contains(event.relatedTarget)) {
      this.setState({ dropping: false });
    }
  };

  #drop = (event) => {
    if (this.state.dropping) {
      event.preventDefault();
      this.setState({ dropping: false });
      this.props.app.files.add(this.props.room.id, event.dataTransfer.files);
    }
  };
}

/** What I may do there, as far as this page knows; the server decides. */
export function rightsIn(room, me) {
  const above = me.role === 'admin' || me.role === 'owner';
  const reads = room.rank === 'reader' && !above;
  const open = !room.archived && !(room.muted_until > Date.now());
  const moderates = above || room.rank === 'moderator' || room.rank === 'owner';
  const everybody = !room.posting || room.posting === 'everybody';
  return {
    open,
    changes: open && !reads,
    writes: open && !reads && (everybody || moderates),
    moderates: open && moderates && room.kind !== 'direct',
    pins: open && !reads && (moderates || room.kind !== 'private'),
  };
}

/** Nothing is said to the only other one in a room while they are blocked. */
function blockedHere(app, room) {
  const [other, ...more] = room.kind === 'direct' ? (room.with ?? []) : [];
  return other && more.length === 0 && app.client.keeps.blocks(other.id) ? say('room.blocked', other.name) : null;
}

function closedBecause(room, rights) {
  if (rights.writes) {
    return null;
  }
  if (room.archived) {
    return say('room.archived');
  }
  if (room.rank === 'reader') {
    return say('room.reader');
  }
  return room.muted_until > Date.now() ? say('room.muted') : say('room.announcements');
}

function typingSentence(names) {
  switch (names.length) {
    case 0:
      return '';
    case 1:
      return say('typing.one', names[0]);
    case 2:
      return say('typing.two', names[0], names[1]);
    default:
      return say('typing.many');
  }
}

