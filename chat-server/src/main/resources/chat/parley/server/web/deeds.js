/** What can be done with a message, a room and oneself, as menus. */
import { h } from './preact.js';
import { recent, used } from './emoji.js';
import { rightsIn } from './roomview.js';
import { Menu, placeOf } from './sheet.js';
import { THEMES, chooseTheme, chosenTheme } from './theme.js';
import { LANGUAGES, chooseLanguage, chosenLanguage, refusal, say } from './words.js';

const QUICK = 6;

export class Deeds {
  #app;

  constructor(app) {
    this.#app = app;
  }

  place(event) {
    return placeOf(event);
  }

  /** Says a command; a refusal is shown. Answers whether it was done. */
  async tell(command) {
    try {
      await this.#app.client.ask(command);
      return true;
    } catch (error) {
      this.#app.toast(refusal(error));
      return false;
    }
  }

  messageMenu(event, room, message) {
    const app = this.#app;
    const me = app.client.user;
    const rights = rightsIn(room, me);
    const mine = message.from === me.id;
    const gone = message.changes?.deleted;
    const about = { room: room.id, seq: message.seq };
    const at = placeOf(event);
    const entries = [
      rights.writes && !gone && !message.thread && { icon: 'reply', label: say('action.reply'), act: () => app.writing.reply(room, message) },
      (message.changes?.replies || (rights.changes && !gone)) && { icon: 'thread', label: say('action.thread'), act: () => app.openThread(room, message.thread ?? message.seq) },
      !gone && { icon: 'copy', label: say('action.copy'), act: () => this.#copy(message.body) },
      !gone && mine && rights.changes && !message.forward && { icon: 'edit', label: say('action.edit'), act: () => app.writing.edit(room, message) },
      !gone && rights.pins && { icon: 'pin', label: message.changes?.pinned ? say('action.unpin') : say('action.pin'), act: () => this.tell({ type: 'pin', ...about, on: !message.changes?.pinned }) },
      !gone && { icon: 'forward', label: say('action.forward'), act: () => app.openDialog('forward', { message }) },
      { icon: 'eye', label: say('action.unread'), act: () => this.#unread(room, message) },
      !gone && !mine && { icon: 'flag', label: say('action.report'), act: () => app.openDialog('report', about) },
      !mine && this.#block(message.from, message.name),
      !gone && rights.open && (mine || rights.moderates) && { icon: 'trash', label: say('action.delete'), danger: true, act: () => app.openDialog('delete', { ...about, message }) },
    ];
    const react = (emoji) => {
      app.closeAbove();
      used(emoji);
      app.react(room, message, emoji, !message.changes?.reactions?.find((each) => each.emoji === emoji)?.by.includes(me.id));
    };
    const quick = rights.changes && !gone
      ? h('div', { class: 'quick' }, recent().slice(0, QUICK).map((emoji) => h('button', { key: emoji, class: 'emoji', 'aria-label': say('action.react.with', emoji), onClick: () => react(emoji) }, emoji)), h('button', { class: 'emoji more', 'aria-label': say('action.react'), onClick: (click) => app.pickReaction(click, room, message) }, '…'))
      : null;
    app.show(() => h(Menu, { title: say('row.actions'), at, entries, onClose: app.closeAbove }, quick));
  }

  roomMenu(event, room) {
    const app = this.#app;
    const { keeps } = app.client;
    const wish = keeps.ofRoom(room.id);
    const at = placeOf(event);
    const want = (wishes) => () => keeps.wantOfRoom(room.id, wishes);
    const level = wish.level ?? 'all';
    const entries = [
      { icon: 'check', label: say('room.read'), act: () => app.client.reading.sawUpTo(room.id, room.head) },
      { icon: 'star', label: wish.favourite ? say('room.no.favourite') : say('room.favourite'), act: want({ favourite: !wish.favourite }) },
      { icon: wish.muted ? 'bell' : 'mute', label: wish.muted ? say('room.unmute') : say('room.mute'), act: want({ muted: !wish.muted }) },
      ...['all', 'mentions', 'none'].map((each) => ({ label: say(`room.level.${each}`), checked: level === each, act: want({ level: each }) })),
      room.kind !== 'direct' && { icon: 'people', label: say('room.invite'), act: () => app.openDialog('invite', { room: room.id }) },
      room.kind !== 'direct' && rightsIn(room, app.client.user).changes && { icon: 'edit', label: say('room.topic'), act: () => app.openDialog('topic', { room: room.id }) },
      { icon: 'pin', label: say('room.pins'), act: () => app.enter(room.id).then(() => app.togglePanel('pins')) },
      room.kind === 'direct' && room.with?.length === 1 && this.#block(room.with[0].id, room.with[0].name),
      room.kind === 'direct'
        ? { icon: 'close', label: say('room.hide'), act: want({ hidden: true }) }
        : { icon: 'door', label: say('room.leave'), danger: true, act: () => app.openDialog('leave', { room: room.id }) },
    ];
    app.show(() => h(Menu, { title: app.client.nameOf(room), at, entries, onClose: app.closeAbove }));
  }

  ownMenu(event) {
    const app = this.#app;
    const at = placeOf(event);
    const presence = (status) => () => app.client.bePresent(status);
    const entries = [
      ...['online', 'away', 'busy'].map((status) => ({ label: say(`me.${status}`), checked: app.presence === status, act: presence(status) })),
      { icon: 'smile', label: say('me.status'), act: () => app.openDialog('status') },
      { icon: 'person', label: say('me.account'), act: () => app.openDialog('account') },
      app.notices.possible && { icon: 'bell', label: app.notices.allowed ? say('me.notices.off') : say('me.notices.on'), act: () => app.notices.toggle() },
      ...THEMES.map((theme) => ({ label: say(`theme.${theme}`), checked: chosenTheme() === theme, act: () => chooseTheme(theme) })),
      ...LANGUAGES.map((code) => ({ label: say(`language.${code}`), checked: chosenLanguage() === code, act: () => chooseLanguage(code) })),
      { icon: 'hash', label: say('me.keys'), act: () => app.openDialog('keys') },
      { icon: 'door', label: say('me.log.out'), danger: true, act: () => app.openDialog('logout') },
    ];
    app.show(() => h(Menu, { title: say('me.label', app.client.user.name), at, entries, onClose: app.closeAbove }));
  }

  #block(user, name) {
    const { keeps } = this.#app.client;
    const blocked = keeps.blocks(user);
    return { icon: 'block', label: blocked ? say('action.unblock', name) : say('action.block', name), act: () => keeps.setBlocked(user, !blocked) };
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#app.toast(say('toast.copied'));
    } catch {
      // A page without TLS has no clipboard: the words are shown, to be marked and copied by hand.
      this.#app.openDialog('copy', { text });
    }
  }

  async #unread(room, message) {
    if (await this.tell({ type: 'unread', room: room.id, seq: message.seq })) {
      this.#app.client.reading.unreadFrom(room.id, message.seq);
    }
  }
}
