/** What somebody looks for, by the rule that the server searches by: see "search" in the protocol. */
const ACCENTS = /[\u0300-\u036f]/g;

export class SearchWords {
  constructor(query) {
    this.words = query
      .split('"')
      .flatMap((part, at) => (at % 2 === 0 ? part.split(/\s+/) : [part.trim()]))
      .map((word) => [...word].map(folded).join(''))
      .filter(Boolean);
  }

  get empty() {
    return this.words.length === 0;
  }

  /** The text in pieces, of which every other one, from the second, is a hit. */
  pieces(text) {
    const hit = this.#hits(text);
    const pieces = [''];
    for (let i = 0; i < text.length; i++) {
      if (hit[i] !== (pieces.length % 2 === 0)) {
        pieces.push('');
      }
      pieces[pieces.length - 1] += text[i];
    }
    return pieces;
  }

  #hits(text) {
    const hit = new Array(text.length).fill(false);
    const ends = [];
    const starts = [];
    let all = '';
    let at = 0;
    for (const letter of text) {
      for (const unit of folded(letter)) {
        for (let i = 0; i < unit.length; i++) {
          starts.push(at);
          ends.push(at + letter.length);
        }
        all += unit;
      }
      at += letter.length;
    }
    for (const word of this.words) {
      for (let found = all.indexOf(word); found >= 0; found = all.indexOf(word, found + 1)) {
        hit.fill(true, starts[found], ends[found + word.length - 1]);
      }
    }
    return hit;
  }
}

function folded(letter) {
  return letter.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase().normalize('NFKD').replace(ACCENTS, '');
}
