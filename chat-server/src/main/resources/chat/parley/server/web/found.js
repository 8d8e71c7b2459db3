/** Messages that do not follow each other: pins, hits, a thread. Each leads to its place. */
import { h } from './preact.js';
import { avatar } from './avatar.js';
import { body, oneLine } from './body.js';
import { attachments } from './attachments.js';
import { dayName, hourAndMinute } from './time.js';
import { say } from './words.js';

/** @param whole shows all of a message, else one line with `mark` made out */
export function Found({ app, room, messages, whole, mark }) {
  return h(
    'ol',
    { class: 'found' },
    messages.map((m) =>
      h(
        'li',
        { key: m.seq, class: 'message' },
        h('div', { class: 'gutter' }, avatar(m.from, m.name, 28)),
        h(
          'div',
          { class: 'words' },
          h('div', { class: 'by' }, h('b', null, m.name), ' ', h('time', null, dayName(m.at), ' ', hourAndMinute(m.at))),
          m.changes?.deleted
            ? h('p', { class: 'gone' }, say('row.deleted'))
            : whole
              ? [h('div', { class: 'body' }, body(m.body, null)), attachments(m, app)]
              : h('p', { class: 'body' }, marked(m.body, mark)),
          h('button', { class: 'link', 'aria-label': say('found.show.of', m.name), onClick: () => app.goTo(room.id, m.seq) }, say('found.show')),
        ),
      ),
    ),
  );
}

function marked(text, mark) {
  const line = text.replace(/\s+/g, ' ');
  const at = mark ? line.toLocaleLowerCase().indexOf(mark) : -1;
  if (at < 0) {
    return oneLine(text);
  }
  const from = Math.max(0, at - 60);
  return [from > 0 ? '…' : '', line.slice(from, at), h('mark', null, line.slice(at, at + mark.length)), line.slice(at + mark.length, at + 120)];
}
