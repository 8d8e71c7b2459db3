/** Files that are on their way, above the composer. */
import { h } from './preact.js';
import { fileName } from './attachments.js';
import { bytes } from './files.js';
import { icon } from './icons.js';
import { say } from './words.js';

export function UploadList({ app, files }) {
  return h(
    'ul',
    { class: 'uploads' },
    files.map((upload) =>
      h(
        'li',
        { key: upload.key },
        icon('file', 18),
        h('span', null, fileName(upload.name), h('small', null, upload.failed ?? (upload.done ? bytes(upload.size) : say('files.progress', bytes(upload.sent), bytes(upload.size))))),
        upload.done || upload.failed ? null : h('progress', { max: upload.size, value: upload.sent, 'aria-label': upload.name }),
        upload.failed ? h('button', { class: 'link', onClick: () => app.uploads.retry(upload) }, say('row.retry')) : null,
        h('button', { class: 'tool', 'aria-label': say('files.remove', upload.name), onClick: () => app.uploads.cancel(upload) }, icon('close', 16)),
      ),
    ),
  );
}
