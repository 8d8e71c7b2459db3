/** Finds who is called in a text: names of people who are in the room, and the words for all. */
const GROUPS = ['here', 'room'];
/** As many as fit into the longest name, of 32 characters, with a space between them. */
const MOST_WORDS = 16;
/** No name is longer, however its letters are put together. */
const MOST_UNITS = 256;
const NAME = /[\p{L}\p{N}\p{M}._'-]/u;

/**
 * @param others the names of the people of the room
 * @param mine my own name when the message calls me, else null
 */
export function namesIn(others, mine) {
  const known = new Set([...GROUPS, ...others.map(key)]);
  const me = mine === null ? null : key(mine);
  if (me !== null) {
    known.add(me);
  }
  return (text, from) => {
    let found = null;
    let end = from;
    for (let words = 0; words < MOST_WORDS; words++) {
      const next = wordEnd(text, end, from + MOST_UNITS);
      if (next === end) {
        break;
      }
      end = next;
      for (let bare = end; bare > from; bare--) {
        const called = key(text.slice(from, bare));
        if (known.has(called)) {
          found = { length: bare - from, mine: me !== null && (called === me || GROUPS.includes(called)) };
          break;
        }
        if (!"._'-".includes(text[bare - 1])) {
          break;
        }
      }
      if (text[end] !== ' ') {
        break;
      }
      end++;
    }
    return found;
  };
}

/** Those of a room, read anew only when somebody came, went or was renamed. */
export class NamesOf {
  #key = null;
  #called;
  #plain;

  /** Answers with a function that says of a message by which names to read it. */
  of(app, room) {
    const { people, user } = app.client;
    const others = (app.members(room.id) ?? []).map((member) => people.name(member.id) ?? member.name);
    const now = `${room.id}/${user.name}/${others.join('/')}`;
    if (this.#key !== now) {
      this.#key = now;
      this.#called = namesIn(others, user.name);
      this.#plain = namesIn([...others, user.name], null);
    }
    return ({ mentions, call, body }) => {
      const names = mentions?.includes(user.id) || call ? this.#called : this.#plain;
      return mentions || call || body?.includes('@') ? names : null;
    };
  }
}

function key(name) {
  return name.normalize('NFKC').toLowerCase();
}

function wordEnd(text, from, most) {
  let end = from;
  while (end < Math.min(text.length, most)) {
    const c = String.fromCodePoint(text.codePointAt(end));
    if (!NAME.test(c)) {
      break;
    }
    end += c.length;
  }
  return end;
}
