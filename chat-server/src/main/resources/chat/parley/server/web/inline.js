/**
 * What stands within a line: emphasis, code, links, mentions. Gives a tree of
 * {kind: text | code | strong | em | del | link | mention | break}.
 */
const MARKS = { '**': 'strong', __: 'strong', '*': 'em', _: 'em', '~~': 'del' };
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"]+/i;
const BARE = /^(?:https?:\/\/|www\.)[^\s<>"]{2,}/i;
const WORD = /[\p{L}\p{N}]/u;
const ESCAPED = '*_~`[]\\';

/** How far back an opening mark is looked for, so that a text of nothing but marks stays cheap. */
const LOOK_BACK = 60;
const MOST_PIECES = 1000;

/**
 * @param names takes a text and an index just behind an @; gives {length, mine} of the name there,
 *   or null
 */
export function inline(text, names) {
  return new Reader(text, names).read();
}

class Reader {
  #text;
  #names;
  #at = 0;
  #plain = '';
  /** Nodes, and marks that may still open something: {mark, index}. */
  #out = [];
  #open = [];

  constructor(text, names) {
    this.#text = text;
    this.#names = names;
  }

  read() {
    while (this.#at < this.#text.length) {
      if (this.#out.length > MOST_PIECES) {
        this.#plain += this.#text.slice(this.#at);
        break;
      }
      this.#step();
    }
    this.#flush();
    return this.#out.map((node) => (node.kind === 'mark' ? { kind: 'text', text: node.mark } : node));
  }

  #step() {
    const c = this.#text[this.#at];
    switch (c) {
      case '\\':
        this.#backslash();
        break;
      case '`':
        this.#code();
        break;
      case '*':
      case '_':
      case '~':
        this.#mark(c);
        break;
      case '[':
        this.#link();
        break;
      case '<':
        this.#angled();
        break;
      case '@':
      case '＠':
        this.#mention();
        break;
      case '\n':
        this.#push({ kind: 'break' });
        this.#at++;
        break;
      case 'h':
      case 'H':
      case 'w':
      case 'W':
        this.#bare();
        break;
      default:
        this.#plain += c;
        this.#at++;
    }
  }

  #flush() {
    if (this.#plain) {
      this.#out.push({ kind: 'text', text: this.#plain });
      this.#plain = '';
    }
  }

  #push(node) {
    this.#flush();
    this.#out.push(node);
  }

  #backslash() {
    const next = this.#text[this.#at + 1];
    const escapes = next !== undefined && ESCAPED.includes(next) && next !== '\\';
    this.#plain += escapes ? next : '\\';
    this.#at += escapes ? 2 : 1;
  }

  #code() {
    const run = /^`+/.exec(this.#text.slice(this.#at, this.#at + 40))[0];
    let end = this.#text.indexOf(run, this.#at + run.length);
    while (end >= 0 && (this.#text[end + run.length] === '`' || this.#text[end - 1] === '`')) {
      let over = end + run.length;
      while (this.#text[over] === '`') {
        over++;
      }
      end = this.#text.indexOf(run, over);
    }
    if (end < 0) {
      this.#plain += run;
      this.#at += run.length;
      return;
    }
    const inner = this.#text.slice(this.#at + run.length, end).replaceAll('\n', ' ');
    const padded = inner.length > 2 && inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
    this.#push({ kind: 'code', text: padded ? inner.slice(1, -1) : inner });
    this.#at = end + run.length;
  }

  #mark(c) {
    const innermost = this.#open.at(-1)?.mark;
    const three = this.#text.startsWith(c.repeat(3), this.#at);
    const double = this.#text[this.#at + 1] === c && !(three && innermost === c);
    const mark = double ? c + c : c;
    if (!MARKS[mark]) {
      this.#plain += c;
      this.#at++;
      return;
    }
    const before = this.#text[this.#at - 1] ?? ' ';
    const behind = this.#text[this.#at + mark.length] ?? ' ';
    const inWord = WORD.test(before) && WORD.test(behind);
    const closes = !/\s/.test(before) && !(c === '_' && inWord);
    const opens = !/\s/.test(behind) && !(c === '_' && inWord);
    this.#at += mark.length;
    this.#flush();
    if (closes && this.#close(mark)) {
      return;
    }
    if (opens) {
      this.#open.push({ mark, index: this.#out.length });
      this.#out.push({ kind: 'mark', mark });
    } else {
      this.#plain += mark;
    }
  }

  /** Wraps what stands since the mark that this one closes. */
  #close(mark) {
    const least = Math.max(0, this.#open.length - LOOK_BACK);
    for (let at = this.#open.length - 1; at >= least; at--) {
      const { mark: opened, index } = this.#open[at];
      if (opened === mark && index < this.#out.length - 1) {
        const inner = this.#out.splice(index).slice(1);
        this.#open.length = at;
        this.#out.push({
          kind: MARKS[mark],
          parts: inner.map((node) => (node.kind === 'mark' ? { kind: 'text', text: node.mark } : node)),
        });
        return true;
      }
    }
    return false;
  }

  #link() {
    const found = /^\[([^[\]\n]{1,500})\]\(([^()\s<>"]{1,2000})\)/.exec(this.#text.slice(this.#at, this.#at + 2600));
    if (found && safe(found[2])) {
      const parts = inline(found[1], null).map((part) => (part.kind === 'link' ? { kind: 'text', text: part.label } : part));
      this.#push({ kind: 'link', href: found[2], parts });
      this.#at += found[0].length;
    } else {
      this.#plain += '[';
      this.#at++;
    }
  }

  #angled() {
    const found = /^<([^\s<>]{3,2000})>/.exec(this.#text.slice(this.#at, this.#at + 2002));
    if (found && safe(found[1])) {
      this.#address(found[1], found[1]);
      this.#at += found[0].length;
    } else {
      this.#plain += '<';
      this.#at++;
    }
  }

  #bare() {
    const before = this.#text[this.#at - 1] ?? ' ';
    const found = WORD.test(before) ? null : BARE.exec(this.#text.slice(this.#at, this.#at + 2000));
    if (!found) {
      this.#plain += this.#text[this.#at++];
      return;
    }
    const label = trimmed(found[0]);
    const href = /^www\./i.test(label) ? `http://${label}` : label;
    if (safe(href)) {
      this.#address(href, label);
    } else {
      this.#plain += label;
    }
    this.#at += label.length;
  }

  #address(href, label) {
    this.#push({ kind: 'link', href, label, parts: [{ kind: 'text', text: label }] });
  }

  #mention() {
    const before = this.#text[this.#at - 1] ?? ' ';
    const name = this.#names && !WORD.test(before) ? this.#names(this.#text, this.#at + 1) : null;
    if (name) {
      this.#push({ kind: 'mention', mine: name.mine, text: this.#text.slice(this.#at, this.#at + 1 + name.length) });
      this.#at += 1 + name.length;
    } else {
      this.#plain += this.#text[this.#at++];
    }
  }
}

/** Whether an address may be followed: the web and mail, and whole. */
export function safe(href) {
  if (!ADDRESS.test(href)) {
    return false;
  }
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

/** An address without what more likely belongs to the sentence around it. */
function trimmed(address) {
  let unopened = address.split(')').length - address.split('(').length;
  let end = address.length;
  while (end > 0) {
    const c = address[end - 1];
    if (c === ')' && unopened > 0) {
      unopened--;
    } else if (!'.,:;!?\'*_~'.includes(c)) {
      break;
    }
    end--;
  }
  return address.slice(0, end);
}
