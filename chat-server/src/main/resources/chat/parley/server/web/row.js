/** One row of a room: a message, or what stands between messages. */
import { Component, h } from './preact.js';
import { avatar } from './avatar.js';
import { body } from './body.js';
import { attachments } from './attachments.js';
import { quoted as inWords } from './filewords.js';
import { icon } from './icons.js';
import { dayName, hourAndMinute, wholeTime } from './time.js';
import { count, say } from './words.js';

/** Where nothing can be pointed at, a touch opens what pointing would show. */
const FINGERS = matchMedia('(hover: none)');
const QUEUED_LATE_MS = 1000;

/** Whether what waits to be sent has waited so long that it is said. */
export function waitsLong(outgoing, app) {
  return outgoing ? Date.now() - outgoing.at > QUEUED_LATE_MS || !app.client.live : false;
}

export class Row extends Component {
  shouldComponentUpdate(next) {
    const { row, highlighted, selected, names, quoted, blocked, late, rights } = this.props;
    const state = (r) => r.outgoing && `${r.outgoing.state}${r.outgoing.sentence}`;
    return (
      row.message !== next.row.message ||
      row.grouped !== next.row.grouped ||
      this.state.outgoing !== state(next.row) ||
      row.who?.length !== next.row.who?.length ||
      row.event !== next.row.event ||
      highlighted !== next.highlighted ||
      selected !== next.selected ||
      names !== next.names ||
      quoted !== next.quoted ||
      blocked !== next.blocked ||
      late !== next.late ||
      rights.changes !== next.rights.changes ||
      (next.row.message?.files && next.row.message.files.some((file) => file.thumb)) // their pictures come later
    );
  }

  render(props) {
    const { row } = props;
    // Remembered, because an outgoing message is changed in place.
    this.state.outgoing = row.outgoing && `${row.outgoing.state}${row.outgoing.sentence}`;
    switch (row.kind) {
      case 'start':
        return h('li', { class: 'start' }, h('h2', null, props.startTitle), h('p', null, props.startSentence));
      case 'day':
        return h('li', { class: 'divider' }, h('span', null, dayName(row.at)));
      case 'unread':
        return h('li', { class: 'divider new', id: 'unread-line' }, h('span', null, say('timeline.new')));
      case 'people':
        return h('li', { class: 'notice', 'data-seq': row.seq }, peopleSentence(row));
      case 'notice':
        return h('li', { class: 'notice', 'data-seq': row.event.seq }, noticeSentence(row.event));
      case 'aside':
        return aside(row, props);
      default:
        return message(row, props);
    }
  }
}

function message(row, props) {
  const { message: m, outgoing, grouped } = row;
  const { me, app, room, names, highlighted, selected, blocked } = props;
  const changes = m.changes ?? {};
  const called = m.from !== me.id && (m.mentions?.includes(me.id) || m.call) && !changes.deleted;
  const classes = ['row', 'message'];
  if (grouped) classes.push('grouped');
  if (called) classes.push('called');
  if (highlighted) classes.push('flash');
  if (outgoing) classes.push(outgoing.state);
  const time = h('time', { dateTime: new Date(m.at).toISOString(), title: wholeTime(m.at) }, hourAndMinute(m.at));
  const act = outgoing ? undefined : (event) => app.openActions(event, room, m);
  return h(
    'li',
    {
      class: classes.join(' '),
      'data-seq': m.seq,
      'data-key': row.key,
      tabIndex: selected ? 0 : -1,
      onContextMenu: outgoing ? undefined : (event) => props.onHold(event, act),
      onClick: outgoing || !FINGERS.matches ? undefined : (event) => props.onHold(event, act),
      onKeyDown: (event) => props.onRowKey(event, act),
    },
    h('div', { class: 'gutter' }, grouped ? time : avatar(m.from, m.name, props.inThread ? 28 : 36)),
    h(
      'div',
      { class: 'words' },
      m.reply ? quote(m, props) : null,
      grouped ? h('span', { class: 'unseen' }, `${m.name} `) : h('div', { class: 'by' }, h('b', null, m.name), ' ', time),
      m.forward ? h('p', { class: 'caption' }, icon('forward', 14), ' ', forwarded(m.forward)) : null,
      blocked
        ? h('p', { class: 'gone' }, say('row.blocked'))
        : changes.deleted
          ? h('p', { class: 'gone' }, say('row.deleted'))
          : h('div', { class: 'body' }, body(m.body, names)),
      changes.edited_at && !blocked
        ? h('button', { class: 'caption link', onClick: () => app.showEdits(room, m) }, say('row.edited'))
        : null,
      changes.pinned ? h('span', { class: 'caption' }, icon('pin', 14), ' ', say('row.pinned')) : null,
      changes.deleted || blocked ? null : attachments(m, app),
      reactions(m, props),
      props.inThread ? null : threadChip(m, props),
      outgoing ? sending(outgoing, props) : null,
    ),
    outgoing || changes.deleted ? null : toolbar(m, props, act),
  );
}

