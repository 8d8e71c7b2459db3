/**
 * One connection without a WebSocket, for networks whose proxies let none through: what the server
 * says comes as server-sent events, what we say goes as POST, one at a time and in order. The
 * handle that ties the two together is in a header, never in an address.
 */
const CUT = 1006;
const MOST_BYTES = 60_000;
const OPEN_WITHIN_MS = 6000;

export function streamWire(ears) {
  const stop = new AbortController();
  let handle = null;
  let over = false;
  let waiting = [];
  let posting = false;

  const end = (code, reason) => {
    if (!over) {
      over = true;
      clearTimeout(late);
      stop.abort();
      ears.ended(code, reason);
    }
  };

  const late = setTimeout(() => end(CUT, ''), OPEN_WITHIN_MS);
  listen().catch(() => end(CUT, ''));

  return {
    say(text) {
      waiting.push(text);
      post().catch(() => end(CUT, ''));
    },
    close: () => end(1000, ''),
    drop: (reason) => end(CUT, reason),
  };

  async function listen() {
    const response = await fetch('/stream', {
      method: 'POST',
      headers: { Accept: 'text/event-stream' },
      signal: stop.signal,
    });
    if (!response.ok) {
      throw new Error(`stream: ${response.status}`);
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done && !over; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop();
      blocks.forEach(take);
    }
    end(CUT, '');
  }

  function take(block) {
    let kind = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('event: ')) {
        kind = line.slice(7);
      } else if (line.startsWith('data: ')) {
        data = line.slice(6);
      }
    }
    if (over || !data) {
      return;
    }
    if (kind === 'open') {
      handle = data;
      clearTimeout(late);
      ears.opened();
    } else if (kind === 'close') {
      const { code, reason } = JSON.parse(data);
      end(code, reason);
    } else {
      ears.heard(data);
    }
  }

  /** Whatever waits goes out together, and nothing more until it has arrived. */
  async function post() {
    if (posting || !handle) {
      return;
    }
    posting = true;
    while (waiting.length > 0 && !over) {
      let bytes = 0;
      let count = 0;
      while (count < waiting.length && (count === 0 || bytes + waiting[count].length * 3 < MOST_BYTES)) {
        bytes += waiting[count++].length * 3;
      }
      const body = waiting.slice(0, count).join('\n');
      waiting = waiting.slice(count);
      const response = await fetch('/stream', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Parley-Stream': handle },
        body,
        signal: stop.signal,
      });
      if (!response.ok) {
        throw new Error(`stream: ${response.status}`);
      }
    }
    posting = false;
  }
}
