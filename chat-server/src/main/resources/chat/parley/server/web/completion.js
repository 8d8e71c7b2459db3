/** What may be meant while somebody types: people after an @, emoji after a colon. */
import { h } from './preact.js';
import { avatar } from './avatar.js';
import { emojiNow } from './emoji.js';
import { say } from './words.js';

const MOST = 8;
const TRIGGER = /(?:^|[\s(])([@:])([\p{L}\p{N}._+-]{0,32})$/u;

/**
 * {from, rows: [{insert, label, ...}]}, or null when there is nothing to offer.
 *
 * @param later called when there may be more to offer than at first
 */
export function suggest(app, room, text, caret, later) {
  const found = TRIGGER.exec(text.slice(Math.max(0, caret - 40), caret));
  if (!found) {
    return null;
  }
  const [, trigger, typed] = found;
  const rows = trigger === '@' ? people(app, room, typed) : typed.length >= 2 ? emoji(typed, later) : [];
  return rows.length > 0 ? { from: caret - typed.length - 1, rows: rows.slice(0, MOST) } : null;
}

function people(app, room, typed) {
  const wanted = typed.toLocaleLowerCase();
  const fits = (name) => name.toLocaleLowerCase().split(/\s/).some((word) => word.startsWith(wanted)) || name.toLocaleLowerCase().startsWith(wanted);
  const members = (app.members(room.id) ?? [])
    .filter((member) => member.id !== app.client.user.id && fits(member.name))
    .map((member) => ({ insert: `@${member.name} `, label: member.name, user: member }));
  const groups = ['room', 'here']
    .filter((word) => room.kind !== 'direct' && word.startsWith(wanted))
    .map((word) => ({ insert: `@${word} `, label: `@${word}`, note: word === 'here' ? say('completion.here') : say('completion.room') }));
  return [...members, ...groups];
}

function emoji(typed, later) {
  const wanted = typed.toLowerCase();
  const all = emojiNow(later);
  const starts = all.filter((each) => each.codes.some((code) => code.startsWith(wanted)));
  const has = all.filter((each) => !starts.includes(each) && each.codes.some((code) => code.includes(wanted)));
  return [...starts, ...has].map((each) => ({ insert: `${each.emoji} `, label: `:${each.codes[0]}:`, emoji: each.emoji }));
}

export function Completion({ suggestions, chosen, onChoose }) {
  return h(
    'ul',
    { class: 'completion', id: 'completion', role: 'listbox', 'aria-label': say('completion.label') },
    suggestions.rows.map((row, at) =>
      h(
        'li',
        {
          key: row.insert,
          id: `completion-${at}`,
          role: 'option',
          'aria-selected': String(at === chosen),
          class: at === chosen ? 'chosen' : '',
          onMouseDown: (event) => {
            event.preventDefault();
            onChoose(row);
          },
        },
        row.user ? avatar(row.user.id, row.user.name, 20) : row.emoji ? h('span', { class: 'emoji' }, row.emoji) : null,
        h('span', null, row.label),
        row.note ? h('small', null, row.note) : null,
      ),
    ),
  );
}
