/**
 * One connection by WebSocket. Says what it hears, and at its end, once, how it ended.
 *
 * A wire is {say(text), close()}; its maker is handed {opened(), heard(text), ended(code, reason)}.
 */
const OPEN_WITHIN_MS = 6000;
const CUT = 1006;

export function webSocketWire(ears) {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}/ws`, 'parley.v1');
  let over = false;
  const end = (code, reason) => {
    if (!over) {
      over = true;
      clearTimeout(late);
      ears.ended(code, reason);
    }
  };
  const late = setTimeout(() => {
    end(CUT, '');
    socket.close();
  }, OPEN_WITHIN_MS);
  socket.onopen = () => {
    clearTimeout(late);
    if (!over) {
      ears.opened();
    }
  };
  socket.onmessage = (message) => {
    if (!over) {
      ears.heard(message.data);
    }
  };
  socket.onclose = (event) => end(event.code, event.reason);
  return {
    say: (text) => socket.send(text),
    close: () => {
      end(1000, '');
      socket.close(1000);
    },
    /** Ends it at once for a line that is dead: no goodbye would arrive. */
    drop: (reason) => {
      end(CUT, reason);
      socket.close();
    },
  };
}
