/** The first page: a name is enough, an account is at hand. */
import { Component, h } from './preact.js';
import { refusal, say } from './words.js';

export class Login extends Component {
  state = { kind: 'guest', name: '', password: '', invite: '' };

  componentDidMount() {
    this.field?.focus();
  }

  render({ app }, { kind, name, password, invite }) {
    const { client } = app;
    const busy = client.link.state === 'connecting';
    const waiting = client.link.state === 'waiting';
    const guest = kind === 'guest';
    return h(
      'main',
      { class: 'login' },
      h(
        'form',
        { onSubmit: this.#join, noValidate: true },
        h('img', { src: new URL('parley.svg', import.meta.url).href, width: 56, height: 56, alt: '' }),
        h('h1', null, app.serverName),
        h('p', null, guest ? say('login.guest') : kind === 'password' ? say('login.account') : kind === 'reset' ? say('login.reset') : say('login.new')),
        h(
          'label',
          null,
          say('login.name'),
          h('input', {
            ref: (field) => (this.field = field),
            id: 'login-name',
            name: 'username',
            autocomplete: 'username',
            maxLength: 64,
            value: name,
            onInput: (event) => this.setState({ name: event.target.value }),
          }),
        ),
        guest
          ? null
          : h(
              'label',
              null,
              kind === 'reset' ? say('account.fresh') : say('login.password'),
              h('input', {
                id: 'login-password',
                type: 'password',
                name: 'password',
                autocomplete: kind === 'password' ? 'current-password' : 'new-password',
                maxLength: 256,
                value: password,
                onInput: (event) => this.setState({ password: event.target.value }),
              }),
            ),
        kind === 'register' || kind === 'reset'
          ? h(
              'label',
              null,
              kind === 'reset' ? say('login.code') : say('login.invite'),
              h('input', {
                id: 'login-invite',
                autocomplete: 'off',
                maxLength: 256,
                value: invite,
                onInput: (event) => this.setState({ invite: event.target.value }),
              }),
              kind === 'reset' ? null : h('small', null, say('login.invite.hint')),
            )
          : null,
        h(
          'p',
          { class: 'problem', role: 'alert' },
          this.state.problem ?? (client.refusal ? refusal(client.refusal) : waiting ? say('login.unreachable') : ''),
        ),
        h('button', { id: 'login-join', class: 'primary', type: 'submit', disabled: busy }, busy ? say('login.joining') : guest ? say('login.join') : kind === 'register' ? say('login.create') : say('login.log.in')),
        h(
          'p',
          { class: 'others' },
          guest ? null : this.#other('guest', say('login.as.guest')),
          kind === 'password' ? null : this.#other('password', say('login.with.password')),
          kind === 'register' ? null : this.#other('register', say('login.new.account')),
          kind === 'password' ? this.#other('reset', say('login.with.code')) : null,
        ),
        h('p', { class: 'others' }, h('a', { href: '/about' }, say('login.about'))),
      ),
    );
  }

  #other(kind, label) {
    const choose = () => {
      this.props.app.client.refusal = null;
      this.setState({ kind, problem: null }, () => this.field.focus());
    };
    return h('button', { type: 'button', class: 'link', onClick: choose }, label);
  }

  #join = (event) => {
    event.preventDefault();
    const { kind, password, invite } = this.state;
    const name = this.state.name.trim();
    if (!name || (kind !== 'guest' && !password)) {
      this.setState({ problem: name ? say('login.no.password') : say('login.no.name') });
      this.field.focus();
      return;
    }
    this.setState({ problem: null });
    const auth = { kind, name };
    if (kind !== 'guest') {
      auth.password = password;
    }
    if (kind === 'register' && invite.trim()) {
      auth.invite = invite.trim();
    } else if (kind === 'reset') {
      auth.code = invite.trim();
    }
    this.props.app.client.logIn(auth);
  };
}
