/**
 * Looks through a room's log from its end, page by page, until enough was found. The server has no
 * index that it could ask, so a long way back takes its time; what was found shows meanwhile.
 */
import { Component, h } from './preact.js';
import { Found } from './found.js';
import { count, refusal, say } from './words.js';

const PAGE = 500;
const ENOUGH = 30;
const WAIT_MS = 300;

export class Search extends Component {
  state = { query: '', hits: [], searched: 0, before: null, running: false };
  #round = 0;
  #timer = null;

  componentDidMount() {
    this.field.focus();
  }

  componentWillUnmount() {
    this.#round++;
    clearTimeout(this.#timer);
  }

  render({ app, room }, { query, hits, searched, before, running, problem }) {
    const wanted = query.trim().toLocaleLowerCase();
    return h(
      'div',
      { class: 'scroller', 'aria-busy': String(running) },
      h('input', { ref: (field) => (this.field = field), id: 'search', type: 'search', placeholder: say('search.placeholder'), 'aria-label': say('search.placeholder'), value: query, onInput: this.#typed }),
      problem ? h('p', { class: 'problem' }, problem) : null,
      h('p', { class: 'hint', role: 'status' }, !wanted ? '' : running ? say('search.running', searched) : hits.length === 0 ? say('search.none', query.trim()) : count('search.hits', hits.length)),
      h(Found, { app, room, messages: hits, mark: wanted }),
      wanted && before !== null && before > 1 && !running ? h('button', { class: 'link', onClick: () => this.#run(before, hits) }, say('search.further')) : null,
    );
  }

  #typed = (event) => {
    this.#round++;
    this.setState({ query: event.target.value, hits: [], before: null, running: false, searched: 0 });
    clearTimeout(this.#timer);
    if (event.target.value.trim()) {
      this.#timer = setTimeout(() => this.#run(this.props.room.cursor + 1, []), WAIT_MS);
    }
  };

  async #run(from, found) {
    const { app, room } = this.props;
    const round = ++this.#round;
    const wanted = this.state.query.trim().toLocaleLowerCase();
    let hits = found;
    let before = from;
    this.setState({ running: true, problem: null });
    try {
      while (before > 1 && hits.length < found.length + ENOUGH) {
        const page = await app.client.ask({ type: 'history', room: room.id, before, limit: PAGE });
        if (round !== this.#round) {
          return;
        }
        const fits = page.events.filter((event) => event.type === 'message' && event.body.toLocaleLowerCase().includes(wanted));
        hits = [...hits, ...fits.reverse()];
        before = page.events.length > 0 ? page.events[0].seq : 1;
        this.setState({ hits, before, searched: room.cursor - before + 1 });
      }
      this.setState({ running: false });
    } catch (error) {
      if (error.code === 'rate_limited' && round === this.#round) {
        setTimeout(() => round === this.#round && this.#run(before, hits), error.retryMs || 1000);
      } else {
        this.setState({ running: false, problem: refusal(error) });
      }
    }
  }
}
