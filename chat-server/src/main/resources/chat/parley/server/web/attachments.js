/** The files of a message: pictures in the size that is kept free for them, cards for the rest. */
import { h } from './preact.js';
import { bytes } from './files.js';
import { icon } from './icons.js';
import { say } from './words.js';

const MOST_WIDTH = 360;
const MOST_HEIGHT = 280;

export function attachments(message, app) {
  if (!message.files?.length) {
    return null;
  }
  return h('ul', { class: 'files' }, message.files.map((file) => h('li', { key: file.id }, file.thumb ? picture(file, app) : card(file, app))));
}

function picture(file, app) {
  const scale = Math.min(1, MOST_WIDTH / (file.width || MOST_WIDTH), MOST_HEIGHT / (file.height || MOST_HEIGHT));
  const width = Math.max(24, Math.round((file.width || MOST_WIDTH) * scale));
  const height = Math.max(24, Math.round((file.height || MOST_HEIGHT) * scale));
  const source = app.uploads.picture(file);
  return h(
    'button',
    { class: 'picture', style: { aspectRatio: `${width} / ${height}`, width: `${width}px` }, 'aria-label': say('files.look', file.name), title: file.name, onClick: () => app.uploads.look(file) },
    source ? h('img', { src: source, width, height, alt: file.name }) : null,
  );
}

function card(file, app) {
  return h(
    'button',
    { class: 'card', 'aria-label': say('files.save', file.name), onClick: () => app.uploads.download(file) },
    icon('file'),
    h('span', null, h('b', null, file.name), h('small', null, bytes(file.size))),
    icon('download', 18),
  );
}
