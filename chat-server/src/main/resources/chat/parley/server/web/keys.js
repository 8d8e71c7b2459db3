/** What keys do wherever they are pressed; the list of them for people is in dialogs.js. */
export class Keys {
  #app;

  constructor(app) {
    this.#app = app;
    addEventListener('keydown', (event) => this.#key(event));
  }

  #key(event) {
    if (!this.#app.client.user || this.#app.above || event.defaultPrevented) {
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!this.#app.wide) {
        this.#app.back();
      }
      requestAnimationFrame(() => document.getElementById('jump')?.focus());
    } else if (control && event.key === '/') {
      event.preventDefault();
      this.#app.openDialog('keys');
    } else if (control && event.key.toLowerCase() === 'f' && this.#app.open) {
      event.preventDefault();
      this.#app.togglePanel('search');
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.#step(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey);
    } else if (event.key === 'F6') {
      event.preventDefault();
      this.#region(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && this.#app.panel) {
      this.#app.closePanel();
    }
  }

  /** To the room above or below, in the order of the sidebar. */
  #step(step, unreadOnly) {
    const rows = [...document.querySelectorAll('.sidebar .room')];
    const from = rows.findIndex((row) => row.classList.contains('open'));
    for (let at = from + step; at >= 0 && at < rows.length; at += step) {
      if (!unreadOnly || rows[at].classList.contains('unread')) {
        rows[at].click();
        return;
      }
    }
  }

  #region(step) {
    const regions = ['#jump', '#room-title', '.message[tabindex="0"]', '#composer', '.panel h2']
      .map((selector) => document.querySelector(selector))
      .filter((node) => node && node.offsetParent !== null);
    const now = regions.findIndex((node) => node === document.activeElement || node.parentElement.contains(document.activeElement));
    regions[(now + step + regions.length) % regions.length]?.focus();
  }
}
