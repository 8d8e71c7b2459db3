/** What stands between head and messages while the connection is not as it should be. */
import { Component, h } from './preact.js';
import { count, refusal, say } from './words.js';

const LONG_MS = 5000;
const BACK_MS = 2500;

/** The state of the connection in a word or two. */
export function linkWord(app) {
  const { link } = app.client;
  if (link.state === 'live') {
    return app.presence === 'busy' ? say('me.busy') : app.presence === 'away' ? say('me.away') : say('me.online');
  }
  return Date.now() - link.since > 1000 || link.state === 'ended' ? say('link.reconnecting') : say('me.online');
}

export class Banner extends Component {
  #wasLost = false;
  #waited = 0;
  #backSince = 0;

  render({ app }) {
    const { client } = app;
    const { link } = client;
    const now = Date.now();
    const unsent = [...client.outbox.messages.values()].filter((each) => each.state === 'queued' || each.state === 'sending').length;
    if (link.state !== 'live' && now - link.since > LONG_MS) {
      this.#wasLost = true;
      this.#waited = Math.max(this.#waited, unsent);
      return bar('warning', say('link.lost', app.serverName), say('link.retry'), () => link.retryNow());
    }
    if (link.state === 'live' && this.#wasLost) {
      this.#wasLost = false;
      this.#backSince = now;
    }
    if (link.state === 'live' && now - this.#backSince < BACK_MS) {
      const sent = this.#waited;
      return bar('success', sent > 0 ? count('link.back.sent', sent) : say('link.back'));
    }
    this.#waited = 0;
    if (client.refusal && link.state === 'idle') {
      return bar('danger', refusal(client.refusal), say('link.again'), () => link.come());
    }
    if (client.announcement && client.announcement.until > now) {
      return bar('news', client.announcement.text);
    }
    return null;
  }
}

function bar(kind, text, label, act) {
  return h('div', { class: `banner ${kind}`, role: 'status' }, h('span', null, text), label ? h('button', { onClick: act }, label) : null);
}
