/**
 * Which message is being answered in a room, and which is being edited at a place, with the text that
 * it has by now: so an edit is still there for who goes to another room and comes back.
 */
export class Writing {
  #app;
  #replies = new Map();
  /** By place: {message, text, saying}. */
  #edits = new Map();
  /** The composers that are on the page, by place. */
  #composers = new Map();

  constructor(app) {
    this.#app = app;
  }

  /** From now on it is told to fill itself again when an edit begins or ends there. */
  attach(place, composer) {
    this.#composers.set(place, composer);
  }

  detach(place, composer) {
    if (this.#composers.get(place) === composer) {
      this.#composers.delete(place);
    }
  }

  /** What the composer of that place shows is another thing now. */
  refill(place) {
    this.#composers.get(place)?.refill();
  }

  /** Of one that is not loaded, its seq only. */
  replyTo(room) {
    const reply = this.#replies.get(room);
    if (reply && !reply.type) {
      this.restoreReply(room, reply.seq);
    }
    return this.#replies.get(room);
  }

  reply(room, message) {
    this.cancelEdit(`room/${room.id}`);
    this.#replies.set(room.id, message);
    this.#app.changed();
    this.#app.composer?.focus();
  }

  restoreReply(room, seq) {
    const message = this.#app.client.reading.log(room)?.get(seq);
    this.#replies.set(room, message?.type === 'message' ? message : { seq });
  }

  cancelReply(room) {
    this.#replies.delete(room);
    this.#app.changed();
  }

  editing(place) {
    return this.#edits.get(place);
  }

  edit(room, message) {
    const place = `thread/${room.id}/${message.thread}`;
    if (this.#composers.has(place)) {
      this.#edit(place, message);
      return;
    }
    this.#replies.delete(room.id);
    this.#edit(`room/${room.id}`, message);
  }

  #edit(place, message) {
    this.#edits.set(place, { message, text: message.body, saying: false });
    this.refill(place);
    this.#app.changed();
  }

  /** @param thread of which the last answer is meant; without one, the last message of the room */
  editLast(room, thread) {
    const log = this.#app.client.reading.log(room.id);
    const last = log?.events.findLast(
      (event) => event.type === 'message' && event.from === this.#app.client.user.id && !event.changes?.deleted && !event.forward && event.thread === thread,
    );
    if (last) {
      this.edit(room, last);
    }
  }

  cancelEdit(place) {
    if (this.#edits.delete(place)) {
      this.refill(place);
      this.#app.changed();
    }
  }

  /** Says an edit, once. What could not be said, or was written on meanwhile, is still being edited. */
  async finishEdit(place, room) {
    const edit = this.editing(place);
    if (edit.saying) {
      return;
    }
    const { message } = edit;
    const body = edit.text.trim();
    edit.saying = true;
    const done = body === message.body || (await this.#app.deeds.tell({ type: 'edit', room: room.id, seq: message.seq, body }));
    edit.saying = false;
    if (!done || this.editing(place) !== edit) {
      return; // given up meanwhile, or another one was begun
    }
    if (edit.text.trim() === body) {
      this.cancelEdit(place);
    } else {
      edit.message = { ...message, body };
    }
  }
}
