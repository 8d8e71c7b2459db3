/**
 * What opens above the page: a dialog in the middle, or a menu at the place that was clicked; on a
 * narrow screen both come from below. The browser's own dialog keeps the keyboard inside, closes by
 * Esc, and gives the focus back.
 */
import { Component, h } from './preact.js';
import { icon } from './icons.js';
import { say } from './words.js';

const NARROW = matchMedia('(max-width: 719px)');
const MARGIN = 8;

export class Sheet extends Component {
  #dialog = null;

  componentDidMount() {
    const before = document.activeElement;
    this.#dialog.showModal();
    this.#place();
    this.restore = () => before?.isConnected && before.focus?.();
  }

  componentDidUpdate() {
    this.#place();
  }

  componentWillUnmount() {
    this.#dialog.close();
    this.restore();
  }

  render({ title, kind = 'dialog', children, onClose, wide }) {
    return h(
      'dialog',
      {
        ref: (dialog) => (this.#dialog = dialog),
        class: `sheet ${kind}${wide ? ' wide' : ''}`,
        'aria-label': title,
        onCancel: (event) => {
          event.preventDefault();
          onClose();
        },
        onMouseDown: (event) => {
          if (event.target === this.#dialog) {
            onClose(); // beside it
          }
        },
      },
      h(
        'div',
        { class: 'sheet-body' },
        kind === 'dialog'
          ? h(
              'header',
              null,
              h('h2', null, title),
              h('button', { class: 'tool', 'aria-label': say('close'), onClick: onClose }, icon('close')),
            )
          : null,
        children,
      ),
    );
  }

  /** At the place that was clicked, and inside the window. */
  #place() {
    const { at } = this.props;
    const style = this.#dialog.style;
    if (!at || NARROW.matches) {
      style.left = '';
      style.top = '';
      return;
    }
    const { width, height } = this.#dialog.getBoundingClientRect();
    const left = Math.min(at.x, innerWidth - width - MARGIN);
    const below = at.y + height + MARGIN <= innerHeight;
    style.left = `${Math.max(MARGIN, left)}px`;
    style.top = `${Math.max(MARGIN, below ? at.y : Math.min(at.above, innerHeight - MARGIN) - height)}px`;
  }
}

/** Where a menu for that event opens: {x, y, above}. */
export function placeOf(event) {
  if (event.type === 'contextmenu' && (event.clientX || event.clientY)) {
    return { x: event.clientX, y: event.clientY, above: event.clientY };
  }
  const place = event.currentTarget.getBoundingClientRect();
  return { x: place.left, y: place.bottom + 4, above: place.top - 4 };
}

/** Entries are {icon, label, act, danger, checked}, or null for those that are not offered. */
export class Menu extends Component {
  #list = null;

  componentDidMount() {
    this.#list.querySelector('button')?.focus();
  }

  render({ title, at, entries, onClose, children }) {
    return h(
      Sheet,
      { title, kind: 'menu', at, onClose },
      children,
      h(
        'div',
        { role: 'menu', 'aria-label': title, ref: (list) => (this.#list = list), onKeyDown: this.#key },
        entries.filter(Boolean).map((entry) =>
          h(
            'button',
            {
              key: entry.label,
              role: entry.checked === undefined ? 'menuitem' : 'menuitemradio',
              'aria-checked': entry.checked === undefined ? undefined : String(entry.checked),
              class: entry.danger ? 'entry danger' : 'entry',
              onClick: () => {
                onClose();
                entry.act();
              },
            },
            entry.icon ? icon(entry.icon, 18) : h('span', { class: 'icon-space' }),
            h('span', null, entry.label),
            entry.checked ? icon('check', 16) : null,
          ),
        ),
      ),
    );
  }

  #key = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const all = [...this.#list.querySelectorAll('button')];
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
    }
  };
}
