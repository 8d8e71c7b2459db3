/** Somebody's first letter on a colour that is always theirs. */
import { h } from './preact.js';

const COLOURS = 9;

export function avatar(id, name, size, status) {
  const letter = String.fromCodePoint(name?.codePointAt(0) ?? 63).toLocaleUpperCase();
  return h(
    'span',
    { class: `avatar size-${size} colour-${hash(id) % COLOURS}`, 'aria-hidden': 'true' },
    letter,
    status ? h('span', { class: `presence ${status}` }) : null,
  );
}

/** The same number in every client for the same id. */
function hash(id) {
  let sum = 0;
  for (let at = 0; at < id.length; at++) {
    sum = (Math.imul(sum, 31) + id.charCodeAt(at)) | 0;
  }
  return ((sum % COLOURS) + COLOURS) % COLOURS;
}
