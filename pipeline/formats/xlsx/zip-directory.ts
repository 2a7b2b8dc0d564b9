import type { Limits } from '../limits.ts';
import { giveUp } from './refusal-error.ts';

/** One file inside a zip. Sizes in bytes; nothing of it has been read yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its compressed bytes begin in the file. */
  readonly dataOffset: number;
}

/** The entries of a zip by their name in lower case: names that differ in case only are one name to spreadsheets. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const descriptorSignature = 0x08074b50;
const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const endRecord64 = 0x06064b50;
const endLocator64 = 0x07064b50;

const Flag = { encrypted: 0x1, sizesFollow: 0x8, stronglyEncrypted: 0x40, utf8: 0x800, masked: 0x2000 };

/**
 * Reads the directory at the end of a zip and checks it against the header before each entry, inflating nothing.
 *
 * What two unzippers could read differently is refused: names twice, headers that disagree, entries that overlap,
 * a second directory in the comment. Source: PKWARE APPNOTE 6.3.10.
 *
 * @throws RefusalError
 */
export function readZipDirectory(file: Uint8Array, limits: Limits): ZipDirectory {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const directory = findDirectory(bytes);
  if (directory.count > limits.entries) giveUp('TOO_MANY_ENTRIES', `${directory.count} > ${limits.entries}`);

  const entries = new Map<string, ZipEntry>();
  const spans: { start: number; end: number }[] = [];
  let position = directory.start;
  for (let index = 0; index < directory.count; index++) {
    const central = readCentralHeader(bytes, position, directory.end);
    position = central.next;
    const key = central.name.toLowerCase();
    if (entries.has(key)) giveUp('DUPLICATE_ENTRY', central.name);
    const dataOffset = checkLocalHeader(bytes, central, directory.start);
    const { name, method, crc, compressedSize, size } = central;
    entries.set(key, { name, method, crc, compressedSize, size, dataOffset });
    spans.push({ start: central.offset, end: dataOffset + compressedSize });
  }
  if (position !== directory.end) giveUp('CORRUPT', 'zip directory');

  spans.sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const span of spans) {
    if (span.start < reached) giveUp('CORRUPT', { zh: '部件相互重叠', en: 'parts overlap' });
    reached = span.end;
  }
  return entries;
}

interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const endRecordSize = 22;
const longestComment = 0xffff;

/** The end record is the last thing in a zip but for a comment; bytes that mail gateways append are passed over. */
function findDirectory(bytes: Buffer): DirectoryPlace {
  const last = bytes.length - endRecordSize;
  const first = Math.max(0, last - longestComment);
  let found: DirectoryPlace | null = null;
  let seen = false;
  for (let position = last; position >= first; position--) {
    position = bytes.lastIndexOf(endSignature, position);
    if (position < first) break;
    const place = readEndRecord(bytes, position, seen);
    seen = true;
    if (place === null) continue;
    if (found !== null) giveUp('CORRUPT', { zh: '有两份目录', en: 'two directories' });
    found = place;
  }
  if (found === null)
    giveUp(seen ? 'CORRUPT' : 'TRUNCATED', { zh: '末尾缺少目录', en: 'no directory at its end' });
  return found;
}

/** What an end record says; null when it is not one of this file: that of a workbook embedded in this one, cut short. */
function readEndRecord(bytes: Buffer, position: number, onlyIfWhole: boolean): DirectoryPlace | null {
  const size = bytes.readUInt32LE(position + 12);
  const start = bytes.readUInt32LE(position + 16);
  const locator = position - 20;
  if (locator >= 0 && bytes.readUInt32LE(locator) === endLocator64) return readEndRecord64(bytes, position);
  if (start + size !== position) return null;
  const commentEnd = position + endRecordSize + bytes.readUInt16LE(position + 20);
  if (commentEnd > bytes.length) giveUp('TRUNCATED', { zh: '注释不完整', en: 'comment cut short' });
  if (onlyIfWhole && commentEnd !== bytes.length) return null;
  const thisDisk = bytes.readUInt16LE(position + 4);
  const firstDisk = bytes.readUInt16LE(position + 6);
  const countHere = bytes.readUInt16LE(position + 8);
  const count = bytes.readUInt16LE(position + 10);
  if (thisDisk !== 0 || firstDisk !== 0 || countHere !== count) refuseVolumes();
  return { start, end: position, count };
}

