/**
 * Files on their way to the server and back. Sent in pieces, so that a broken line costs one piece:
 * the server says how far it has come. Fetched by a pass in a header, never by an address that
 * would open them.
 */
import { AtOnce } from './atonce.js';
import { backoff } from './backoff.js';
import { Pass } from './pass.js';
import { refusal, say } from './words.js';

const PIECE_BYTES = 1024 * 1024;
/** Where the conversation needs connections of the same few that a browser makes to a server, it goes first. */
const SMALL_PIECE_BYTES = 128 * 1024;
const AT_ONCE_BESIDE_A_STREAM = 2;
const TRIES = 5;
/** How long to wait at most before looking whether the line is back: 8 seconds. */
const LOOK_AGAIN = 4;
const MOST_THUMBS = 200;
const MOST_IN_A_MESSAGE = 10;
/** A larger file is not kept beside the one on the disk, and does not outlive the page. */
const MOST_KEPT_BYTES = 256 * 1024 * 1024;

export class Files {
  #app;
  #pass;
  /** Whose all this is. */
  #owner;
  /** By room: {key, name, size, sent, done, failed, id, stop, going, kept}. */
  #uploads = new Map();
  /** Blob addresses of small pictures, by what they are of. */
  #pictures = new Map();
  #sending = new AtOnce(() => (this.#besideStream ? AT_ONCE_BESIDE_A_STREAM : Infinity));

