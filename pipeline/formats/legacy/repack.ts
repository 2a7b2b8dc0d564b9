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
    if (key === 'xl/workbook.bin') checkSheetList(part, entry.name);
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

const bundledSheet = 156;

/**
 * Sees that the names of sheets lie where released programs write them. In the trial versions of Excel 2007 their lengths
 * took two bytes, not four, and the library would read names from elsewhere in the part.
 * Source: [MS-XLSB] 2.1.4 and BrtBundleSh.
 */
function checkSheetList(part: Buffer, name: string): void {
  for (let position = 0; position < part.length; ) {
    const type = readNumber(part, position, 2);
    const length = readNumber(part, type.end, 4);
    const end = length.end + length.value;
    if (end > part.length) throw new RefusalError(refuse('CORRUPT', name));
    if (type.value === bundledSheet && endOfText(part, endOfText(part, length.end + 8)) !== end)
      throw new RefusalError(refuse('UNSUPPORTED_FORMAT', trialVersion));
    position = end;
  }
}

const trialVersion = { zh: 'Excel 2007 测试版的 .xlsb', en: 'the .xlsb of a trial version of Excel 2007' };

/** A number in bytes of seven bits each, the lowest first; the eighth bit says that more follow. */
function readNumber(part: Buffer, start: number, mostBytes: number): { value: number; end: number } {
  let value = 0;
  let position = start;
  for (let shift = 0; shift < mostBytes * 7; shift += 7) {
    const byte = part[position++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return { value, end: position };
}

/** Where a text ends that begins with the number of its characters, of two bytes each. */
function endOfText(part: Buffer, start: number): number {
  return start + 4 <= part.length ? start + 4 + part.readUInt32LE(start) * 2 : start;
}
