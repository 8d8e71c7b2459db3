/** The rooms and people on the left; on a narrow screen, the first page. */
import { Component, h } from './preact.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { say } from './words.js';

export class Sidebar extends Component {
  state = { filter: '' };

  render({ app }) {
    const { client } = app;
    const groups = this.#groups();
    return h(
      'nav',
      { class: 'sidebar', id: 'sidebar', 'aria-label': say('sidebar.label'), tabIndex: -1 },
      h(
        'header',
        null,
        h('h1', null, app.serverName),
        h('button', { class: 'tool', id: 'add-room', title: say('sidebar.add'), 'aria-label': say('sidebar.add'), onClick: () => app.openDialog('add') }, icon('plus')),
      ),
      h(
        'div',
        { class: 'filter' },
        icon('search', 16),
        h('input', {
          id: 'jump',
          type: 'search',
          placeholder: say('sidebar.jump'),
          'aria-label': say('sidebar.jump'),
          value: this.state.filter,
          onInput: (event) => this.setState({ filter: event.target.value }),
          onKeyDown: this.#jumpKey,
        }),
      ),
      h(
        'div',
        { class: 'scroller' },
        groups.map(({ title, rooms, hint }) =>
          h(
            'section',
            { key: title, 'aria-label': title },
            h('h2', null, title),
            h('ul', null, rooms.map((room) => h(RoomRow, { key: room.id, room, app }))),
            rooms.length === 0 && hint ? h('p', { class: 'hint' }, hint) : null,
          ),
        ),
      ),
      h(
        'footer',
        null,
        h(
          'button',
          { class: 'me', id: 'me', onClick: (event) => app.openMe(event), 'aria-label': say('me.label', client.user.name) },
          avatar(client.user.id, client.user.name, 28, client.live ? app.presence : 'offline'),
          h('span', { class: 'who' }, h('b', null, client.user.name), h('small', null, app.linkWord())),
          icon('gear', 18),
        ),
      ),
    );
  }

  #groups() {
    const { app } = this.props;
    const { client } = app;
    const wanted = this.state.filter.trim().toLocaleLowerCase();
    const named = client.rooms
      .all()
      .map((room) => ({ room, name: client.nameOf(room) || say('room.notes'), wish: client.keeps.ofRoom(room.id) }))
      .filter(({ room, wish }) => !wish.hidden || room.unread > 0 || room.id === app.open)
      .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name));
    const of = (test) => named.filter(test).map(({ room }) => room);
    const favourites = of(({ wish }) => wish.favourite);
    return [
      favourites.length > 0 ? { title: say('sidebar.favourites'), rooms: favourites } : null,
      { title: say('sidebar.rooms'), rooms: of(({ room, wish }) => !wish.favourite && room.kind !== 'direct'), hint: wanted ? say('sidebar.none') : '' },
      { title: say('sidebar.direct'), rooms: of(({ room, wish }) => !wish.favourite && room.kind === 'direct'), hint: wanted ? '' : say('sidebar.direct.hint') },
    ].filter(Boolean);
  }

  #jumpKey = (event) => {
    const first = this.#groups().flatMap((group) => group.rooms)[0];
    if (event.key === 'Enter' && first) {
      this.setState({ filter: '' });
      this.props.app.enter(first.id);
    } else if (event.key === 'Escape') {
      this.setState({ filter: '' });
    }
  };
}

function RoomRow({ room, app }) {
  const { client } = app;
  const name = client.nameOf(room) || say('room.notes');
  const wish = client.keeps.ofRoom(room.id);
  const loud = !wish.muted && room.unread > 0;
  const badge = room.mentions > 0 || (room.kind === 'direct' && loud) ? (room.kind === 'direct' ? room.unread : room.mentions) : 0;
  const other = room.with?.length === 1 ? room.with[0] : null;
  const draft = app.open !== room.id && client.keeps.draft(room.id).text;
  const failed = client.outbox.of(room.id).some((outgoing) => outgoing.state === 'failed');
  const label = badge > 0 ? say('sidebar.row.badge', name, badge) : loud ? say('sidebar.row.unread', name) : name;
  const classes = ['room', app.open === room.id ? 'open' : '', loud || badge > 0 ? 'unread' : ''];
  return h(
    'li',
    null,
    h(
      'button',
      {
        class: classes.join(' '),
        'aria-label': label,
        'aria-current': app.open === room.id ? 'page' : undefined,
        onClick: () => app.enter(room.id),
        onContextMenu: (event) => app.openRoomMenu(event, room),
      },
      room.kind === 'direct'
        ? other
          ? avatar(other.id, name, 20, client.people.status(other.id))
          : icon('people', 18)
        : icon(room.kind === 'private' ? 'lock' : 'hash', 18),
      h('span', { class: 'name' }, name),
      failed ? icon('alert', 16) : draft ? icon('edit', 14) : null,
      wish.muted ? icon('mute', 14) : null,
      badge > 0 ? h('span', { class: 'pill' }, badge > 99 ? '99+' : String(badge)) : loud ? h('span', { class: 'dot' }) : null,
    ),
  );
}