  constructor(app) {
    this.#app = app;
    this.#pass = new Pass(app.client);
    addEventListener('beforeunload', (event) => this.#isLostWithThePage() && event.preventDefault());
  }

  /** What an earlier page had begun goes on where that one came to. */
  restore(kept) {
    this.#forgetOthers();
    for (const { key, room, file, name, id, done } of kept) {
      const upload = { ...begun(room, file), key, name, id, done, kept: true, unsure: Boolean(id), sent: done ? file.size : 0 };
      this.#uploads.set(room, [...this.of(room), upload]);
      if (!done) {
        this.#send(upload);
      }
    }
  }

  #isLostWithThePage() {
    return [...this.#uploads.values()].flat().some((upload) => !upload.kept);
  }

  async #keep(upload) {
    const { key, room, file, name, id, done } = upload;
    if (file.size <= MOST_KEPT_BYTES && this.of(room).includes(upload)) {
      await this.#app.client.keepUpload({ key, room, file, name, id, done }).then(
        () => (upload.kept = true),
        (error) => console.info('upload', error.message),
      );
    }
  }

  #drop(upload) {
    this.#app.client.dropUpload(upload.key).catch((error) => console.info('upload', error.message));
  }

  /** Another person came in at this page: nothing of the one before may be seen or sent. */
  #forgetOthers() {
    const owner = this.#app.client.user?.id;
    if (owner === this.#owner) {
      return;
    }
    this.#owner = owner;
    this.#pass = new Pass(this.#app.client);
    [...this.#uploads.values()].flat().forEach((upload) => upload.stop.abort());
    this.#uploads.clear();
    this.#pictures.forEach((address) => address && URL.revokeObjectURL(address));
    this.#pictures.clear();
    this.#pictures = new Map(); // what is still being fetched finds its place gone
  }

  of(room) {
    this.#forgetOthers();
    return this.#uploads.get(room) ?? [];
  }

  add(room, files) {
    const most = this.#app.client.server.limits.file_bytes;
    for (const file of files) {
      if (file.size > most) {
        this.#app.toast(say('files.too.big', file.name, bytes(most)));
      } else if (this.of(room).length >= MOST_IN_A_MESSAGE) {
        this.#app.toast(say('files.too.many', MOST_IN_A_MESSAGE));
        break;
      } else if (file.size === 0) {
        this.#app.toast(say('files.empty', file.name));
      } else {
        const upload = begun(room, file);
        this.#uploads.set(room, [...this.of(room), upload]);
        this.#keep(upload);
        this.#send(upload);
      }
    }
    this.#app.changed();
  }

  cancel(upload) {
    upload.stop.abort();
    this.#uploads.set(upload.room, this.of(upload.room).filter((each) => each !== upload));
    this.#drop(upload);
    if (upload.id && !upload.done) {
      this.#withdraw(upload);
    }
    this.#app.changed();
  }

  /** What the server keeps free for it is free again. */
  #withdraw(upload) {
    this.#ask(`/uploads/${encodeURIComponent(upload.id)}`, { method: 'DELETE' }).catch((error) => console.info('upload', error.message));
  }

  retry(upload) {
    upload.failed = null;
    this.#send(upload);
    this.#app.changed();
  }

  /** Once more, for a message whose files the server has forgotten; answers with their ids. */
  async anew(room, files) {
    const uploads = files.map((file) => begun(room, file));
    await Promise.all(uploads.map((upload) => this.#send(upload)));
    const failed = uploads.find((upload) => upload.failed);
    if (failed) {
      throw new Error(failed.failed);
    }
    return uploads.map((upload) => upload.id);
  }

  /** They belong to a message now; what has arrived since it was begun waits for the next. */
  sent(room, uploads) {
    this.#uploads.set(room, this.of(room).filter((upload) => !uploads.includes(upload)));
    uploads.forEach((upload) => this.#drop(upload));
    this.#app.changed();
  }

  get #besideStream() {
    return this.#app.client.link.way === 'stream';
  }

  #send(upload) {
    return this.#sending.do(() => this.#whole(upload));
  }

  async #whole(upload) {
    let anew = false;
    try {
      for (let failures = 0; !upload.done; ) {
        try {
          await this.#live(upload.stop.signal);
          await this.#step(upload);
          failures = 0;
        } catch (error) {
          upload.unsure = true;
          // The server has forgotten it, as it does with those that rest too long; the bytes are still here.
          if (upload.id && !anew && (error.status === 404 || error.status === 410)) {
            anew = true;
            upload.id = undefined; // and another one is kept with the next
            upload.sent = 0;
            continue;
          }
          const counts = this.#app.client.live && error.status !== 429;
          if (upload.stop.signal.aborted || error.final || (counts && ++failures >= TRIES)) {
            throw error;
          }
          await pause(error.retry_ms ?? 500 * 2 ** failures);
        }
      }
    } catch (error) {
      if (!upload.stop.signal.aborted) {
        upload.failed = error.code ? refusal(error) : say('files.failed');
      }
    }
    this.#app.changed();
  }

  /** Begins it or sends one more piece; after a failure asks first what has arrived. */
  async #step(upload) {
    if (!upload.id) {
      await this.#begin(upload);
    } else if (upload.unsure) {
      await this.#offset(upload);
    }
    upload.unsure = false;
    if (!upload.done) {
      await this.#piece(upload);
    }
  }

  async #begin(upload) {
    const started = await this.#ask('/uploads', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ room: upload.room, name: upload.name, size: upload.size, type: upload.file.type || 'application/octet-stream' }),
    });
    upload.id = (await started.json()).id;
    if (upload.stop.signal.aborted) {
      this.#withdraw(upload); // nobody knew its name while it was being begun
      upload.stop.signal.throwIfAborted();
    }
    this.#keep(upload);
  }

  /** Waits for a connection, since without one there is no pass and mostly no way either. */
  async #live(signal) {
    for (let waits = 0; !this.#app.client.live; waits++) {
      signal?.throwIfAborted();
      await pause(backoff(Math.min(waits, LOOK_AGAIN)));
    }
    signal?.throwIfAborted();
  }

  async #piece(upload) {
    const size = this.#besideStream ? SMALL_PIECE_BYTES : PIECE_BYTES;
    const response = await this.#ask(`/uploads/${encodeURIComponent(upload.id)}`, {
      method: 'PATCH',
      headers: { 'Upload-Offset': String(upload.sent), 'Content-Type': 'application/octet-stream' },
      body: upload.file.slice(upload.sent, upload.sent + size),
      signal: upload.stop.signal,
    });
    this.#arrived(upload, await response.json());
  }

  /** How far it has come; whole, when only the answer to the last piece was lost. */
  async #offset(upload) {
    const response = await this.#ask(`/uploads/${encodeURIComponent(upload.id)}`, { signal: upload.stop.signal });
    this.#arrived(upload, await response.json());
  }

  #arrived(upload, answer) {
    upload.sent = answer.offset;
    if (answer.file) {
      upload.done = true;
      upload.id = answer.file.id;
      this.#keep(upload);
    }
    this.#app.changed();
  }

  /** A blob address of a picture that is about to be seen, or null until it is there. */
  picture(file) {
    this.#forgetOthers();
    const known = this.#pictures.get(file.id);
    // To the end of those that are forgotten when there are too many.
    this.#pictures.delete(file.id);
    this.#pictures.set(file.id, known ?? null);
    if (known === undefined) {
      this.#fetchSmall(file, this.#pictures);
    }
    return known ?? null;
  }

  /** Until it is there, or the server says that there is none. */
  async #fetchSmall(file, pictures) {
    for (let failures = 0; pictures.has(file.id); failures++) {
      try {
        await this.#live();
        const response = await this.#ask(`/files/${encodeURIComponent(file.id)}/thumb`);
        const blob = await response.blob();
        if (pictures.has(file.id)) {
          pictures.set(file.id, URL.createObjectURL(blob));
          this.#forgetOldest();
          this.#app.changed();
        }
        return;
      } catch (error) {
        console.info('picture', error.message);
        if (error.final) {
          return;
        }
        await pause(error.retry_ms ?? 500 + backoff(failures));
      }
    }
  }

  /** The whole picture, above the page. */
  async look(file) {
    try {
      const address = await this.#fetch(file);
      const close = () => {
        URL.revokeObjectURL(address);
        this.#app.closeAbove();
      };
      this.#app.openDialog('picture', { file, address, close });
    } catch (error) {
      this.#failed(error, file);
    }
  }

  /** @param arrived told from time to time how many bytes are there */
  async download(file, arrived) {
    try {
      const address = await this.#fetch(file, arrived);
      const link = document.createElement('a');
      link.href = address;
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      this.#failed(error, file);
    }
  }

  async #fetch(file, arrived = () => {}) {
    const whole = await this.#ask(`/files/${encodeURIComponent(file.id)}`);
    let bytes = 0;
    const counting = new TransformStream({
      transform(part, out) {
        bytes += part.byteLength;
        arrived(bytes);
        out.enqueue(part);
      },
    });
    const response = new Response(whole.body.pipeThrough(counting), { headers: { 'Content-Type': whole.headers.get('Content-Type') ?? '' } });
    return URL.createObjectURL(await response.blob());
  }

  #failed(error, file) {
    this.#app.toast(error.code ? refusal(error) : say('files.not.fetched', file.name));
  }

  #forgetOldest() {
    for (const [id, address] of this.#pictures) {
      if (this.#pictures.size <= MOST_THUMBS) {
        return;
      }
      URL.revokeObjectURL(address);
      this.#pictures.delete(id);
    }
  }

  async #ask(path, request = {}) {
    let response = await this.#withPass(path, request);
    if (response.status === 401) {
      response = await this.#withPass(path, request);
    }
    if (!response.ok) {
      const error = new Error(`${path}: ${response.status}`);
      error.final = response.status >= 400 && response.status < 500 && response.status !== 409 && response.status !== 429;
      const said = await response.json().catch(() => null);
      error.status = response.status;
      error.code = said?.code;
      error.retry_ms = said?.retry_ms ?? seconds(response.headers.get('Retry-After'));
      error.message = said?.message ?? error.message;
      throw error;
    }
    return response;
  }

  async #withPass(path, request) {
    this.#forgetOthers();
    const pass = await this.#pass.headers();
    const response = await fetch(path, { ...request, headers: { ...request.headers, ...pass } });
    if (response.status === 401) {
      this.#pass.refused(pass);
    }
    return response;
  }
}

function begun(room, file) {
  return { key: `${Date.now()}-${Math.random()}`, room, file, name: file.name || say('files.pasted'), size: file.size, sent: 0, stop: new AbortController() };
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** In milliseconds; undefined when it is not there or is a date. */
function seconds(header) {
  return header && Number.isFinite(Number(header)) ? Number(header) * 1000 : undefined;
}

/** A size as people write it. */
export function bytes(size) {
  const units = ['B', 'KB', 'MB', 'GB'];
  let unit = 0;
  let value = size;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
