import { Zip, ZipDeflate } from 'fflate';

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
    const part = Object.assign(new ZipDeflate(name, { level: 4 }), { mtime: earliest, os: 0 });
    this.zip.add(part);
    return {
      write: (bytes) => part.push(bytes),
      end: (bytes) => part.push(bytes, true),
    };
  }

  finish(): Uint8Array {
    this.zip.end();
    return Buffer.concat(this.packed);
  }
}

/** The first moment a zip can name, in local time: packing reads it back in local time, whatever the zone. */
const earliest = new Date(1980, 0, 1, 0, 0, 0);
