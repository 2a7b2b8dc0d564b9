/** Content that comes in pieces, whole. */
export function bytesOf(pieces: Iterable<Uint8Array>): Buffer {
  return Buffer.concat([...pieces]);
}

/** The same as text. */
export function textOf(pieces: Iterable<Uint8Array>): string {
  return bytesOf(pieces).toString();
}
