/** Asks the server for messages with some words, page by page, until enough was found. */
import { Component, h } from './preact.js';
import { Found } from './found.js';
import { SearchWords } from './searchwords.js';
import { count, refusal, say } from './words.js';

const ENOUGH = 30;
const MAX_CHARS = 256;
const WAIT_MS = 250;

export class Search extends Component {
  state = { query: '', everywhere: false, hits: [], next: 0, running: false, problem: null };
  #round = 0;
  #timer = null;

  componentDidMount() {
    this.field.focus();
  }

  componentDidUpdate({ room }) {
    if (room.id !== this.props.room.id && !this.state.everywhere) {
      this.#begin({});
    }
  }

  componentWillUnmount() {
    this.#round++;
    clearTimeout(this.#timer);
  }

  render({ app }, { query, everywhere, hits, next, running, problem }) {
    const words = new SearchWords(query);
    const label = everywhere ? say('search.words.everywhere') : say('search.placeholder');
    return h(
      'div',
      { class: 'scroller', 'aria-busy': String(running) },
      h('input', { ref: (field) => (this.field = field), id: 'search', type: 'search', maxLength: MAX_CHARS, placeholder: label, 'aria-label': label, value: query, onInput: (event) => this.#begin({ query: event.target.value }) }),
      h('label', { class: 'check' }, h('input', { id: 'everywhere', type: 'checkbox', checked: everywhere, onChange: (event) => this.#begin({ everywhere: event.target.checked }) }), ' ', say('search.everywhere')),
      problem ? h('p', { class: 'problem', role: 'alert' }, problem, ' ', h('button', { class: 'link', onClick: () => this.#begin({}) }, say('link.again'))) : null,
      h('p', { class: 'hint', role: 'status' }, this.#status(words)),
      !words.empty && !running && !problem && hits.length === 0 && !everywhere ? h('button', { class: 'link', onClick: () => this.#begin({ everywhere: true }) }, say('search.try.everywhere')) : null,
      h(Found, { app, messages: hits, words, rooms: everywhere }),
      next && !running && !problem ? h('button', { class: 'link', onClick: () => this.#go(next, hits) }, say('search.further')) : null,
    );
  }

  #status(words) {
    const { query, everywhere, hits, running, problem } = this.state;
    if (words.empty || problem) {
      return '';
    }
    if (hits.length > 0) {
      return count('search.hits', hits.length);
    }
    if (running) {
      return say('search.running');
    }
    return everywhere ? say('search.none.everywhere', query.trim()) : say('search.none', query.trim());
  }

  /** Anew, with another query or in another place. */
  #begin(change) {
    this.#round++;
    clearTimeout(this.#timer);
    const { query } = { ...this.state, ...change };
    const running = !new SearchWords(query).empty;
    this.setState({ ...change, hits: [], next: 0, running, problem: null });
    if (running) {
      this.#timer = setTimeout(() => this.#go(0, []), WAIT_MS);
    }
  }

  async #go(from, before) {
    const round = ++this.#round;
    const { app, room } = this.props;
    const { query, everywhere } = this.state;
    let hits = before;
    let next = from;
    this.setState({ running: true, problem: null });
    try {
      do {
        const page = await app.client.ask({ type: 'search', query, ...(everywhere ? {} : { room: room.id }), before: next, limit: ENOUGH });
        if (round !== this.#round) {
          return;
        }
        hits = [...hits, ...page.messages];
        next = page.next ?? 0;
        this.setState({ hits, next });
      } while (next && hits.length < before.length + ENOUGH);
      this.setState({ running: false });
    } catch (error) {
      if (round !== this.#round) {
        return;
      }
      if (error.code === 'rate_limited') {
        this.#timer = setTimeout(() => round === this.#round && this.#go(next, hits), error.retryMs || 1000);
      } else {
        this.setState({ running: false, problem: refusal(error) });
      }
    }
  }
}
