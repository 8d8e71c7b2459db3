/** Oneself: name, password, and the devices that are logged in. */
import { Component, h } from './preact.js';
import { Sheet } from './sheet.js';
import { wholeTime } from './time.js';
import { refusal, say } from './words.js';

export class Account extends Component {
  state = { devices: [], problem: '', done: '' };

  componentDidMount() {
    this.#devices();
  }

  render({ app, onClose }, { devices, problem, done }) {
    const guest = app.client.user.role === 'guest';
    return h(
      Sheet,
      { title: say('me.account'), onClose },
      h('p', { class: 'problem', role: 'alert' }, problem),
      h('p', { role: 'status' }, done),
      h(
        'form',
        { onSubmit: (event) => this.#say(event, { type: 'change_name', name: this.name.value.trim() }, say('account.renamed')) },
        h('label', null, say('login.name'), h('input', { ref: (field) => (this.name = field), maxLength: 64, autocomplete: 'username', defaultValue: app.client.user.name })),
        h('p', { class: 'buttons' }, h('button', { type: 'submit' }, say('account.rename'))),
      ),
      h(
        'form',
        { onSubmit: (event) => this.#password(event, guest) },
        h('h3', null, guest ? say('account.become') : say('account.password')),
        guest ? h('p', null, say('account.become.words')) : h('label', null, say('account.current'), h('input', { ref: (field) => (this.current = field), type: 'password', autocomplete: 'current-password' })),
        h('label', null, say('account.fresh'), h('input', { ref: (field) => (this.fresh = field), type: 'password', autocomplete: 'new-password', minLength: 8 })),
        h('p', { class: 'buttons' }, h('button', { type: 'submit' }, guest ? say('account.become') : say('account.change'))),
      ),
      h('h3', null, say('account.devices')),
      h('ul', { class: 'devices' }, devices.map((device) => h('li', { key: device.id }, h('span', null, device.agent || say('account.unnamed'), h('small', null, device.current ? say('account.this') : wholeTime(device.seen_at), device.address ? ` · ${device.address}` : '')), device.current ? null : h('button', { onClick: () => this.#end(device) }, say('account.end'))))),
    );
  }

  #password(event, guest) {
    const fresh = this.fresh.value;
    this.#say(event, guest ? { type: 'become_member', password: fresh } : { type: 'change_password', current: this.current.value, fresh }, say('account.saved'));
  }

  async #say(event, command, done) {
    event.preventDefault();
    try {
      await this.props.app.client.ask(command);
      this.fresh.value = '';
      this.setState({ problem: '', done });
    } catch (error) {
      this.setState({ problem: why(error, command), done: '' });
    }
  }

  async #end(device) {
    if (await this.props.app.deeds.tell({ type: 'log_out', device: device.id })) {
      this.#devices();
    }
  }

  #devices() {
    this.props.app.client.ask({ type: 'devices' }).then(
      ({ devices }) => this.setState({ devices }),
      (error) => this.setState({ problem: refusal(error) }),
    );
  }
}

/** A name that is good is forbidden for one reason only. */
function why(error, command) {
  return error.code === 'forbidden' && command.type === 'change_name' ? say('account.muted') : refusal(error);
}
