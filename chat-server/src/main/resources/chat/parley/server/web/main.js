/** Starts the page. */
import { h, render } from './preact.js';
import { App } from './app.js';
import { Client } from './client.js';
import { Memory } from './memory.js';
import { applyTheme } from './theme.js';
import { Vault } from './vault.js';
import { language } from './words.js';

applyTheme();
document.documentElement.lang = language;

const vault = (await Vault.open()) ?? new Memory();
let app = null;
const client = new Client(vault, {
  changed: () => app?.changed(),
  arrived: (room, message) => app?.arrived(room, message),
  roomGone: (id) => app?.roomGone(id),
  someoneElse: () => app?.someoneElse(),
});
// One tab at a time takes part, the newest: they share one log-in, whose token is good once.
const tabs = new BroadcastChannel('parley');
tabs.onmessage = () => client.goOnElsewhere();
tabs.postMessage('here');
await client.start();
const place = document.getElementById('page');
place.replaceChildren();
render(h(App, { client, ref: (made) => (app = made) }), place);
app.changed();
performance.mark('parley-ready');
