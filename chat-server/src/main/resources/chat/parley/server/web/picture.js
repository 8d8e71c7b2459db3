/**
 * A small picture in the size that is kept free for it. Only one that is near to what is seen is there:
 * a room of thousands takes no more of the browser, and of the line, than what can be looked at.
 */
import { Component, h } from './preact.js';
import { unwatch, watch } from './nearby.js';
import { say } from './words.js';

const MOST_WIDTH = 360;
const MOST_HEIGHT = 280;

export class Picture extends Component {
  state = { near: false };

  componentDidMount() {
    watch(this.base, (near) => this.setState({ near }));
  }

  componentWillUnmount() {
    unwatch(this.base);
  }

  render({ file, app }, { near }) {
    const scale = Math.min(1, MOST_WIDTH / (file.width || MOST_WIDTH), MOST_HEIGHT / (file.height || MOST_HEIGHT));
    const width = Math.max(24, Math.round((file.width || MOST_WIDTH) * scale));
    const height = Math.max(24, Math.round((file.height || MOST_HEIGHT) * scale));
    const source = near ? app.uploads.picture(file) : null;
    return h(
      'button',
      { class: 'picture', style: { aspectRatio: `${width} / ${height}`, width: `${width}px` }, 'aria-label': say('files.look', file.name), title: file.name, onClick: () => app.uploads.look(file) },
      source ? h('img', { src: source, width, height, alt: file.name }) : null,
    );
  }
}
