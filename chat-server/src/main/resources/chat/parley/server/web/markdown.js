/**
 * CommonMark as people in a chat expect it: what is typed is there. HTML is text, indented lines
 * are no code. Reads a text into a tree of plain objects, in time that grows with the text; `view`
 * makes elements of it, and text only ever becomes text nodes.
 */
import { inline } from './inline.js';

const DEPTH = 6;
// None of these may read the same blanks in two ways: a line of blanks would hold the page up.
const FENCE = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/;
const HEADING = /^ {0,3}#{1,6}\s(.*)$/;
const RULE = /^ {0,3}([-*_])( *\1){2,} *$/;
const BULLET = /^( {0,3})([-*+])( +)(?! )(.*)$/s;
const NUMBER = /^( {0,3})(\d{1,9})([.)])( +)(?! )(.*)$/s;
const QUOTE = /^ {0,3}> ?(.*)$/;

/** @param names asks whether a name that follows an @ is somebody's: see inline.js */
export function read(text, names) {
  return blocks(text.split('\n'), names, 0);
}

function blocks(lines, names, depth) {
  const out = [];
  let paragraph = [];
  const endParagraph = () => {
    if (paragraph.length > 0) {
      out.push({ kind: 'p', parts: inline(paragraph.join('\n'), names) });
      paragraph = [];
    }
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (fence) {
      endParagraph();
      at = code(lines, at, fence, out);
    } else if (line.trim() === '') {
      endParagraph();
      at++;
    } else if (heading) {
      endParagraph();
      out.push({ kind: 'heading', parts: inline(title(heading[1]), names) });
      at++;
    } else if (RULE.test(line)) {
      endParagraph();
      out.push({ kind: 'rule' });
      at++;
    } else if (depth < DEPTH && QUOTE.test(line)) {
      endParagraph();
      at = quote(lines, at, names, depth, out);
    } else if (depth < DEPTH && startsList(line, paragraph)) {
      endParagraph();
      at = list(lines, at, names, depth, out);
    } else {
      paragraph.push(line);
      at++;
    }
  }
  endParagraph();
  return out;
}

/** Without the marks that close it. */
function title(text) {
  const bare = text.trim();
  let end = bare.length;
  while (bare[end - 1] === '#') {
    end--;
  }
  return bare.slice(0, end).trimEnd();
}

/** Within a paragraph only a list that starts at 1 begins one: a line may start with a year. */
function startsList(line, paragraph) {
  const number = NUMBER.exec(line);
  return BULLET.test(line) || (number !== null && (paragraph.length === 0 || number[2] === '1'));
}

function code(lines, from, fence, out) {
  const mark = fence[1];
  const end = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}\\s*$`);
  let at = from + 1;
  while (at < lines.length && !end.test(lines[at])) {
    at++;
  }
  out.push({ kind: 'code', language: fence[2].trim().split(/\s/)[0], text: lines.slice(from + 1, at).join('\n') });
  return at + 1;
}

function quote(lines, from, names, depth, out) {
  const inner = [];
  let at = from;
  while (at < lines.length && QUOTE.test(lines[at])) {
    inner.push(QUOTE.exec(lines[at])[1]);
    at++;
  }
  out.push({ kind: 'quote', blocks: blocks(inner, names, depth + 1) });
  return at;
}

function list(lines, from, names, depth, out) {
  const ordered = NUMBER.test(lines[from]);
  const pattern = ordered ? NUMBER : BULLET;
  const start = ordered ? Number(NUMBER.exec(lines[from])[2]) : 1;
  const items = [];
  let at = from;
  while (at < lines.length) {
    const found = pattern.exec(lines[at]);
    if (!found) {
      break;
    }
    const content = found.at(-1);
    const indent = lines[at].length - content.length;
    const item = [content];
    at++;
    while (at < lines.length && belongs(lines, at, indent)) {
      item.push(lines[at].slice(Math.min(indent, lines[at].search(/\S|$/))));
      at++;
    }
    items.push(blocks(item, names, depth + 1));
  }
  out.push({ kind: 'list', ordered, start, items });
  return at;
}

/** Whether a line goes on with the item whose text is indented so far. */
function belongs(lines, at, indent) {
  const line = lines[at];
  if (line.trim() === '') {
    const next = lines[at + 1] ?? '';
    return next.trim() !== '' && next.search(/\S/) >= indent;
  }
  return line.search(/\S/) >= Math.min(indent, 2) || !(BULLET.test(line) || NUMBER.test(line) || QUOTE.test(line) || FENCE.test(line) || HEADING.test(line) || RULE.test(line)) && lines[at - 1].trim() !== '';
}
