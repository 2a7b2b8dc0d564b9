import zlib from 'node:zlib';
import type { Limits } from '../limits.ts';
import { giveUp } from './refusal-error.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Deflate cannot do better than this: a part that claims more does not hold what it claims. */
const bestPossibleRatio = 1032;

/**
 * Checks what an entry declares before any of it is inflated.
 *
 * @throws RefusalError
 */
export function checkDeclaredSize(entry: ZipEntry, limits: Limits): void {
  const { name, size, compressedSize, method } = entry;
  if (method !== 0 && method !== 8)
    giveUp('UNSUPPORTED_FORMAT', { zh: `压缩方式 ${method}`, en: `compression method ${method}` });
  if (method === 0 && size !== compressedSize) giveUp('SIZE_LIES', name);
  if (size > compressedSize * bestPossibleRatio) giveUp('SIZE_LIES', name);
  if (size > limits.ratioFromBytes && size > compressedSize * limits.ratio) giveUp('RATIO', name);
  if (size > limits.partBytes)
    giveUp('TOO_BIG', `${name}: ${mebibytes(size)} > ${mebibytes(limits.partBytes)}`);
}

/**
 * The bytes of a part, exactly as many as declared and matching their CRC-32.
 *
 * @throws RefusalError
 */
export function inflatePart(file: Uint8Array, entry: ZipEntry): Buffer {
  const data = compressedBytes(file, entry);
  if (entry.method === 0) return checkedCrc(data, entry);
  try {
    const { buffer, engine } = inflateWithEngine(data, entry.size);
    if (engine.bytesWritten !== data.length) giveUp('SIZE_LIES', entry.name);
    return checkedCrc(buffer, entry);
  } catch (error) {
    return refuseZlibError(error, entry);
  }
}

/**
 * The bytes of a large part, inflated off the main thread a piece at a time. A piece is there until the next is asked
 * for. Size and CRC-32 are known to be right only when the last piece has been taken.
 *
 * @throws RefusalError
 */
export async function* inflateInPieces(
  file: Uint8Array,
  entry: ZipEntry,
  limits: Limits,
): AsyncGenerator<Buffer> {
  const data = compressedBytes(file, entry);
  let size = 0;
  let crc = 0;
  const source = entry.method === 0 ? slices(data) : inflating(data, entry.size > limits.giveBackFromBytes);
  try {
    for await (const piece of source) {
      size += piece.length;
      if (size > entry.size) giveUp('SIZE_LIES', entry.name);
      crc = zlib.crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    refuseZlibError(error, entry);
  }
  if (size !== entry.size) giveUp('SIZE_LIES', entry.name);
  if (crc !== entry.crc) giveUp('BAD_CRC', entry.name);
}

/** Each piece is handed over by another thread: smaller ones hold less memory and take half as long again. */
const pieceSize = 512 * 1024;

async function* inflating(data: Buffer, givesBack: boolean): AsyncGenerator<Buffer> {
  // While one piece is scanned the next is inflated; the type declarations leave out the option of all streams.
  const options = { chunkSize: pieceSize, readableHighWaterMark: 2 * pieceSize };
  const inflate: AsyncIterable<Buffer<ArrayBuffer>> = zlib.createInflateRaw(options).end(data);
  for await (const piece of inflate) {
    yield piece;
    // A piece that is full has its memory to itself.
    if (givesBack && piece.length === pieceSize) giveBack(piece.buffer);
  }
}

/** Gives memory back at once that nobody looks at any more: what the garbage collector has not come to yet adds up. */
function giveBack(memory: ArrayBuffer): void {
  const { port1 } = new MessageChannel();
  port1.close();
  // What is sent to a closed port is gone when the call returns.
  port1.postMessage(null, [memory]);
}

function* slices(data: Buffer): Generator<Buffer> {
  for (let start = 0; start < data.length; start += pieceSize) yield data.subarray(start, start + pieceSize);
}

function compressedBytes(file: Uint8Array, entry: ZipEntry): Buffer {
  return Buffer.from(file.buffer, file.byteOffset + entry.dataOffset, entry.compressedSize);
}

/** One allocation of the declared size, one byte to spare so that zlib does not ask for a second. */
function inflateWithEngine(data: Buffer, size: number): { buffer: Buffer; engine: { bytesWritten: number } } {
  const options = { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size), info: true };
  // With `info` set zlib answers with buffer and engine; the type declarations do not know that option's result.
  return zlib.inflateRawSync(data, options) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
}

function checkedCrc(bytes: Buffer, entry: ZipEntry): Buffer {
  if (bytes.length !== entry.size) giveUp('SIZE_LIES', entry.name);
  if (zlib.crc32(bytes) !== entry.crc) giveUp('BAD_CRC', entry.name);
  return bytes;
}

function refuseZlibError(error: unknown, entry: ZipEntry): never {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ERR_BUFFER_TOO_LARGE') giveUp('SIZE_LIES', entry.name);
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') giveUp('CORRUPT', entry.name);
  throw error;
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MiB`;
}
