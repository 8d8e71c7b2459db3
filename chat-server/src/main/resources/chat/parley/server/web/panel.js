/** What is beside the room: its members, pins, a thread, or a search. On a narrow screen, a page. */
import { Component, h } from './preact.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { Found } from './found.js';
import { Search } from './search.js';
import { Thread } from './thread.js';
import { count, refusal, say } from './words.js';

export function panelView(app, room) {
  switch (app.panel.kind) {
    case 'members':
      return h(Panel, { app, title: say('room.members') }, h(Members, { app, room }));
    case 'pins':
      return h(Panel, { app, title: say('room.pins') }, h(Pins, { key: room.id, app, room }));
    case 'search':
      return h(Panel, { app, title: say('search.title') }, h(Search, { app, room }));
    case 'thread':
      return h(Panel, { app, title: say('thread.title') }, h(Thread, { key: `${room.id}/${app.panel.seq}`, app, room, seq: app.panel.seq, version: app.version }));
    default:
      throw new Error(app.panel.kind);
  }
}

function Panel({ app, title, children }) {
  return h(
    'aside',
    { class: 'panel', 'aria-label': title },
    h('header', null, h('button', { class: 'tool back', 'aria-label': say('room.back'), onClick: () => app.closePanel() }, icon('back')), h('h2', { tabIndex: -1 }, title), h('button', { class: 'tool close', 'aria-label': say('close'), onClick: () => app.closePanel() }, icon('close'))),
    children,
  );
}

function Members({ app, room }) {
  const { people, user } = app.client;
  const order = { online: 0, busy: 0, away: 1, offline: 2 };
  const members = (app.members(room.id) ?? [])
    .map((member) => ({ ...member, ...people.get(member.id) }))
    .toSorted((a, b) => order[a.status ?? 'offline'] - order[b.status ?? 'offline'] || a.name.localeCompare(b.name));
  const write = async (member) => {
    try {
      app.enter(await app.client.join({ type: 'direct', with: [member.id] }));
    } catch (error) {
      app.toast(refusal(error));
    }
  };
  return h(
    'div',
    { class: 'scroller' },
    h('p', { class: 'hint' }, count('members.count', members.length)),
    h(
      'ul',
      { class: 'choices' },
      members.map((member) =>
        h(
          'li',
          { key: member.id },
          h(
            'button',
            { onClick: () => member.id !== user.id && write(member), 'aria-label': say('members.write', member.name, say(`me.${member.status ?? 'offline'}`)) },
            avatar(member.id, member.name, 28, member.status ?? 'offline'),
            h('span', null, member.id === user.id ? say('members.me', member.name) : member.name, member.says?.text ? h('small', null, member.says.emoji ?? '', ' ', member.says.text) : null),
            ['reader', 'moderator', 'owner'].includes(member.rank) ? h('small', { class: 'badge' }, say(`rank.${member.rank}`)) : member.role === 'guest' ? h('small', { class: 'badge' }, say('role.guest')) : null,
          ),
        ),
      ),
    ),
  );
}

class Pins extends Component {
  componentDidMount() {
    const { app, room } = this.props;
    app.client.ask({ type: 'pins', room: room.id }).then(
      ({ messages }) => this.setState({ messages }),
      (error) => this.setState({ problem: refusal(error) }),
    );
  }

  render({ app, room }, { messages, problem }) {
    return h(
      'div',
      { class: 'scroller' },
      problem ? h('p', { class: 'problem' }, problem) : null,
      messages?.length === 0 ? h('p', { class: 'hint' }, say('pins.none')) : null,
      h(Found, { app, room, messages: messages ?? [] }),
    );
  }
}
