/**
 * What an event of a room makes of the messages before it. Pure: events are never written to, so a
 * row whose message is the same object looks the same. See "What becomes of a message" in
 * docs/PROTOCOL.md.
 */

const MOST_PEOPLE = 5;
const UNCHANGED = Object.freeze({ seq: 0 });

/** The seq of the message that an event changes; 0 when it changes none. */
export function targetOf(event) {
  switch (event.type) {
    case 'edited':
    case 'deleted':
    case 'reacted':
    case 'pinned':
      return event.target;
    case 'message':
      return event.thread ?? 0;
    default:
      return 0;
  }
}

/** The message after an event of its room; the same object when nothing changed. */
export function after(message, event) {
  const before = message.changes ?? UNCHANGED;
  if (message.type !== 'message' || targetOf(event) !== message.seq || event.seq <= before.seq) {
    return message;
  }
  const changes = { ...before, seq: event.seq };
  switch (event.type) {
    case 'edited':
      return before.deleted
        ? { ...message, changes }
        : { ...message, body: event.body, mentions: event.mentions, changes: { ...changes, edited_at: event.at } };
    case 'deleted':
      return gone(message, event.seq);
    case 'reacted':
      return {
        ...message,
        changes: { ...changes, reactions: before.deleted ? [] : reactions(before.reactions ?? [], event) },
      };
    case 'pinned':
      return { ...message, changes: { ...changes, pinned: event.on } };
    case 'message':
      return { ...message, changes: { ...changes, replies: replies(before.replies, event) } };
    default:
      return message;
  }
}

/** An event of a room once messages are gone because of their age, up to that seq. */
export function expired(event, upTo) {
  if (event.type === 'message' && event.seq <= upTo && !event.changes?.deleted) {
    return gone(event, Math.max(event.seq, event.changes?.seq ?? 0));
  }
  if (event.type === 'edited' && event.target <= upTo && event.body) {
    return { ...event, body: '', mentions: undefined };
  }
  return event;
}

/** An event of a room once that message is deleted: what it said before goes, too. */
export function withdrawn(event, seq) {
  return event.type === 'edited' && event.target === seq && event.body ? { ...event, body: '', mentions: undefined } : event;
}

function gone(message, seq) {
  const changes = { seq, deleted: true, replies: message.changes?.replies };
  return { ...message, body: '', mentions: undefined, files: undefined, changes };
}

/** An event of somebody who has another name now. */
export function renamed(event, news) {
  const theirs = event.from === news.from && event.type !== 'renamed' && event.type !== 'room_changed';
  return theirs && event.name !== news.name ? { ...event, name: news.name } : event;
}

function reactions(before, event) {
  const now = [];
  let found = false;
  for (const reaction of before) {
    if (reaction.emoji !== event.emoji) {
      now.push(reaction);
      continue;
    }
    found = true;
    const others = reaction.by.filter((user) => user !== event.from);
    const had = others.length < reaction.by.length;
    const by = event.on ? (had ? reaction.by : [...others, event.from]) : others;
    if (by.length > 0) {
      now.push({ emoji: reaction.emoji, by });
    }
  }
  if (!found && event.on) {
    now.push({ emoji: event.emoji, by: [event.from] });
  }
  return now;
}

function replies(before, reply) {
  const others = (before?.by ?? []).filter((user) => user !== reply.from);
  return {
    count: (before?.count ?? 0) + 1,
    last: reply.seq,
    by: [reply.from, ...others].slice(0, MOST_PEOPLE),
  };
}