function toolbar(m, { app, room, rights }, act) {
  const button = (name, label, onClick) =>
    h('button', { class: 'tool', title: label, 'aria-label': label, onClick, tabIndex: -1 }, icon(name, 18));
  return h(
    'div',
    { class: 'toolbar', role: 'group', 'aria-label': say('row.actions') },
    rights.changes ? button('smile', say('action.react'), (event) => app.pickReaction(event, room, m)) : null,
    rights.writes && !m.thread ? button('reply', say('action.reply'), () => app.writing.reply(room, m)) : null,
    button('more', say('action.more'), act),
  );
}

function quote(m, { quoted, app, room }) {
  return h(
    'button',
    { class: 'quote', onClick: () => app.goTo(room.id, m.reply) },
    h('b', null, quoted?.name ?? say('row.answer')),
    ' ',
    h('span', null, quoted ? summary(quoted, app) : say('row.answer.earlier')),
  );
}

/** A message on one line, unless there is nothing of it to see. */
function summary(m, app) {
  if (app.client.keeps.blocks(m.from)) {
    return say('row.blocked');
  }
  return m.changes?.deleted ? say('row.deleted') : inWords(m);
}

function forwarded(forward) {
  return forward.room ? say('row.forwarded.room', forward.name, forward.room) : say('row.forwarded', forward.name);
}

function reactions(m, { me, app, room, rights }) {
  const all = m.changes?.reactions ?? [];
  if (all.length === 0) {
    return null;
  }
  return h(
    'div',
    { class: 'chips' },
    all.map(({ emoji, by }) => {
      const mine = by.includes(me.id);
      const who = by.slice(0, 8).map((id) => (id === me.id ? say('you') : app.client.people.name(id) ?? say('somebody')));
      const names = who.join(', ') + (by.length > who.length ? '…' : '');
      return h(
        'button',
        {
          key: emoji,
          class: mine ? 'chip mine' : 'chip',
          'aria-pressed': String(mine),
          'aria-label': say('row.reaction', emoji, by.length, names),
          title: names,
          disabled: !rights.changes,
          onClick: () => app.react(room, m, emoji, !mine),
        },
        h('span', { class: 'emoji' }, emoji),
        ' ',
        String(by.length),
      );
    }),
    rights.changes
      ? h(
          'button',
          { class: 'chip add', 'aria-label': say('action.react'), onClick: (event) => app.pickReaction(event, room, m) },
          icon('smile', 16),
        )
      : null,
  );
}

function threadChip(m, { app, room }) {
  const replies = m.changes?.replies;
  return replies
    ? h(
        'button',
        { class: 'chip thread', onClick: () => app.openThread(room, m.seq) },
        icon('thread', 16),
        ' ',
        count('row.replies', replies.count),
      )
    : null;
}

function sending(outgoing, { app, late }) {
  switch (outgoing.state) {
    case 'failed':
      return h(
        'p',
        { class: 'state failed' },
        icon('alert', 14),
        ' ',
        outgoing.sentence || say('row.failed'),
        ' ',
        h('button', { class: 'link', onClick: () => app.client.outbox.retry(outgoing.nonce) }, say('row.retry')),
        ' · ',
        h('button', { class: 'link', onClick: () => app.client.outbox.discard(outgoing.nonce) }, say('row.discard')),
      );
    case 'queued':
      return late
        ? h('p', { class: 'state' }, icon('clock', 14), ' ', say('row.queued', app.client.server?.name ?? ''))
        : null;
    default:
      return null;
  }
}

function aside(row, { app, room, highlighted }) {
  const m = row.message;
  return h(
    'li',
    { class: highlighted ? 'row aside flash' : 'row aside', 'data-seq': m.seq, 'data-key': row.key },
    h('div', { class: 'gutter' }, icon('thread', 18)),
    h(
      'button',
      { class: 'aside-line', onClick: () => app.openThread(room, m.thread) },
      h('b', null, m.name),
      ' ',
      h('span', null, summary(m, app)),
      ' ',
      h('span', { class: 'caption' }, say('row.in.thread')),
    ),
  );
}

function peopleSentence({ type, who, by }) {
  const kind = type === 'joined_room' ? (by ? 'people.added' : 'people.joined') : by ? 'people.removed' : 'people.left';
  const names = who.length === 1 ? who[0] : who.length === 2 ? say('people.two', who[0], who[1]) : say('people.many', who.length);
  return say(kind, names, by ?? '');
}

function noticeSentence(event) {
  switch (event.type) {
    case 'renamed':
      return say('notice.renamed', event.before, event.name);
    case 'rank_changed':
      return say(`notice.rank.${['reader', 'moderator', 'owner'].includes(event.rank) ? event.rank : 'member'}`, event.name, event.member.name);
    default:
      return event.now.archived ? say('notice.archived', event.name) : say('notice.changed', event.name, event.now.name);
  }
}
