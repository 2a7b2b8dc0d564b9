import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';

/** A part of a zip that is being written. */
export interface ZipPart {
  write(bytes: Uint8Array): void;
  /** Ends it, with the last of its bytes. */
  end(bytes: Uint8Array): void;
}

/**
 * A zip that is packed while its parts are written, so that only packed bytes are held. Its bytes depend on nothing but
 * the parts and the order in which they are opened: no clock, no zone, no system.
 */
export class SteadyZip {
  private readonly packed: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.packed.push(chunk);
  });

  /** Parts stand in the order in which they are opened; several may be open. */
  open(name: string): ZipPart {
    const part = deflating(name);
    this.zip.add(part);
    return {
      write: (bytes) => part.push(bytes),
      end: (bytes) => part.push(bytes, true),
    };
  }

  /** Adds a part that was packed before. */
  add({ chunks, ...part }: PackedPart): void {
    const file: ZipInputFile = { ...part };
    this.zip.add(file);
    for (const chunk of chunks) file.ondata?.(null, chunk, false);
    file.ondata?.(null, new Uint8Array(), true);
  }

  finish(): Uint8Array {
    this.zip.end();
    return Buffer.concat(this.packed);
  }
}

/** A part as it stands in a zip: what many zips hold is packed once. */
export interface PackedPart extends Omit<ZipInputFile, 'ondata'> {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
}

/** Packs a part as `SteadyZip` does. */
export function packedPart(name: string, content: Uint8Array): PackedPart {
  const part = deflating(name);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  part.ondata = (error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  };
  part.push(content, true);
  const { filename, size, crc, compression, flag, mtime, os } = part;
  return { filename, size, crc, compression, flag, mtime, os, chunks };
}

function deflating(name: string) {
  return Object.assign(new ZipDeflate(name, { level: 4 }), { mtime: earliest, os: 0 });
}

/** The first moment a zip can name, in local time: packing reads it back in local time, whatever the zone. */
const earliest = new Date(1980, 0, 1, 0, 0, 0);
