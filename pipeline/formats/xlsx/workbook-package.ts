import type { Limits } from '../limits.ts';
import { giveUp } from './refusal-error.ts';
import { xmlBytes } from './xml-bytes.ts';
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory.ts';
import { checkDeclaredSize, inflateInPieces, inflatePart } from './zip-part.ts';

/** The zip of a workbook as a set of named parts, each inflated when asked for and counted against the limits. */
export class WorkbookPackage {
  readonly directory: ZipDirectory;
  private readonly bytes: Uint8Array;
  private readonly limits: Limits;
  private inflated = 0;

  /** @throws RefusalError */
  constructor(bytes: Uint8Array, limits: Limits) {
    if (bytes.length > limits.fileBytes) giveUp('TOO_BIG', `${bytes.length} > ${limits.fileBytes} bytes`);
    this.directory = readZipDirectory(bytes, limits);
    this.bytes = bytes;
    this.limits = limits;
  }

  has(part: string): boolean {
    return this.find(part) !== undefined;
  }

  /** Whether a part is too large to be held whole. */
  isLarge(part: string): boolean {
    return (this.find(part)?.size ?? 0) > this.limits.streamFromBytes;
  }

  /**
   * The XML of a part as UTF-8.
   *
   * @throws RefusalError; CORRUPT when there is no such part
   */
  read(part: string): Buffer {
    return xmlBytes(part, inflatePart(this.bytes, this.admit(part)));
  }

  /** The bytes of a part piece by piece; see `inflateInPieces`. */
  readInPieces(part: string): AsyncGenerator<Buffer> {
    return inflateInPieces(this.bytes, this.admit(part), this.limits);
  }

  private admit(part: string): ZipEntry {
    const entry = this.find(part) ?? giveUp('CORRUPT', { zh: `缺少 ${part}`, en: `${part} is missing` });
    checkDeclaredSize(entry, this.limits);
    this.inflated += entry.size;
    if (this.inflated > this.limits.inflatedBytes) giveUp('TOO_BIG', part);
    return entry;
  }

  /** Names in a zip may be percent-encoded where links are not, and the other way round. */
  private find(part: string): ZipEntry | undefined {
    const key = part.toLowerCase();
    return this.directory.get(key) ?? this.directory.get(decoded(key)) ?? this.directory.get(encoded(key));
  }
}

/** A name without percent signs for characters; as it is when it cannot be read that way. */
function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A name with percent signs for all characters but those of addresses. */
function encoded(name: string): string {
  return encodeURI(name.toWellFormed()).toLowerCase();
}
