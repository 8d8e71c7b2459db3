/** Small windows that ask something. */
import { Component, h } from './preact.js';
import { avatar } from './avatar.js';
import { body } from './body.js';
import { Account } from './account.js';
import { PeopleAndRooms } from './directory.js';
import { quoted } from './filewords.js';
import { icon } from './icons.js';
import { Sheet } from './sheet.js';
import { wholeTime } from './time.js';
import { refusal, say } from './words.js';

const KEYS = ['ctrl.k', 'ctrl.f', 'alt.arrows', 'alt.shift.arrows', 'up', 'enter', 'marks', 'f6', 'esc', 'ctrl.slash'];

export function dialogView(app, above) {
  const close = app.closeAbove;
  switch (above.kind) {
    case 'add':
      return h(PeopleAndRooms, { app, onClose: close });
    case 'account':
      return h(Account, { app, onClose: close });
    case 'invite':
      return h(Invite, { app, room: above.room, onClose: close });
    case 'edits':
      return h(Edits, { app, ...above, onClose: close });
    case 'forward':
      return h(Forward, { app, message: above.message, onClose: close });
    case 'copy':
      return h(Sheet, { title: say('action.copy'), onClose: close }, h('textarea', { class: 'copying', readOnly: true, rows: 6, value: above.text, ref: (field) => field?.select() }));
    case 'picture':
      return h(Sheet, { title: above.file.name, wide: true, onClose: above.close }, h('img', { class: 'whole', src: above.address, alt: above.file.name }), h('p', { class: 'buttons' }, h('button', { class: 'primary', onClick: () => app.uploads.download(above.file) }, say('files.save', above.file.name))));
    case 'keys':
      return h(Sheet, { title: say('me.keys'), onClose: close }, h('dl', { class: 'keys' }, KEYS.map((key) => [h('dt', null, say(`keys.${key}`)), h('dd', null, say(`keys.${key}.does`))])));
    case 'delete':
      return h(Question, { title: say('delete.title'), words: say('delete.words'), label: say('action.delete'), danger: true, onClose: close, act: () => app.deeds.tell({ type: 'delete', room: above.room, seq: above.seq }) }, h('blockquote', null, quoted(above.message)));
    case 'leave':
      return h(Question, { title: say('room.leave'), words: say('leave.words', app.client.rooms.get(above.room)?.name ?? ''), label: say('room.leave'), danger: true, onClose: close, act: () => app.client.leave(above.room).catch((error) => app.toast(refusal(error))) });
    case 'logout':
      return h(Question, { title: say('me.log.out'), words: app.client.user.role === 'guest' ? say('logout.guest') : say('logout.member'), label: say('me.log.out'), danger: true, onClose: close, act: () => app.client.logOut() });
    case 'report':
      return h(OneField, { title: say('action.report'), words: say('report.words'), label: say('report.reason'), most: 500, send: say('report.send'), onClose: close, act: async (reason) => (await app.deeds.tell({ type: 'report', room: above.room, seq: above.seq, reason })) && app.toast(say('report.done')) });
    case 'topic':
      return h(OneField, { title: say('room.topic'), label: say('topic.label'), most: 250, value: app.client.rooms.get(above.room)?.topic ?? '', send: say('save'), onClose: close, act: (topic) => app.deeds.tell({ type: 'change_room', room: above.room, topic }) });
    case 'status':
      return h(OneField, { title: say('me.status'), label: say('status.label'), most: 100, value: app.client.people.get(app.client.user.id)?.says?.text ?? '', send: say('save'), onClose: close, act: (text) => app.deeds.tell(text ? { type: 'status', says: { text } } : { type: 'status' }) });
    default:
      throw new Error(above.kind);
  }
}

function Question({ title, words, label, danger, act, onClose, children }) {
  const go = () => {
    onClose();
    act();
  };
  return h(
    Sheet,
    { title, onClose },
    h('p', null, words),
    children,
    h('p', { class: 'buttons' }, h('button', { onClick: onClose }, say('cancel')), h('button', { class: danger ? 'primary danger' : 'primary', onClick: go }, label)),
  );
}

class OneField extends Component {
  render({ title, words, label, most, value = '', send, act, onClose }) {
    const go = (event) => {
      event.preventDefault();
      onClose();
      act(this.field.value.trim());
    };
    return h(
      Sheet,
      { title, onClose },
      words ? h('p', null, words) : null,
      h(
        'form',
        { onSubmit: go },
        h('label', null, label, h('input', { ref: (field) => (this.field = field), maxLength: most, defaultValue: value })),
        h('p', { class: 'buttons' }, h('button', { type: 'button', onClick: onClose }, say('cancel')), h('button', { class: 'primary', type: 'submit' }, send)),
      ),
    );
  }
}

class Edits extends Component {
  componentDidMount() {
    const { app, room, seq } = this.props;
    app.client.ask({ type: 'edits', room, seq }).then(
      ({ editions }) => this.setState({ editions }),
      (error) => this.setState({ problem: refusal(error) }),
    );
  }

  render({ onClose }, { editions, problem }) {
    return h(
      Sheet,
      { title: say('edits.title'), onClose },
      problem ? h('p', { class: 'problem' }, problem) : null,
      h('ol', { class: 'edits' }, (editions ?? []).toReversed().map((edition) => h('li', { key: edition.at }, h('small', null, wholeTime(edition.at)), h('div', { class: 'body' }, body(edition.body, null))))),
    );
  }
}

/** Rooms to pass a message on to. */
class Forward extends Component {
  render({ app, message, onClose }) {
    const rooms = app.client.rooms.all().filter((room) => !room.archived);
    const to = async (room) => {
      onClose();
      await app.client.send(room.id, message.body, { forward: { room: message.room, seq: message.seq } });
      app.toast(say('forward.done', app.client.nameOf(room)), { label: say('open'), act: () => app.enter(room.id) });
    };
    return h(
      Sheet,
      { title: say('action.forward'), onClose },
      h('blockquote', null, quoted(message)),
      h('ul', { class: 'choices' }, rooms.map((room) => h('li', { key: room.id }, h('button', { onClick: () => to(room) }, icon(room.kind === 'direct' ? 'person' : room.kind === 'private' ? 'lock' : 'hash', 18), h('span', null, app.client.nameOf(room) || say('room.notes')))))),
    );
  }
}

class Invite extends Component {
  state = { query: '' };

  componentDidMount() {
    this.#ask('');
  }

  render({ app, room, onClose }, { people = [], query }) {
    const inside = new Set((app.members(room) ?? []).map((member) => member.id));
    const invite = async (person) => {
      if (await app.deeds.tell({ type: 'invite', room, users: [person.id] })) {
        app.toast(say('invite.done', person.name));
        onClose();
      }
    };
    return h(
      Sheet,
      { title: say('room.invite'), onClose },
      h('input', { type: 'search', placeholder: say('people.search'), 'aria-label': say('people.search'), value: query, onInput: (event) => this.#ask(event.target.value) }),
      h('ul', { class: 'choices' }, people.filter((person) => !inside.has(person.id)).map((person) => h('li', { key: person.id }, h('button', { onClick: () => invite(person) }, avatar(person.id, person.name, 28, person.status), h('span', null, person.name))))),
    );
  }

  #ask(query) {
    this.setState({ query });
    this.props.app.client.ask({ type: 'people', query, limit: 50 }).then(
      ({ people }) => this.setState({ people }),
      (error) => this.props.app.toast(refusal(error)),
    );
  }
}
