/**
 * Turns a stretch of a room's log into rows: which messages stand under one name, where a day
 * begins, where the unread ones do, who came and went. Pure.
 */
import { dayOf } from './time.js';

const GROUP_MS = 5 * 60 * 1000;

/**
 * Rows are {key, kind: start | day | unread | message | aside | people | notice, ...}.
 *
 * @param unsent my messages that are not among the events, in the order written
 * @param unreadAfter the seq after which the unread line stands; null for none
 */
export function rows({ events, unsent, me, unreadAfter, atStart }) {
  const out = [];
  let day = null;
  let above = null;
  let people = null;
  let lineDue = unreadAfter !== null && events.length > 0 && events[0].seq <= unreadAfter + 1;

  const alone = (row) => {
    out.push(row);
    above = null;
    people = null;
  };
  const beginDay = (at) => {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      alone({ kind: 'day', key: `d${day}`, at });
    }
  };
  const message = (event, key, outgoing) => {
    beginDay(event.at);
    const grouped =
      above !== null && above.from === event.from && event.at - above.at < GROUP_MS && !event.reply && !event.forward;
    out.push({ kind: 'message', key, message: event, grouped, outgoing });
    above = event;
    people = null;
  };

  if (atStart) {
    out.push({ kind: 'start', key: 'start' });
  }
  for (const event of events) {
    switch (event.type) {
      case 'message':
        beginDay(event.at);
        if (lineDue && event.from !== me.id && event.seq > unreadAfter) {
          lineDue = false;
          alone({ kind: 'unread', key: 'unread' });
        }
        if (event.thread) {
          alone({ kind: 'aside', key: `m${event.seq}`, message: event });
        } else {
          message(event, `m${event.seq}`);
        }
        break;
      case 'joined_room':
      case 'left_room':
        beginDay(event.at);
        if (people?.type === event.type && people.by === event.by) {
          people.who.push(event.name);
          people.seq = event.seq;
        } else {
          alone({ kind: 'people', key: `m${event.seq}`, type: event.type, who: [event.name], by: event.by, seq: event.seq });
          people = out.at(-1);
        }
        break;
      case 'room_changed':
      case 'rank_changed':
      case 'renamed':
        beginDay(event.at);
        alone({ kind: 'notice', key: `m${event.seq}`, event });
        break;
      default:
      // What changes a message is seen at the message.
    }
  }
  for (const outgoing of unsent) {
    if (outgoing.thread) {
      continue;
    }
    message({ ...outgoing, type: 'message', from: me.id, name: me.name }, `o${outgoing.nonce}`, outgoing);
  }
  return out;
}
