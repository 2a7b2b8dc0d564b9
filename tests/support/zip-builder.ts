import zlib from 'node:zlib';

/** One entry of a zip to build. All but name and data is for zips that are odd or lie; the default tells the truth. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Declared in both headers instead of the real sizes. */
  readonly size?: number;
  readonly compressedSize?: number;
  /** Declared in the header before the entry only. */
  readonly localName?: string;
  readonly localSize?: number;
  readonly localCrc?: number;
  readonly localMethod?: number;
  /** Sizes and CRC left zero before the data and given behind it. */
  readonly descriptor?: boolean;
  /** Given behind the data instead of the real ones. */
  readonly descriptorCrc?: number;
  readonly descriptorSize?: number;
  /** Sizes in the 64-bit extra field. */
  readonly zip64?: boolean;
  /** Name in the extra field for names in Unicode, in both headers or before the entry only. */
  readonly unicodeName?: string;
  readonly localUnicodeName?: string;
  /** Where the directory says the entry begins, instead of where it does. */
  readonly offset?: number;
  readonly disk?: number;
  /** Bytes put after the compressed data. */
  readonly junk?: Uint8Array;
}

export interface ZipOptions {
  readonly comment?: string;
  readonly trailing?: Uint8Array;
  /** Writes the 64-bit end records. */
  readonly zip64?: boolean;
  readonly disk?: number;
  /** Declared instead of the real number of entries. */
  readonly count?: number;
}

/** The bytes of a zip. */
export function buildZip(parts: readonly ZipPart[], options: ZipOptions = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry = encode(part);
    const bytes = localEntry(part, entry);
    central.push(centralHeader(part, entry, part.offset ?? offset));
    local.push(bytes);
    offset += bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = endRecords(options.count ?? parts.length, directory.length, offset, options);
  return Buffer.concat([...local, directory, end, options.trailing ?? Buffer.alloc(0)]);
}

interface Encoded {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

function encode(part: ZipPart): Encoded {
  const raw = Buffer.from(part.data);
  const compressed = part.stored ? raw : zlib.deflateRawSync(raw);
  const data = part.junk ? Buffer.concat([compressed, part.junk]) : compressed;
  return {
    name: Buffer.from(part.name),
    data,
    method: part.method ?? (part.stored ? 0 : 8),
    flags: (part.flags ?? 0x800) | (part.descriptor ? 8 : 0),
    crc: part.crc ?? zlib.crc32(raw),
    size: part.size ?? raw.length,
    compressedSize: part.compressedSize ?? data.length,
  };
}

const saturated = 0xffffffff;

function localEntry(part: ZipPart, entry: Encoded): Buffer {
  const name = part.localName === undefined ? entry.name : Buffer.from(part.localName);
  const extra = Buffer.concat([
    part.zip64 ? zip64Extra([entry.size, entry.compressedSize]) : Buffer.alloc(0),
    unicodeExtra(part.localUnicodeName ?? part.unicodeName, name),
  ]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(part.zip64 ? 45 : 20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(part.localMethod ?? entry.method, 8);
  if (!part.descriptor) {
    header.writeUInt32LE(part.localCrc ?? entry.crc, 14);
    header.writeUInt32LE(part.zip64 ? saturated : entry.compressedSize, 18);
    header.writeUInt32LE(part.zip64 ? saturated : (part.localSize ?? entry.size), 22);
  }
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  const descriptor = Buffer.alloc(part.descriptor ? 16 : 0);
  if (part.descriptor) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(part.descriptorCrc ?? entry.crc, 4);
    descriptor.writeUInt32LE(entry.compressedSize, 8);
    descriptor.writeUInt32LE(part.descriptorSize ?? entry.size, 12);
  }
  return Buffer.concat([header, name, extra, entry.data, descriptor]);
}

function centralHeader(part: ZipPart, entry: Encoded, offset: number): Buffer {
  const extra = Buffer.concat([
    part.zip64 ? zip64Extra([entry.size, entry.compressedSize, offset]) : Buffer.alloc(0),
    unicodeExtra(part.unicodeName, entry.name),
  ]);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(part.zip64 ? 45 : 20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(part.zip64 ? saturated : entry.compressedSize, 20);
  header.writeUInt32LE(part.zip64 ? saturated : entry.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(part.disk ?? 0, 34);
  header.writeUInt32LE(part.zip64 ? saturated : offset, 42);
  return Buffer.concat([header, entry.name, extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
}

function unicodeExtra(unicodeName: string | undefined, name: Buffer): Buffer {
  if (unicodeName === undefined) return Buffer.alloc(0);
  const written = Buffer.from(unicodeName);
  const extra = Buffer.alloc(9);
  extra.writeUInt16LE(0x7075, 0);
  extra.writeUInt16LE(5 + written.length, 2);
  extra.writeUInt8(1, 4);
  extra.writeUInt32LE(zlib.crc32(name), 5);
  return Buffer.concat([extra, written]);
}

function endRecords(count: number, size: number, offset: number, options: ZipOptions): Buffer {
  const comment = Buffer.from(options.comment ?? '', 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.disk ?? 0, 4);
  end.writeUInt16LE(options.disk ?? 0, 6);
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(options.zip64 ? saturated : size, 12);
  end.writeUInt32LE(options.zip64 ? saturated : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (!options.zip64) return Buffer.concat([end, comment]);

  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  for (const [index, value] of [count, count, size, offset].entries()) {
    end64.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
  }
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end, comment]);
}
