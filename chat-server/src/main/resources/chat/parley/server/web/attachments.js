/** The files of a message: pictures in the size that is kept free for them, cards for the rest. */
import { Component, h } from './preact.js';
import { bytes } from './files.js';
import { icon } from './icons.js';
import { Picture } from './picture.js';
import { say } from './words.js';

/** The longest end of a name that is taken for what says its kind, and how wide a letter of it may be. */
const MOST_END = 10;
const LETTER_EM = 0.65;

export function attachments(message, app) {
  // Of those of a message that is on its way, only the ids are known here.
  const files = message.files?.filter((file) => file.id) ?? [];
  if (files.length === 0) {
    return null;
  }
  return h('ul', { class: 'files' }, files.map((file) => h('li', { key: file.id }, file.thumb ? h(Picture, { file, app }) : h(Card, { file, app }))));
}

/** Where a name is too long, its middle goes: the end says what kind of file it is. */
export function fileName(name) {
  const dot = name.lastIndexOf('.');
  const at = dot > 0 && name.length - dot <= MOST_END ? dot : name.length;
  const end = `${(name.length - at) * LETTER_EM}em`;
  return h('span', { class: 'file-name', title: name, style: { '--end': end } }, h('span', null, name.slice(0, at)), h('span', null, name.slice(at)));
}

/** Saves the file, and says how far that has come: the browser shows it only when it is whole. */
class Card extends Component {
  state = { arrived: null };

  render({ file }, { arrived }) {
    return h(
      'button',
      { class: 'card', 'aria-label': say('files.save', file.name), 'aria-busy': String(arrived !== null), onClick: this.#save },
      icon('file'),
      h('span', null, h('b', null, fileName(file.name)), h('small', null, arrived === null ? bytes(file.size) : say('files.progress', bytes(arrived), bytes(file.size)))),
      arrived === null ? icon('download', 18) : h('progress', { max: file.size, value: arrived }),
    );
  }

  #save = async () => {
    const { file, app } = this.props;
    if (this.state.arrived === null) {
      this.setState({ arrived: 0 });
      await app.uploads.download(file, (arrived) => this.setState({ arrived }));
      this.setState({ arrived: null });
    }
  };
}
