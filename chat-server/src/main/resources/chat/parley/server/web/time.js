/** Times as the reader's system writes them. */
import { language } from './words.js';

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const whole = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

export function hourAndMinute(at) {
  return clock.format(at);
}

export function wholeTime(at) {
  return whole.format(at);
}

/** A number that is the same for all times of one day. */
export function dayOf(at) {
  const date = new Date(at);
  return date.getFullYear() * 10_000 + date.getMonth() * 100 + date.getDate();
}

/** "Today", "Yesterday", or the date. */
export function dayName(at) {
  const now = new Date();
  if (dayOf(at) === dayOf(now)) {
    return capital(relative.format(0, 'day'));
  }
  if (dayOf(at) === dayOf(now.getTime() - 24 * 3600 * 1000)) {
    return capital(relative.format(-1, 'day'));
  }
  return new Date(at).getFullYear() === now.getFullYear() ? day.format(at) : dayAndYear.format(at);
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
