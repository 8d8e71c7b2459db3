/** Where a message is written: to a room, or to a thread of it. */
import { Component, h } from './preact.js';
import { shows } from './body.js';
import { Completion, suggest } from './completion.js';
import { quoted } from './filewords.js';
import { icon } from './icons.js';
import { UploadList } from './uploads.js';
import { say } from './words.js';

const TYPING_EVERY_MS = 3000;
const COUNT_FROM = 200;
const TOUCH = matchMedia('(pointer: coarse) and (hover: none)');

/** By their ids, and themselves for the case that the server forgets them before it has the message. */
function filesOf(uploads) {
  return uploads.length > 0 ? { files: uploads.map(({ id }) => id), originals: uploads.map(({ file }) => file) } : {};
}

export class Composer extends Component {
  state = { text: '', suggestions: null, chosen: 0 };
  #field = null;
  #typedAt = 0;
  #replyBefore;
  /** The draft as it was last seen here; another device may write on. */
  #draft = '';

  componentDidMount() {
    const { app, room, thread, place } = this.props;
    const { reply } = app.client.keeps.draft(room.id, thread);
    if (reply && !thread && !app.writing.replyTo(room.id)) {
      app.writing.restoreReply(room.id, reply);
    }
    app.writing.attach(place, this);
    this.refill();
    if (this.props.takesKeys) {
      app.composer = this;
    }
    if (!TOUCH.matches || thread) {
      this.#field.focus({ preventScroll: true });
    }
  }

  componentWillUnmount() {
    const { app, place } = this.props;
    app.writing.detach(place, this);
    if (app.composer === this) {
      app.composer = null;
    }
  }

  componentDidUpdate() {
    const { app, room } = this.props;
    const now = app.writing.editing(this.props.place) ?? app.writing.replyTo(room.id);
    if (now && now !== this.#replyBefore) {
      this.#field.focus();
    }
    this.#replyBefore = now;
    this.#followDraft();
  }

