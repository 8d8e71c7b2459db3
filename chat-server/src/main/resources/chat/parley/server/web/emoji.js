/** The emoji there are, fetched when they are first wanted: a line for each in emoji.txt. */
import { Component, h } from './preact.js';
import { Sheet } from './sheet.js';
import { say } from './words.js';

const RECENT = 'parley.emoji';
const MOST_RECENT = 18;
const USUAL = ['👍', '❤️', '😂', '🎉', '👀', '🙏', '✅', '👋'];
const CATEGORIES = ['smileys', 'people', 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags'];

let all = [];
let fetching = null;

/** What is there already; if that is nothing, all are fetched and `later` called. */
export function emojiNow(later) {
  if (all.length === 0) {
    load().then(later, (error) => console.warn(error));
  }
  return all;
}

async function load() {
  fetching ??= fetch(new URL('emoji.txt', import.meta.url))
    .then((response) => response.text())
    .then((text) => {
      all = text.split('\n').filter(Boolean).map(parse);
    })
    .catch((error) => {
      fetching = null;
      throw error;
    });
  await fetching;
}

function parse(line) {
  const [emoji, codes, category, words] = line.split('\t');
  return { emoji, codes: codes.split(','), category: CATEGORIES[Number(category)], words };
}

export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return [...new Set([...kept, ...USUAL])].slice(0, MOST_RECENT);
  } catch {
    return USUAL;
  }
}

export function used(emoji) {
  localStorage.setItem(RECENT, JSON.stringify([emoji, ...recent().filter((each) => each !== emoji)].slice(0, MOST_RECENT)));
}

/** Calls `onPick` with the characters of one emoji. */
export class EmojiPicker extends Component {
  state = { query: '', ready: all.length > 0 };

  componentDidMount() {
    this.field.focus();
    load().then(
      () => this.setState({ ready: true }),
      () => this.setState({ failed: true }),
    );
  }

  render({ at, onClose, onPick }, { query, failed }) {
    const wanted = query.trim().toLowerCase();
    const fits = (each) => each.codes.some((code) => code.includes(wanted)) || each.words.includes(wanted);
    const pick = (emoji) => {
      used(emoji);
      onClose();
      onPick(emoji);
    };
    const grid = (emojis) =>
      h(
        'div',
        { class: 'emoji-grid' },
        emojis.map((each) =>
          h('button', { key: each.emoji, class: 'emoji', title: each.codes?.[0], 'aria-label': each.codes?.[0] ?? each.emoji, onClick: () => pick(each.emoji) }, each.emoji),
        ),
      );
    const groups = wanted
      ? [{ name: 'found', list: all.filter(fits).slice(0, 120) }]
      : [{ name: 'recent', list: recent().map((emoji) => all.find((each) => each.emoji === emoji) ?? { emoji }) }, ...CATEGORIES.map((name) => ({ name, list: all.filter((each) => each.category === name) }))];
    return h(
      Sheet,
      { title: say('emoji.title'), kind: 'picker', at, onClose },
      h('input', {
        type: 'search',
        ref: (field) => (this.field = field),
        placeholder: say('emoji.search'),
        'aria-label': say('emoji.search'),
        value: query,
        onInput: (event) => this.setState({ query: event.target.value }),
        onKeyDown: (event) => {
          const first = groups[0].list[0];
          if (event.key === 'Enter' && first) {
            pick(first.emoji);
          }
        },
      }),
      h(
        'div',
        { class: 'scroller' },
        failed ? h('p', { class: 'hint' }, say('emoji.failed')) : null,
        groups.map(({ name, list }) => (list.length > 0 ? h('section', { key: name }, h('h3', null, say(`emoji.${name}`)), grid(list)) : null)),
        wanted && groups[0].list.length === 0 ? h('p', { class: 'hint' }, say('emoji.none', query)) : null,
      ),
    );
  }
}
