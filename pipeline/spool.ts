import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept, Spool } from './model/spool.ts';

/** So many bytes stay in memory; with more, a file is opened. */
const room = 2 * 2 ** 20;

/**
 * A spool whose first few megabytes are in memory and all others in a file of a temporary folder, which is made when
 * it is needed.
 *
 * @param folder null: everything stays in memory
 */
export function openSpool(folder: string | null): Spool {
  let inMemory = 0;
  let file: { readonly descriptor: number; end: number } | null = null;
  let isClosed = false;
  return {
    put(bytes) {
      // Work that is still under way when a run breaks off must not make its folder anew.
      if (isClosed) throw new Error('the run is over');
      const { length } = bytes;
      if (folder === null || inMemory + length <= room) {
        inMemory += length;
        return { length, read: (start = 0, some = length) => bytes.subarray(start, start + some) };
      }
      if (file === null) {
        mkdirSync(folder, { recursive: true });
        file = { descriptor: openSync(join(folder, 'spool'), 'w+'), end: 0 };
      }
      const { descriptor, end } = file;
      for (let done = 0; done < length; )
        done += writeSync(descriptor, bytes, done, length - done, end + done);
      file.end += length;
      return new Slice(descriptor, end, length);
    },
    close() {
      isClosed = true;
      if (file !== null) closeSync(file.descriptor);
      file = null;
    },
  };
}

/** Bytes in a file that stays open as long as they are wanted. A class: there are many, and each is small. */
export class Slice implements Kept {
  readonly length: number;
  readonly #descriptor: number;
  readonly #start: number;

  constructor(descriptor: number, start: number, length: number) {
    this.#descriptor = descriptor;
    this.#start = start;
    this.length = length;
  }

  read(from = 0, length = this.length): Uint8Array {
    const bytes = Buffer.allocUnsafe(length); // small ones share their memory: there are many
    for (let done = 0; done < length; ) {
      const read = readSync(this.#descriptor, bytes, done, length - done, this.#start + from + done);
      if (read === 0) throw new RangeError('a file of ours is shorter than it was');
      done += read;
    }
    return bytes;
  }
}

/** What is in a file, piece by piece. @throws the system's error when it cannot be read */
export function* bytesIn(path: string): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const whole = new Slice(descriptor, 0, size);
    for (let start = 0; start < size; start += bytesAtOnce)
      yield whole.read(start, Math.min(bytesAtOnce, size - start));
  } finally {
    closeSync(descriptor);
  }
}

/** So many bytes of a file are read at once. */
const bytesAtOnce = 2 ** 20;
