/**
 * The messages of a room. Whatever comes above or below, what is read does not move by a pixel; the
 * newest is followed only by who is at the end. Holds no more rows than the log has, which is a few
 * pages.
 */
import { Component, h } from './preact.js';
import { icon } from './icons.js';
import { rows } from './layout.js';
import { NamesOf } from './names.js';
import { MOST } from './roomlog.js';
import { Row, waitsLong } from './row.js';
import { held, rowKey } from './rowkeys.js';
import { count, say } from './words.js';

/** As close to the end as this counts as being there, in pixels. */
const NEAR = 48;
const FETCH_AHEAD = 1200;
const FLASH_MS = 1600;

export class Timeline extends Component {
  state = { selected: null, highlighted: null };
  #box = null;
  #list = null;
  #sizes = new ResizeObserver(() => this.#resized());
  #names = new NamesOf();
  #stick = true;
  #hold = null;

  componentDidMount() {
    this.#sizes.observe(this.#box);
    this.#sizes.observe(this.#list);
    document.addEventListener('visibilitychange', this.#look);
    this.#afterwards(null);
  }

  componentWillUnmount() {
    this.#sizes.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
  }

  /** What must not move: the first message in sight, by its lower edge, since its name may go. */
  getSnapshotBeforeUpdate(before) {
    if (before.room.id !== this.props.room.id) {
      this.#stick = true;
      return null;
    }
    return this.#anchor();
  }

  componentDidUpdate(before, _, anchor) {
    this.#afterwards(anchor);
  }

  render({ app, room, log, me, rights }) {
    const unsent = log?.atEnd ? app.client.outbox.of(room.id) : [];
    const names = this.#names.of(app, room);
    const all = log
      ? rows({ events: log.events, unsent, me, unreadAfter: log.unreadAfter, atStart: log.atStart })
      : [];
    const messages = all.filter((row) => row.kind === 'message');
    const selected = messages.some((row) => row.key === this.state.selected) ? this.state.selected : messages.at(-1)?.key;
    return h(
      'div',
      { class: 'timeline-frame' },
      h(
        'div',
        {
          class: 'timeline',
          ref: (box) => (this.#box = box),
          onScroll: this.#scrolled,
          tabIndex: -1,
          id: 'timeline',
        },
        h('div', { class: 'filler' }),
        this.#edge(log),
        h(
          'ol',
          { class: 'rows', ref: (list) => (this.#list = list), 'aria-label': say('timeline.messages', app.client.nameOf(room)) },
          all.map((row) =>
            h(Row, {
              key: row.key,
              row,
              app,
              room,
              me,
              rights,
              names: row.message ? names(row.message) : null,
              quoted: row.message?.reply ? log.get(row.message.reply) : undefined,
              blocked: row.message ? app.client.keeps.blocks(row.message.from) : false,
              late: waitsLong(row.outgoing, app),
              highlighted: row.key === this.state.highlighted,
              selected: row.key === selected,
              startTitle: room.kind === 'direct' ? app.client.nameOf(room) : say('timeline.start', room.name),
              startSentence: room.kind === 'direct' ? say('timeline.start.direct') : room.topic || say('timeline.start.sentence'),
              onHold: held,
              onRowKey: this.#rowKey,
            }),
          ),
        ),
      ),
      this.#pill(room, log),
    );
  }

  #edge(log) {
    if (!log?.ready || (log.loading && log.events.length === 0)) {
      return h('div', { class: 'skeleton', 'aria-hidden': 'true' }, [0, 1, 2, 3].map((key) => h('div', { key }, h('i'), h('i'))));
    }
    if (log.failed) {
      return h(
        'p',
        { class: 'edge' },
        say('timeline.failed'),
        ' ',
        h('button', { class: 'link', onClick: () => this.props.app.client.reading.again(this.props.room.id) }, say('timeline.again')),
      );
    }
    return null;
  }

  #pill(room, log) {
    const away = log && (!log.atEnd || !this.#stick);
    if (!away || log.events.length === 0) {
      return null;
    }
    const news = room.unread > 0 && log.unreadAfter === null ? room.unread : 0;
    return h(
      'button',
      {
        class: room.mentions > 0 && news ? 'jump urgent' : 'jump',
        onClick: () => this.props.app.client.reading.toEnd(room.id),
      },
      icon('down', 16),
      ' ',
      news ? count('timeline.pill', news) : say('timeline.latest'),
    );
  }

  // Where the reader is.

  #scrolled = () => {
    const was = this.#stick;
    this.#stick = this.#fromEnd() <= NEAR;
    this.#follow();
    this.#fetch();
    this.#look();
    if (was !== this.#stick) {
      this.forceUpdate();
    }
  };

  #resized() {
    if (this.#stick && this.props.log?.atEnd) {
      this.#toEnd();
    }
    this.#fetch();
    this.#look();
  }

  #fromEnd() {
    return this.#box.scrollHeight - this.#box.clientHeight - this.#box.scrollTop;
  }

