/** Stands in for the vault where a browser keeps nothing: all is forgotten with the page. */
export class Memory {
  #order = 0;

  async load() {
    return { me: {}, rooms: [], outbox: [], uploads: [] };
  }

  async settled() {}

  async saveMe() {}

  async saveRooms() {}

  async expire() {}

  async forget() {}

  async clear() {}

  async putOutgoing(outgoing) {
    return outgoing.order ?? ++this.#order;
  }

  async dropOutgoing() {}

  /** Who goes is asked whether to give up what is on its way. */
  async putUpload() {
    throw new Error('nothing is kept here');
  }

  async dropUpload() {}

  apply() {}

  async keepPage() {}

  async newest() {
    return [];
  }
}
