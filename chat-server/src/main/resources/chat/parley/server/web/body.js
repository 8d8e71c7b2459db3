/** Makes elements of a message's text. Nothing of it is ever read as HTML. */
import { h } from './preact.js';
import { read } from './markdown.js';
import { say } from './words.js';

const JUMBO = 4;
const EMOJI_ONLY = /^(?:\p{RI}\p{RI}|(?![\p{RI}\p{EMod}])\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?|[\u{E0020}-\u{E007F}]+)?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*|\s)+$/u;
const SEEN = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const segments = Intl.Segmenter ? new Intl.Segmenter() : null;

/** @param names see names.js */
export function body(text, names) {
  return isJumbo(text) ? h('p', { class: 'jumbo' }, text) : read(text, names).map(block);
}

/** Whether anything of a text can be seen; the server refuses what cannot. */
export function shows(text) {
  return SEEN.test(text);
}

/** One line of plain text, for quotes, notifications and lists. */
export function oneLine(text) {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

function isJumbo(text) {
  const short = text.length <= 60 && !/^[\d#*\s]+$/.test(text) && EMOJI_ONLY.test(text);
  return short && segments !== null && [...segments.segment(text.replace(/\s/g, ''))].length <= JUMBO;
}

function block(node, key) {
  switch (node.kind) {
    case 'p':
      return h('p', { key }, parts(node.parts));
    case 'heading':
      return h('p', { key, class: 'heading' }, parts(node.parts));
    case 'rule':
      return h('hr', { key });
    case 'code':
      return h('pre', { key, tabIndex: 0, 'aria-label': say('body.code') }, h('code', null, node.text));
    case 'quote':
      return h('blockquote', { key }, node.blocks.map(block));
    case 'list':
      return h(
        node.ordered ? 'ol' : 'ul',
        { key, start: node.ordered ? node.start : undefined },
        node.items.map((item, index) => h('li', { key: index }, item.map(block))),
      );
    default:
      throw new Error(node.kind);
  }
}

function parts(nodes) {
  return nodes.map((node, key) => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'break':
        return h('br', { key });
      case 'code':
        return h('code', { key }, node.text);
      case 'mention':
        return h('span', { key, class: node.mine ? 'mention mine' : 'mention' }, node.text);
      case 'link':
        return h('a', { key, href: node.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, parts(node.parts));
      default:
        return h(node.kind, { key }, parts(node.parts));
    }
  });
}