function readEndRecord64(bytes: Buffer, endPosition: number): DirectoryPlace {
  const locator = endPosition - 20;
  if (bytes.readUInt32LE(locator + 4) !== 0 || bytes.readUInt32LE(locator + 16) > 1) refuseVolumes();
  const position = readSize64(bytes, locator + 8);
  if (position + 56 > locator || bytes.readUInt32LE(position) !== endRecord64)
    giveUp('CORRUPT', 'zip64 directory');
  if (bytes.readUInt32LE(position + 16) !== 0 || bytes.readUInt32LE(position + 20) !== 0) refuseVolumes();
  const count = readSize64(bytes, position + 32);
  const size = readSize64(bytes, position + 40);
  const start = readSize64(bytes, position + 48);
  const agrees =
    start + size === position &&
    saturatedOrEqual(bytes.readUInt16LE(endPosition + 10), count, 0xffff) &&
    saturatedOrEqual(bytes.readUInt32LE(endPosition + 12), size, 0xffffffff) &&
    saturatedOrEqual(bytes.readUInt32LE(endPosition + 16), start, 0xffffffff);
  if (!agrees) giveUp('CORRUPT', 'zip64 directory');
  return { start, end: position, count };
}

function refuseVolumes(): never {
  return giveUp('UNSUPPORTED_FORMAT', { zh: '分卷压缩', en: 'archive in several volumes' });
}

interface EntryName {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
}

interface CentralHeader extends Omit<ZipEntry, 'dataOffset'>, EntryName {
  readonly flags: number;
  readonly offset: number;
  readonly next: number;
}

