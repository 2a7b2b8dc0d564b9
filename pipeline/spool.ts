import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Kept, Spool } from './model/spool.ts';

/** So many bytes stay in memory; with more, a file is opened. */
const room = 2 * 2 ** 20;

/**
 * A spool whose first few megabytes are in memory and all others in files of a temporary folder, which is made when it
 * is needed.
 *
 * @param folder null: everything stays in memory
 */
export function openSpool(folder: string | null): Spool {
  let inMemory = 0;
  let isClosed = false;
  const descriptors: number[] = [];
  const mustBeOpen = () => {
    // Work that is still under way when a run breaks off must not make its folder anew.
    if (isClosed) throw new Error('the run is over');
  };
  const newFile = (inside: string): number => {
    mkdirSync(inside, { recursive: true });
    const descriptor = openSync(join(inside, `spool-${descriptors.length}`), 'w+');
    descriptors.push(descriptor);
    return descriptor;
  };
  let own: { readonly descriptor: number; readonly append: (bytes: Uint8Array) => number } | null = null;
  return {
    put(bytes) {
      mustBeOpen();
      const { length } = bytes;
      if (folder === null || inMemory + length <= room) {
        inMemory += length;
        const read = (start = 0, some = length) => bytes.subarray(start, start + some);
        return { length, read, look: read };
      }
      if (own === null) {
        const descriptor = newFile(folder);
        own = { descriptor, append: appendTo(descriptor) };
      }
      return new Slice(own.descriptor, own.append(bytes), length);
    },
    share() {
      mustBeOpen();
      if (folder === null) return null;
      const descriptor = newFile(folder);
      return { descriptor, at: (start, length) => new Slice(descriptor, start, length) };
    },
    close() {
      isClosed = true;
      for (const descriptor of descriptors.splice(0)) closeSync(descriptor);
    },
  };
}

/**
 * Puts bytes into a file that nobody else writes to, one behind the other, and tells where they begin.
 *
 * @throws the system's error when they cannot be written
 */
export function appendTo(descriptor: number): (bytes: Uint8Array) => number {
  let end = 0;
  return (bytes) => {
    const start = end;
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, start + done);
    end += bytes.length;
    return start;
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
    this.#readInto(bytes, from);
    return bytes;
  }

  look(from = 0, length = this.length): Uint8Array {
    if (lookedAt.length < length) lookedAt = Buffer.allocUnsafe(2 * length);
    const bytes = lookedAt.subarray(0, length);
    this.#readInto(bytes, from);
    return bytes;
  }

  #readInto(bytes: Uint8Array, from: number): void {
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#descriptor, bytes, done, bytes.length - done, this.#start + from + done);
      if (read === 0) throw new RangeError('a file of ours is shorter than it was');
      done += read;
    }
  }
}

/** What was looked at last: of hundreds of megabytes looked at piece by piece, each in memory of its own, a tenth would be held. */
let lookedAt = Buffer.alloc(0);

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
