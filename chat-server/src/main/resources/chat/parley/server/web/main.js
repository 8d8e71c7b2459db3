/** Starts the page. */
import { h, render } from './preact.js';
import { App } from './app.js';
import { Client, LOGGED_OUT } from './client.js';
import { Memory } from './memory.js';
import { openOffline } from './offline.js';
import { applyTheme } from './theme.js';
import { Turn } from './turn.js';
import { Vault } from './vault.js';
import { language } from './words.js';

applyTheme();
document.documentElement.lang = language;

const vault = (await Vault.open()) ?? new Memory();
let app = null;
const client = new Client(vault, {
  changed: () => app?.changed(),
  takeTurn: () => turn.take(),
  applied: (room, event) => app?.applied(room, event),
  expired: (room, upTo) => app?.expired(room, upTo),
  caughtUp: () => app?.caughtUp(),
  told: (text) => app?.toast(text),
  arrived: (room, message) => app?.arrived(room, message),
  roomGone: (id) => app?.roomGone(id),
  someoneElse: () => app?.someoneElse(),
});
const turn = new Turn(() => client.goOnElsewhere());
new BroadcastChannel(LOGGED_OUT).onmessage = () => location.reload();
await turn.take();
await client.start();
turn.settled();
const place = document.getElementById('page');
place.replaceChildren();
render(h(App, { client, ref: (made) => (app = made) }), place);
app.changed();
performance.mark('parley-ready');
openOffline();