function readCentralHeader(bytes: Buffer, position: number, end: number): CentralHeader {
  if (position + 46 > end || bytes.readUInt32LE(position) !== centralHeader)
    giveUp('CORRUPT', 'zip directory');
  const flags = bytes.readUInt16LE(position + 8);
  const nameEnd = position + 46 + bytes.readUInt16LE(position + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(position + 30);
  const next = extraEnd + bytes.readUInt16LE(position + 32);
  if (next > end) giveUp('CORRUPT', 'zip directory');
  const nameStart = position + 46;
  const name = entryName(bytes.toString((flags & Flag.utf8) === 0 ? 'latin1' : 'utf8', nameStart, nameEnd));
  if ((flags & (Flag.encrypted | Flag.stronglyEncrypted | Flag.masked)) !== 0) giveUp('ENCRYPTED', name);
  const sizes = withZip64(bytes, nameEnd, extraEnd, [
    bytes.readUInt32LE(position + 24),
    bytes.readUInt32LE(position + 20),
    bytes.readUInt32LE(position + 42),
  ]);
  if (bytes.readUInt16LE(position + 34) !== 0) refuseVolumes();
  checkOtherName(bytes, nameEnd, extraEnd, { name, nameStart, nameEnd });
  return {
    name,
    nameStart,
    nameEnd,
    flags,
    next,
    method: bytes.readUInt16LE(position + 10),
    crc: bytes.readUInt32LE(position + 16),
    size: sizes[0] ?? 0,
    compressedSize: sizes[1] ?? 0,
    offset: sizes[2] ?? 0,
  };
}

/** Where the data of an entry begins, once its own header has been found to say what the directory says. */
function checkLocalHeader(bytes: Buffer, central: CentralHeader, directoryStart: number): number {
  const { name, offset } = central;
  if (offset + 30 > directoryStart || bytes.readUInt32LE(offset) !== localHeader) giveUp('CORRUPT', name);
  const flags = bytes.readUInt16LE(offset + 6);
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
  const dataOffset = nameEnd + bytes.readUInt16LE(offset + 28);
  if (dataOffset + central.compressedSize > directoryStart) giveUp('SIZE_LIES', name);
  const agrees = bytes.compare(bytes, central.nameStart, central.nameEnd, offset + 30, nameEnd) === 0;
  if (!agrees) giveUp('CORRUPT', name);
  if (bytes.readUInt16LE(offset + 8) !== central.method) giveUp('CORRUPT', name);
  if ((flags & Flag.encrypted) !== 0) giveUp('ENCRYPTED', name);

  checkOtherName(bytes, nameEnd, dataOffset, central);
  const crc = bytes.readUInt32LE(offset + 14);
  const sizes = withZip64(bytes, nameEnd, dataOffset, [
    bytes.readUInt32LE(offset + 22),
    bytes.readUInt32LE(offset + 18),
  ]);
  // A writer that did not know the sizes beforehand leaves them zero and repeats them behind the data.
  const mayBeZero = ((flags | central.flags) & Flag.sizesFollow) !== 0;
  if (!(crc === central.crc || (mayBeZero && crc === 0))) giveUp('BAD_CRC', name);
  const sizeAgrees = (written: number | undefined, size: number) =>
    written === size || (mayBeZero && (written === 0 || written === 0xffffffff));
  if (!sizeAgrees(sizes[0], central.size) || !sizeAgrees(sizes[1], central.compressedSize)) {
    giveUp('SIZE_LIES', name);
  }
  if ((flags & Flag.sizesFollow) !== 0) checkDescriptor(bytes, central, dataOffset + central.compressedSize);
  return dataOffset;
}

/** Sees that what is repeated behind the data is what the directory says: CRC and two sizes, of 32 or 64 bits. */
function checkDescriptor(bytes: Buffer, central: CentralHeader, dataEnd: number): void {
  const position = bytes.readUInt32LE(dataEnd) === descriptorSignature ? dataEnd + 4 : dataEnd;
  if (bytes.readUInt32LE(position) !== central.crc) giveUp('BAD_CRC', central.name);
  const { compressedSize, size } = central;
  const agrees =
    (bytes.readUInt32LE(position + 4) === compressedSize && bytes.readUInt32LE(position + 8) === size) ||
    (readSize64(bytes, position + 4) === compressedSize && readSize64(bytes, position + 12) === size);
  if (!agrees) giveUp('SIZE_LIES', central.name);
}

/** Sizes of 32 bits, those that say "see the extra field" replaced from there. */
function withZip64(bytes: Buffer, start: number, end: number, sizes: readonly number[]): readonly number[] {
  if (!sizes.includes(0xffffffff)) return sizes;
  const field = extraField(bytes, start, end, ExtraField.zip64);
  let next = 0;
  return sizes.map((size) => {
    if (size !== 0xffffffff || field === null || next + 8 > field.length) return size;
    next += 8;
    return readSize64(field, next - 8);
  });
}

/** Refuses an entry for which an extra field has another name: some unzippers go by that one. */
function checkOtherName(bytes: Buffer, start: number, end: number, central: EntryName): void {
  const field = extraField(bytes, start, end, ExtraField.unicodeName);
  // A version and a checksum stand before the name.
  if (field !== null && field.compare(bytes, central.nameStart, central.nameEnd, 5) !== 0)
    giveUp('CORRUPT', central.name);
}

const ExtraField = { zip64: 0x0001, unicodeName: 0x7075 };

/** What an extra field holds; null when there is none of that kind. */
function extraField(bytes: Buffer, start: number, end: number, kind: number): Buffer | null {
  for (let position = start; position + 4 <= end; ) {
    const fieldEnd = position + 4 + bytes.readUInt16LE(position + 2);
    if (bytes.readUInt16LE(position) === kind) return bytes.subarray(position + 4, Math.min(fieldEnd, end));
    position = fieldEnd;
  }
  return null;
}

/** The name of an entry with `/` between its parts. What would climb out of a folder, were it extracted, is refused. */
function entryName(written: string): string {
  if (plainName.test(written) && !written.includes('..')) return written;
  const name = written.replaceAll('\\', '/');
  const unsafe =
    name === '' ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.split('/').includes('..') ||
    hasControlCharacter(name);
  if (unsafe) giveUp('BAD_ENTRY_NAME', printable(name));
  return name;
}

/** Names as all but a few are, which no check below could refuse. */
const plainName = /^[\w[][\w[\]./ -]*$/;

function hasControlCharacter(name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

function printable(name: string): string {
  return Array.from(name.slice(0, 60), (character) =>
    hasControlCharacter(character) ? '?' : character,
  ).join('');
}

function saturatedOrEqual(written: number, real: number, saturated: number): boolean {
  return written === saturated || written === real;
}

/** A size of 64 bits; ones beyond 2⁵³ lose digits, but are beyond every limit anyhow. */
function readSize64(bytes: Buffer, position: number): number {
  return bytes.readUInt32LE(position) + bytes.readUInt32LE(position + 4) * 2 ** 32;
}
