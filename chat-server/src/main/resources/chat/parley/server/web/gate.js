/** Stands before the page when the connection is over and nobody comes back by itself. */
import { h } from './preact.js';
import { ELSEWHERE } from './link.js';
import { Sheet } from './sheet.js';
import { say } from './words.js';

const LOGGED_OUT = 4011;

export function Gate({ app }) {
  const { client } = app;
  const { code, reason } = client.link.ending;
  const text = code === ELSEWHERE ? say('gate.elsewhere') : code === LOGGED_OUT ? say('gate.logged.out') : reason || say('gate.ended');
  const again =
    code === LOGGED_OUT ? () => client.forgetLogIn() : code === ELSEWHERE ? () => location.reload() : () => client.link.come();
  return h(
    Sheet,
    { title: say('gate.title'), onClose: again },
    h('p', null, text),
    h('p', { class: 'buttons' }, h('button', { class: 'primary', onClick: again }, code === LOGGED_OUT ? say('gate.log.in') : say('gate.here'))),
  );
}
