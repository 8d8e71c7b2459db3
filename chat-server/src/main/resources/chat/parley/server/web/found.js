/** Messages that do not follow each other: pins and hits. Each leads to its place. */
import { h } from './preact.js';
import { avatar } from './avatar.js';
import { oneLine } from './body.js';
import { quoted } from './filewords.js';
import { dayName, hourAndMinute } from './time.js';
import { say } from './words.js';

/**
 * @param room where they are; without it each says its own
 * @param words what to make out in them
 * @param rooms says in which room each was said
 */
export function Found({ app, room, messages, words, rooms }) {
  return h(
    'ol',
    { class: 'found' },
    messages.map((m) =>
      h(
        'li',
        { key: `${m.room}/${m.seq}`, class: 'message' },
        h('div', { class: 'gutter' }, avatar(m.from, m.name, 28)),
        h(
          'div',
          { class: 'words' },
          h('div', { class: 'by' }, h('b', null, m.name), ' ', h('time', null, dayName(m.at), ' ', hourAndMinute(m.at)), rooms ? h('span', { class: 'hint' }, ' ', app.client.nameOf(app.client.rooms.get(m.room) ?? {})) : null),
          app.client.keeps.blocks(m.from)
            ? h('p', { class: 'gone' }, say('row.blocked'))
            : m.changes?.deleted
              ? h('p', { class: 'gone' }, say('row.deleted'))
              : h('p', { class: 'body' }, words && m.body.trim() ? marked(m.body, words) : quoted(m)),
          h('button', { class: 'link', 'aria-label': say('found.show.of', m.name), onClick: () => app.goTo(room?.id ?? m.room, m.seq) }, say('found.show')),
        ),
      ),
    ),
  );
}

const BEFORE = 60;
const MOST = 240;

function marked(text, words) {
  const pieces = words.pieces(text.replace(/\s+/g, ' '));
  if (pieces.length === 1) {
    return oneLine(text);
  }
  const first = pieces[0].length > BEFORE ? `…${pieces[0].slice(-BEFORE)}` : pieces[0];
  let left = MOST;
  return [first, ...pieces.slice(1)].map((piece, at) => {
    const seen = piece.slice(0, Math.max(0, left));
    left -= piece.length;
    return at % 2 === 1 ? h('mark', null, seen) : seen;
  });
}