  #toEnd() {
    this.#box.scrollTop = this.#box.scrollHeight;
  }

  #follow() {
    if (this.props.log) {
      this.props.log.following = this.#stick && this.props.log.atEnd;
    }
  }

  #anchor() {
    const top = this.#box.getBoundingClientRect().top;
    for (const row of this.#list.querySelectorAll('[data-key]')) {
      const place = row.getBoundingClientRect();
      if (place.bottom > top) {
        return { key: row.dataset.key, offset: place.bottom - top };
      }
    }
    return null;
  }

  #afterwards(anchor) {
    const { log } = this.props;
    if (log?.landing) {
      this.#land(log.landing);
      log.landing = null;
    } else if (this.#stick && log?.atEnd) {
      this.#toEnd();
    } else if (anchor) {
      const row = this.#row(anchor.key);
      if (row) {
        const moved = row.getBoundingClientRect().bottom - this.#box.getBoundingClientRect().top - anchor.offset;
        if (moved !== 0) {
          this.#box.scrollTop += moved;
        }
      }
    }
    this.#follow();
    this.#fetch();
    this.#look();
  }

  #land(landing) {
    const line = this.#list.querySelector('#unread-line');
    if (landing.end || (landing.unread && !line)) {
      this.#stick = true;
      this.#toEnd();
    } else if (landing.unread) {
      this.#box.scrollTop += line.getBoundingClientRect().top - this.#box.getBoundingClientRect().top - this.#box.clientHeight / 4;
      this.#stick = this.#fromEnd() <= NEAR;
    } else {
      this.#stick = false;
      const row = this.#row(`m${landing.seq}`);
      row?.scrollIntoView({ block: 'center' });
      if (row && landing.flash) {
        this.setState({ highlighted: `m${landing.seq}`, selected: `m${landing.seq}` });
        setTimeout(() => this.setState({ highlighted: null }), FLASH_MS);
      }
    }
  }

  #row(key) {
    return this.#list.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  /** Fetches before the reader is at the edge. */
  #fetch() {
    const { app, room, log } = this.props;
    if (!log?.ready || log.loading || log.failed || !app.client.live || log.landing) {
      return;
    }
    if (!log.atStart && log.events.length > 0 && this.#box.scrollTop < FETCH_AHEAD && !(this.#stick && log.events.length >= MOST)) {
      app.client.reading.older(room.id);
    } else if (!log.atEnd && this.#fromEnd() < FETCH_AHEAD) {
      app.client.reading.newer(room.id);
    }
  }

  /** Takes for read what is on the screen of somebody who looks. */
  #look = () => {
    const { app, room, log } = this.props;
    if (document.visibilityState !== 'visible' || !log?.ready || room.unread === 0 || this.#box.clientHeight === 0) {
      return;
    }
    const bottom = this.#box.getBoundingClientRect().bottom;
    const all = this.#list.querySelectorAll('[data-seq]');
    for (let at = all.length - 1; at >= 0; at--) {
      if (all[at].getBoundingClientRect().bottom <= bottom + 1) {
        const last = at === all.length - 1 && log.atEnd;
        app.client.reading.sawUpTo(room.id, last ? room.cursor : Number(all[at].dataset.seq));
        return;
      }
    }
  };

  #rowKey = (event, act) => rowKey(event, act, (selected, then) => this.setState({ selected }, then));
}
