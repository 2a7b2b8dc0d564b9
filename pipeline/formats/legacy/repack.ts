import { zipSync } from 'fflate';
import { refuse } from '../../model/refusal.ts';
import type { Limits } from '../limits.ts';
import { RefusalError } from '../xlsx/refusal-error.ts';
import { readZipDirectory } from '../xlsx/zip-directory.ts';
import { checkDeclaredSize, inflatePart } from '../xlsx/zip-part.ts';

/** An .xlsb whose parts are checked and stored without compression, so that nobody need inflate them again. */
export interface RepackedZip {
  readonly bytes: Uint8Array;
  /** Names of all parts in lower case, those left out too. */
  readonly parts: readonly string[];
}

/**
 * Checks a zip as strictly as that of an .xlsx and packs the parts that matter anew.
 *
 * SheetJS would inflate them itself, in code that hangs on one flipped bit and checks no sum.
 *
 * @throws RefusalError
 */
export function repackZip(bytes: Uint8Array, limits: Limits): RepackedZip {
  const directory = readZipDirectory(bytes, limits);
  const parts: Record<string, Uint8Array> = {};
  let inflated = 0;
  for (const [key, entry] of directory) {
    if (!matters(key)) continue;
    checkDeclaredSize(entry, limits);
    inflated += entry.size;
    if (inflated > limits.inflatedBytes) throw new RefusalError(refuse('TOO_BIG'));
    const part = inflatePart(bytes, entry);
    if (key.endsWith('.xml')) checkXml(part, entry.name);
    parts[entry.name] = part;
  }
  return { bytes: zipSync(parts, { level: 0 }), parts: [...directory.keys()] };
}

/** Whether a part holds cells or what cells need; pictures, macros and thumbnails do not. */
function matters(key: string): boolean {
  if (key.startsWith('xl/printersettings/') || key === 'xl/vbaproject.bin') return false;
  return key.endsWith('.xml') || key.endsWith('.rels') || key.endsWith('.bin');
}

function checkXml(part: Buffer, name: string): void {
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY'))
    throw new RefusalError(refuse('DTD_NOT_ALLOWED', name));
  if (name === 'META-INF/manifest.xml' && part.includes('encryption-data'))
    throw new RefusalError(refuse('ENCRYPTED'));
}
