/** Which message is being answered in a room, and which is being edited. */
export class Writing {
  #app;
  #replies = new Map();
  #edits = new Map();

  constructor(app) {
    this.#app = app;
  }

  replyTo(room) {
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
    if (message?.type === 'message') {
      this.#replies.set(room, message);
    }
  }

  cancelReply(room) {
    this.#replies.delete(room);
    this.#app.changed();
  }

  editing(place) {
    return this.#edits.get(place);
  }

  edit(room, message) {
    this.#replies.delete(room.id);
    this.#edit(`room/${room.id}`, this.#app.composer, message);
  }

  #edit(place, composer, message) {
    this.#edits.set(place, message);
    composer?.edit(message);
    this.#app.changed();
  }

  /** @param thread of which the last answer is meant; without one, the last message of the room */
  editLast(room, place, thread, composer) {
    const log = this.#app.client.reading.log(room.id);
    const last = log?.events.findLast(
      (event) => event.type === 'message' && event.from === this.#app.client.user.id && !event.changes?.deleted && !event.forward && event.thread === thread,
    );
    if (last && thread) {
      this.#edit(place, composer, last);
    } else if (last) {
      this.edit(room, last);
    }
  }

  cancelEdit(place) {
    this.#edits.delete(place);
    this.#app.changed();
  }

  /** Answers whether it is over; what could not be said is still being edited. */
  async finishEdit(place, room, message, text) {
    if (text !== message.body && !(await this.#app.deeds.tell({ type: 'edit', room: room.id, seq: message.seq, body: text }))) {
      return false;
    }
    if (this.editing(place) !== message) {
      return false; // given up meanwhile, or another one was begun
    }
    this.cancelEdit(place);
    return true;
  }
}
