/** What the server takes at once. */
const USUAL_BYTES = 65_536;
const MOST_BYTES_A_UNIT = 3;

/** Whether a server that takes so many bytes at once would not take that: it would end the connection. */
export function tooBig(json, frameBytes = USUAL_BYTES) {
  return json.length * MOST_BYTES_A_UNIT > frameBytes && new TextEncoder().encode(json).length > frameBytes;
}
