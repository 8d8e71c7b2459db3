/** Messages in words, those of files only too. */
import { oneLine } from './body.js';
import { say } from './words.js';

/** What a quote or a list says of it, on one line: the text, or of a message of files only, those. */
export function quoted(message) {
  return worded(message, (file) => file.name);
}

/** What somebody is told of it, on one line: the text, or of a message of files only, what was sent. */
export function told(message) {
  return worded(message, (file) => say('files.sent.one', file.name));
}

function worded({ body, files = [] }, one) {
  const known = files.filter((file) => file.name);
  if (body.trim() || known.length === 0) {
    return oneLine(body);
  }
  if (known.length === 1) {
    return one(known[0]);
  }
  const pictures = known.every((file) => file.width && file.height);
  return pictures ? say('files.images', known.length) : say('files.files', known.length);
}
