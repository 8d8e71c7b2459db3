/** Rooms to join or make, and people to write to. */
import { Component, h } from './preact.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { Sheet } from './sheet.js';
import { count, refusal, say } from './words.js';

export class PeopleAndRooms extends Component {
  state = { query: '', rooms: [], people: [], secret: false, problem: '' };

  componentDidMount() {
    this.field.focus();
    this.#ask({ type: 'rooms' }).then((reply) => reply && this.setState({ rooms: reply.rooms }));
    this.#search('');
  }

  render({ app, onClose }, { query, rooms, people, secret, problem }) {
    const wanted = query.trim().toLocaleLowerCase();
    const found = rooms.filter((room) => room.name.toLocaleLowerCase().includes(wanted));
    const exact = found.some((room) => room.name.toLocaleLowerCase() === wanted);
    const others = people.filter((person) => person.id !== app.client.user.id);
    const make = wanted && !exact;
    return h(
      Sheet,
      { title: say('add.title'), onClose },
      h('form', { onSubmit: (event) => (event.preventDefault(), make ? this.#make() : found[0] && this.#join(found[0])) }, h('input', { ref: (field) => (this.field = field), id: 'add-query', type: 'search', maxLength: 48, placeholder: say('add.query'), 'aria-label': say('add.query'), value: query, onInput: (event) => this.#search(event.target.value) })),
      problem ? h('p', { class: 'problem', role: 'alert' }, problem) : null,
      make
        ? h(
            'div',
            { class: 'make' },
            h('button', { class: 'primary', onClick: () => this.#make() }, say('add.make', query.trim())),
            h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: secret, onChange: (event) => this.setState({ secret: event.target.checked }) }), say('add.private')),
          )
        : null,
      found.length > 0 ? h('h3', null, say('sidebar.rooms')) : null,
      h('ul', { class: 'choices' }, found.map((room) => h('li', { key: room.id }, h('button', { onClick: () => this.#join(room) }, icon(room.kind === 'private' ? 'lock' : 'hash', 18), h('span', null, room.name, room.topic ? h('small', null, room.topic) : null), h('small', null, count('add.members', room.members)))))),
      others.length > 0 ? h('h3', null, say('add.people')) : null,
      h('ul', { class: 'choices' }, others.map((person) => h('li', { key: person.id }, h('button', { onClick: () => this.#write(person) }, avatar(person.id, person.name, 28, person.status), h('span', null, person.name, person.says?.text ? h('small', null, person.says.text) : null))))),
    );
  }

  #search(query) {
    this.setState({ query, problem: '' });
    this.#ask({ type: 'people', query: query.trim(), limit: 30 }).then((reply) => reply && this.setState({ people: reply.people }));
  }

  #make() {
    const { query, secret } = this.state;
    this.#go(secret ? { type: 'create_room', name: query.trim(), kind: 'private', topic: '', invite: [] } : { type: 'join', name: query.trim(), create: true });
  }

  #join(room) {
    this.#go({ type: 'join', room: room.id });
  }

  #write(person) {
    this.#go({ type: 'direct', with: [person.id] });
  }

  async #go(command) {
    const { app, onClose } = this.props;
    try {
      const room = await app.client.join(command);
      if (app.client.keeps.ofRoom(room).hidden) {
        app.client.keeps.wantOfRoom(room, { hidden: false });
      }
      onClose();
      app.enter(room);
    } catch (error) {
      this.setState({ problem: refusal(error) });
    }
  }

  async #ask(command) {
    try {
      return await this.props.app.client.ask(command);
    } catch (error) {
      this.setState({ problem: refusal(error) });
      return null;
    }
  }
}
