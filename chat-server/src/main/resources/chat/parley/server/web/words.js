/** Every sentence of the page, in the reader's language. */
import english from './words-en.js';

const KEY = 'parley.language';
export const LANGUAGES = ['en', 'de'];

const chosen = localStorage.getItem(KEY) ?? navigator.languages.find((each) => LANGUAGES.includes(each.slice(0, 2)));
const short = (chosen ?? 'en').slice(0, 2);

/** What dates and numbers are written in. */
export const language = short === 'de' ? (navigator.languages.find((each) => each.startsWith('de')) ?? 'de') : 'en-GB';

const table = short === 'de' ? (await import('./words-de.js')).default : english;

export function chosenLanguage() {
  return short;
}

/** Shown in it after the next start. */
export function chooseLanguage(code) {
  localStorage.setItem(KEY, code);
  location.reload();
}

/** The sentence of that key with {0}, {1} filled in. */
export function say(key, ...fillings) {
  return fill(table[key] ?? key, fillings);
}

/** The sentence for one, or for many with the number as {0}. */
export function count(key, number, ...fillings) {
  return say(`${key}.${number === 1 ? 'one' : 'many'}`, number, ...fillings);
}

/** What to tell a person of something refused: in English the server's own sentence says more. */
export function refusal(error) {
  const own = table[`error.${error.code}`];
  if (short === 'en' && error.message && error.code !== 'not_connected') {
    return error.message;
  }
  return own ?? (error.message || table['error.other']);
}

function fill(sentence, fillings) {
  return sentence.replace(/\{(\d)\}/g, (_, at) => String(fillings[at] ?? ''));
}
