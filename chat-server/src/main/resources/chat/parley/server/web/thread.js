/** What was said under a message, with what waits to be, and a composer of its own. */
import { Component, h } from './preact.js';
import { Composer } from './composer.js';
import { after, expired, renamed, targetOf } from './fold.js';
import { NamesOf } from './names.js';
import { rightsIn } from './roomview.js';
import { Row, waitsLong } from './row.js';
import { held, rowKey } from './rowkeys.js';
import { count, refusal, say } from './words.js';

const PAGE = 100;
/** As close to the end as this counts as being there, in pixels. */
const NEAR = 48;

export class Thread extends Component {
  state = { root: null, messages: [], more: false, problem: null, selected: null };
  #box = null;
  #waiting = 0;
  #names = new NamesOf();
  /** What came while a page was under way, which may be older. */
  #meanwhile = [];
  #loading = 0;

  componentDidMount() {
    this.props.app.thread = this;
    this.load();
  }

  componentWillUnmount() {
    if (this.props.app.thread === this) {
      this.props.app.thread = null;
    }
  }

  /** Whether the newest answer is in sight. */
  getSnapshotBeforeUpdate() {
    return this.#box.scrollHeight - this.#box.clientHeight - this.#box.scrollTop <= NEAR;
  }

  /** Follows the newest, for those who look at it and those who write. */
  componentDidUpdate(before, _, atEnd) {
    const waiting = this.#unsent().length;
    if (atEnd || waiting > this.#waiting) {
      this.#box.scrollTop = this.#box.scrollHeight;
    }
    this.#waiting = waiting;
  }

  render({ app, room, seq }, { messages, root, more, problem }) {
    const rows = [...messages.map(said), ...this.#unsent().map((outgoing) => waiting(outgoing, app.client.user))];
    const replies = root?.changes?.replies?.count ?? messages.length;
    return h(
      'div',
      { class: 'thread' },
      h(
        'div',
        { class: 'scroller', ref: (box) => (this.#box = box) },
        problem ? h('p', { class: 'problem' }, problem) : null,
        root ? this.#list([said(root)]) : null,
        root ? h('button', { class: 'link', 'aria-label': say('found.show.of', root.name), onClick: () => app.goTo(room.id, seq) }, say('found.show')) : null,
        h('div', { class: 'divider' }, h('span', null, count('row.replies', replies))),
        more ? h('button', { class: 'link', onClick: () => this.#older() }, say('thread.older')) : null,
        this.#list(rows),
      ),
      h('footer', { class: 'room-foot' }, h(Composer, { app, room, thread: seq, place: `thread/${room.id}/${seq}`, placeholder: say('composer.thread') })),
    );
  }

  #unsent() {
    const { app, room, seq } = this.props;
    return app.client.outbox.of(room.id).filter((outgoing) => outgoing.thread === seq);
  }

  #list(rows) {
    const { app, room } = this.props;
    const names = this.#names.of(app, room);
    const { keeps, reading, user } = app.client;
    const selected = rows.some((row) => row.key === this.state.selected) ? this.state.selected : rows.at(-1)?.key;
    return h(
      'ol',
      { class: 'found' },
      rows.map((row) =>
        h(Row, {
          key: row.key,
          row,
          app,
          room,
          me: user,
          rights: rightsIn(room, user),
          names: names(row.message),
          quoted: row.message.reply ? reading.log(room.id)?.get(row.message.reply) : undefined,
          blocked: keeps.blocks(row.message.from),
          late: waitsLong(row.outgoing, app),
          selected: row.key === selected,
          inThread: true,
          onHold: held,
          onRowKey: this.#rowKey,
        }),
      ),
    );
  }

  #rowKey = (event, act) => rowKey(event, act, (selected, then) => this.setState({ selected }, then));

  /** Takes an event of the room. */
  apply(event) {
    if (this.#loading > 0) {
      this.#meanwhile.push(event);
    }
    this.setState((before) => folded(before, event, this.props.seq));
  }

  /** Messages up to there are gone because of their age. */
  expire(upTo) {
    this.setState(({ root, messages }) => ({ root: root && expired(root, upTo), messages: messages.map((each) => expired(each, upTo)) }));
  }

  /** From the server, at first and when the connection was gone meanwhile. */
  async load() {
    const { app, room, seq } = this.props;
    await this.#fetch(async () => {
      const known = app.client.reading.log(room.id)?.get(seq);
      const root = known?.type === 'message' ? known : (await app.client.ask({ type: 'history', room: room.id, before: seq + 1, limit: 1 })).events[0];
      const { messages, more } = await app.client.ask({ type: 'thread', room: room.id, seq, limit: PAGE });
      return () => ({ root, messages, more });
    });
  }

  async #older() {
    const { app, room, seq } = this.props;
    await this.#fetch(async () => {
      const page = await app.client.ask({ type: 'thread', room: room.id, seq, before: this.state.messages[0].seq, limit: PAGE });
      return ({ messages }) => ({ messages: [...page.messages, ...messages], more: page.more });
    });
  }

  async #fetch(ask) {
    this.#loading++;
    try {
      const take = await ask();
      const meanwhile = this.#meanwhile;
      const { room, seq } = this.props;
      const upTo = room.expired ?? 0;
      this.setState((before) => {
        const now = meanwhile.reduce((state, event) => folded(state, event, seq), { ...before, ...take(before) });
        return { ...now, root: now.root && expired(now.root, upTo), messages: now.messages.map((each) => expired(each, upTo)), problem: null };
      });
    } catch (error) {
      this.setState({ problem: refusal(error) });
    } finally {
      this.#loading--;
      if (this.#loading === 0) {
        this.#meanwhile = [];
      }
    }
  }

}

/** The thread after an event of its room. */
function folded({ root, messages, ...rest }, event, seq) {
  const fresh = event.type === 'message' && event.thread === seq && event.seq > (messages.at(-1)?.seq ?? 0);
  const now = targetOf(event) ? messages.map((each) => after(each, event)) : messages;
  return {
    ...rest,
    root: root && named(after(root, event), event),
    messages: (fresh ? [...now, event] : now).map((each) => named(each, event)),
  };
}

function named(message, event) {
  return event.type === 'renamed' ? renamed(message, event) : message;
}

function said(message) {
  return { kind: 'message', key: `m${message.seq}`, message, grouped: false };
}

function waiting(outgoing, me) {
  return { kind: 'message', key: `o${outgoing.nonce}`, message: { ...outgoing, type: 'message', from: me.id, name: me.name }, grouped: false, outgoing };
}
