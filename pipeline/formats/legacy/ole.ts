import { type Refusal, refuse } from '../../model/refusal.ts';

/** The streams of an OLE container (.xls, .et, .doc, workbooks with a password), by name in lower case. */
export interface OleContainer {
  /** Names of all streams and storages. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream; null when there is none of that name. TRUNCATED or CORRUPT when it cannot be had whole. */
  stream(name: string): Uint8Array | Refusal | null;
}

/**
 * Reads the directory of an OLE container, following only what lies inside the file.
 *
 * Refuses with TRUNCATED when sectors are missing at the end, with CORRUPT when the structure contradicts itself.
 * Source: [MS-CFB].
 */
export function openOle(bytes: Uint8Array): OleContainer | Refusal {
  if (bytes.length < headerSize) return truncated();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) return corrupt();
  const disk = { bytes, sectorSize: 1 << sectorShift };

  const fat = readFat(view, disk);
  if ('code' in fat) return fat;
  const directory = readChain(disk, fat, view.getUint32(48, true));
  if ('code' in directory) return directory;
  const entries = readDirectory(directory);
  const root = entries.get('root entry') ?? entries.values().next().value;
  if (root === undefined) return corrupt();

  /** Small streams share one: it and its table are read when the first of them is asked for. */
  const openMini = (): { readonly disk: Disk; readonly fat: Uint32Array } | Refusal => {
    const table = readChain(disk, fat, view.getUint32(60, true));
    if ('code' in table) return table;
    const shared = readChain(disk, fat, root.start);
    if ('code' in shared) return shared;
    return { disk: { bytes: shared, sectorSize: miniSectorSize, isMini: true }, fat: toUint32s(table) };
  };

  return {
    names: new Set(entries.keys()),
    stream(name) {
      const entry = entries.get(name);
      if (entry === undefined || entry.isStorage) return null;
      if (entry.size === 0) return new Uint8Array(0);
      const place = entry.size < view.getUint32(56, true) ? openMini() : { disk, fat };
      if ('code' in place) return place;
      const content = readChain(place.disk, place.fat, entry.start);
      if ('code' in content) return content;
      return content.length < entry.size ? truncated() : content.subarray(0, entry.size);
    },
  };
}

const headerSize = 512;
const miniSectorSize = 64;
/** Sector numbers from here on are marks: the end of a chain, an unused sector. */
const firstMark = 0xfffffffa;
const endOfChain = 0xfffffffe;

/** Something cut into sectors: the file behind its header, or the stream that small streams share. */
interface Disk {
  readonly bytes: Uint8Array;
  readonly sectorSize: number;
  readonly isMini?: boolean;
}

/** The bytes of a sector; the last one of a file may be shorter, null when it lies outside. */
function sector(disk: Disk, number: number): Uint8Array | null {
  const start = (disk.isMini ? number : number + 1) * disk.sectorSize;
  return start < disk.bytes.length ? disk.bytes.subarray(start, start + disk.sectorSize) : null;
}

/** The table that says which sector follows which. Its own sectors are listed in the header and in a chain behind it. */
function readFat(view: DataView, disk: Disk): Uint32Array | Refusal {
  const count = view.getUint32(44, true);
  const numbers: number[] = [];
  for (let offset = 76; offset < headerSize && numbers.length < count; offset += 4) {
    numbers.push(view.getUint32(offset, true));
  }
  const sectors = disk.bytes.length / disk.sectorSize;
  if (count > sectors) return truncated();
  for (let next = view.getUint32(68, true), seen = 0; numbers.length < count; seen += 1) {
    if (next >= firstMark || seen > sectors) return corrupt();
    const list = sector(disk, next);
    if (list === null || list.length < disk.sectorSize) return truncated();
    const entries = toUint32s(list);
    for (const number of entries.subarray(0, entries.length - 1)) {
      if (numbers.length < count) numbers.push(number);
    }
    next = entries.at(-1) ?? endOfChain;
  }

  const perSector = disk.sectorSize / 4;
  const fat = new Uint32Array(count * perSector).fill(endOfChain);
  for (const [index, number] of numbers.entries()) {
    const part = sector(disk, number);
    if (part === null || part.length < disk.sectorSize) return truncated();
    fat.set(toUint32s(part), index * perSector);
  }
  return fat;
}

function readChain(disk: Disk, fat: Uint32Array, start: number): Uint8Array | Refusal {
  const parts: Uint8Array[] = [];
  for (let next = start; next !== endOfChain; ) {
    if (next >= firstMark || parts.length > fat.length) return corrupt();
    const part = sector(disk, next);
    if (part === null) return truncated();
    parts.push(part);
    const following = fat[next];
    if (following === undefined) return corrupt();
    next = following;
  }
  return Buffer.concat(parts);
}

interface DirectoryEntry {
  readonly isStorage: boolean;
  readonly start: number;
  readonly size: number;
}

function readDirectory(directory: Uint8Array): ReadonlyMap<string, DirectoryEntry> {
  const entries = new Map<string, DirectoryEntry>();
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  for (let offset = 0; offset + 128 <= directory.length; offset += 128) {
    const kind = view.getUint8(offset + 66);
    const nameBytes = Math.min(view.getUint16(offset + 64, true), 64);
    if (kind === 0 || nameBytes < 2) continue;
    const name = new TextDecoder('utf-16le')
      .decode(directory.subarray(offset, offset + nameBytes - 2))
      .toLowerCase();
    // The first of a name counts: the workbook itself stands before workbooks embedded in it.
    if (entries.has(name)) continue;
    entries.set(name, {
      isStorage: kind === 1,
      start: view.getUint32(offset + 116, true),
      size: view.getUint32(offset + 120, true),
    });
  }
  return entries;
}

function toUint32s(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    view.getUint32(index * 4, true),
  );
}

function truncated(): Refusal {
  return refuse('TRUNCATED');
}

function corrupt(): Refusal {
  return refuse('CORRUPT', { zh: '内部目录有误', en: 'its inner directory is wrong' });
}