  #followDraft() {
    const { app, room, thread, place } = this.props;
    const draft = app.client.keeps.draft(room.id, thread).text ?? '';
    if (draft !== this.#draft) {
      const untouched = this.state.text === this.#draft && !app.writing.editing(place);
      this.#draft = draft;
      if (untouched) {
        this.#fill(draft);
      }
    }
  }

  focus() {
    this.#field.focus();
  }

  /** Writes where the caret is. */
  insert(text) {
    this.#field.focus();
    this.#field.setRangeText(text, this.#field.selectionStart, this.#field.selectionEnd, 'end');
    this.#input();
  }

  render({ app, room, thread, placeholder, place }, { text, suggestions, chosen }) {
    const editing = app.writing.editing(place);
    const reply = editing || thread ? null : app.writing.replyTo(room.id);
    const most = app.client.server?.limits.body_chars ?? 16_384;
    const left = most - text.length;
    const files = thread || !app.files ? [] : app.files.of(room.id).filter((file) => !file.going);
    const ready = (shows(text) || files.some((file) => file.done) || editing?.message.files?.length > 0) && left >= 0 && files.every((file) => file.done || file.failed);
    return h(
      'div',
      { class: 'composer-frame' },
      editing ? this.#bar(say('composer.editing'), '') : null,
      reply ? (reply.type ? this.#bar(say('composer.replying', reply.name), quoted(reply)) : this.#bar(say('row.answer'), say('row.answer.earlier'))) : null,
      suggestions ? h(Completion, { suggestions, chosen, onChoose: this.#take }) : null,
      files.length > 0 ? h(UploadList, { app, room, files }) : null,
      h(
        'div',
        { class: left < 0 ? 'composer over' : 'composer' },
        app.files && !thread && !editing
          ? h(
              'label',
              { class: 'tool', title: say('files.attach') },
              icon('clip'),
              h('input', { type: 'file', multiple: true, class: 'unseen', 'aria-label': say('files.attach'), onChange: this.#picked }),
            )
          : null,
        h('textarea', {
          ref: (field) => (this.#field = field),
          id: thread ? 'thread-composer' : 'composer',
          rows: 1,
          value: text,
          placeholder,
          'aria-label': placeholder,
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': String(Boolean(suggestions)),
          'aria-controls': suggestions ? 'completion' : undefined,
          'aria-activedescendant': suggestions ? `completion-${chosen}` : undefined,
          enterkeyhint: TOUCH.matches ? 'enter' : 'send',
          onInput: this.#input,
          onKeyDown: this.#key,
          onPaste: this.#paste,
          onBlur: () => this.setState({ suggestions: null }),
        }),
        left <= COUNT_FROM ? h('span', { class: 'count', role: 'status' }, left >= 0 ? String(left) : say('composer.over', -left)) : null,
        h('button', { class: 'tool', id: thread ? undefined : 'open-emoji', title: say('composer.emoji'), 'aria-label': say('composer.emoji'), onClick: (event) => app.pickEmoji(event, (emoji) => this.insert(emoji)) }, icon('smile')),
        h('button', { class: 'send', title: say('composer.send'), 'aria-label': say('composer.send'), disabled: !ready, onMouseDown: (event) => event.preventDefault(), onClick: this.#send }, icon('send')),
      ),
    );
  }

  #bar(title, words) {
    return h(
      'div',
      { class: 'composer-bar' },
      h('b', null, title),
      h('span', null, words),
      h('button', { class: 'tool', 'aria-label': say('composer.cancel'), onClick: this.#cancel }, icon('close', 16)),
    );
  }

  /** With what belongs here now: what is being edited, or what was being written before it. */
  refill() {
    const { app, room, thread, place } = this.props;
    const edit = app.writing.editing(place);
    this.#draft = app.client.keeps.draft(room.id, thread).text ?? '';
    this.#fill(edit ? edit.text : this.#draft);
    if (edit) {
      this.#field.focus();
      this.#field.setSelectionRange(edit.text.length, edit.text.length);
    }
  }

  #input = () => {
    const { app, room, thread, place } = this.props;
    const text = this.#field.value;
    const edit = app.writing.editing(place);
    this.setState({ text, chosen: 0, suggestions: suggest(app, room, text, this.#field.selectionStart, () => this.#field && this.#input()) });
    this.#grow();
    if (edit) {
      edit.text = text;
      return;
    }
    this.#draft = text;
    app.client.keeps.setDraft(room.id, thread, text, thread ? undefined : app.writing.replyTo(room.id)?.seq);
    const now = Date.now();
    if (shows(text) && now - this.#typedAt >= TYPING_EVERY_MS) {
      this.#typedAt = now;
      app.client.link.say({ type: 'typing', room: room.id });
    }
  };

  #key = (event) => {
    const { app, room, thread, place } = this.props;
    if (event.isComposing) {
      return;
    }
    if (this.state.suggestions && this.#completionKey(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey && (!TOUCH.matches || event.ctrlKey)) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'ArrowUp' && this.state.text === '' && !app.writing.editing(place)) {
      event.preventDefault();
      app.writing.editLast(room, thread);
    } else if (event.key === 'Escape' && (app.writing.editing(place) || app.writing.replyTo(room.id))) {
      event.preventDefault();
      event.stopPropagation();
      this.#cancel();
    } else if ((event.ctrlKey || event.metaKey) && 'bie'.includes(event.key)) {
      event.preventDefault();
      this.#wrap({ b: '**', i: '*', e: '`' }[event.key]);
    }
  };

  #completionKey(event) {
    const { suggestions, chosen } = this.state;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : suggestions.rows.length - 1;
        this.setState({ chosen: (chosen + step) % suggestions.rows.length });
        return true;
      }
      case 'Enter':
      case 'Tab':
        this.#take(suggestions.rows[chosen]);
        return true;
      case 'Escape':
        event.stopPropagation();
        this.setState({ suggestions: null });
        return true;
      default:
        return false;
    }
  }

  #take = (row) => {
    const { from } = this.state.suggestions;
    this.#field.setRangeText(row.insert, from, this.#field.selectionStart, 'end');
    this.#input();
    this.setState({ suggestions: null });
    this.#field.focus();
  };

  #wrap(mark) {
    const { selectionStart: from, selectionEnd: to, value } = this.#field;
    this.#field.setRangeText(mark + value.slice(from, to) + mark, from, to, 'end');
    this.#field.setSelectionRange(from + mark.length, to + mark.length);
    this.#input();
  }

  #send = async () => {
    const { app, room, thread, place } = this.props;
    const written = this.#field.value;
    const text = shows(written) ? written.trim() : '';
    const editing = app.writing.editing(place);
    const files = thread || !app.files || editing ? [] : app.files.of(room.id).filter((file) => !file.going);
    const done = files.filter((file) => file.done);
    const most = app.client.server?.limits.body_chars ?? 16_384;
    const hasFiles = done.length > 0 || editing?.message.files?.length > 0;
    if ((text === '' && !hasFiles) || text.length > most || files.some((file) => !file.done && !file.failed)) {
      return;
    }
    if (editing) {
      await app.writing.finishEdit(place, room);
      return;
    }
    const reply = thread ? undefined : app.writing.replyTo(room.id)?.seq;
    // While their message is being kept, they go into no other.
    done.forEach((file) => (file.going = true));
    // Before it is kept, which takes a moment: a second Enter meanwhile must find nothing to send.
    this.#typedAt = 0;
    this.#fill('');
    if (!thread) {
      app.writing.cancelReply(room.id);
    }
    try {
      await app.client.send(room.id, text, { reply, thread, ...filesOf(done) });
    } catch (error) {
      console.warn(error);
      app.toast(say('composer.not.kept'));
      this.#putBack(written, reply);
      return;
    } finally {
      done.forEach((file) => (file.going = false));
    }
    if (app.client.keeps.draft(room.id, thread).text === written) {
      app.client.keeps.setDraft(room.id, thread, '', undefined);
    }
    if (!thread) {
      app.files?.sent(room.id, done);
      app.client.reading.toEnd(room.id);
    }
  };

  /** What could not be kept, before what was written meanwhile. */
  #putBack(written, reply) {
    const { app, room, thread, place } = this.props;
    const { keeps } = app.client;
    const since = keeps.draft(room.id, thread).text ?? written;
    keeps.setDraft(room.id, thread, since === written ? written : `${written}\n${since}`, reply);
    if (reply) {
      app.writing.restoreReply(room.id, reply);
    }
    app.writing.refill(place);
  }

  /** At once, not with the next drawing: a second Enter must not find what was there before. */
  #fill(text) {
    if (this.#field) {
      this.#field.value = text;
    }
    this.setState({ text, suggestions: null }, () => this.#grow());
  }

  #cancel = () => {
    const { app, room, place } = this.props;
    if (app.writing.editing(place)) {
      app.writing.cancelEdit(place);
    } else {
      app.writing.cancelReply(room.id);
    }
    this.#field.focus();
  };

  #picked = (event) => {
    this.props.app.files.add(this.props.room.id, event.target.files);
    event.target.value = '';
  };

  #paste = (event) => {
    const { app, room, thread } = this.props;
    // Office programs put a picture of the text beside it.
    const words = event.clipboardData.getData('text/plain');
    if (app.files && !thread && !words && event.clipboardData.files.length > 0) {
      event.preventDefault();
      app.files.add(room.id, event.clipboardData.files);
    }
  };

  /** As high as what is written, within what the style sheet allows. */
  #grow() {
    const field = this.#field;
    if (field) {
      field.style.height = 'auto';
      field.style.height = `${field.scrollHeight}px`;
    }
  }
}
