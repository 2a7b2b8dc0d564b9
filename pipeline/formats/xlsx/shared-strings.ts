import type { Limits } from '../limits.ts';
import type { SharedTexts } from '../sheet-grid.ts';
import { giveUp } from './refusal-error.ts';
import { readRichText } from './rich-text.ts';
import { Token, type XmlPlace, XmlScanner } from './xml-scanner.ts';
import { unescapeCellText } from './xml-text.ts';

/**
 * The texts that cells of a workbook refer to by index. Plain ones stay bytes until a cell is looked at; only those
 * with runs or references are made into strings at once.
 */
export class SharedStrings implements SharedTexts {
  count = 0;
  private bytes: Buffer;
  private starts = new Uint32Array(256);
  private ends = new Uint32Array(256);
  private readonly decoded: string[] = [];

  private constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  static readonly none = new SharedStrings(Buffer.alloc(0));

  /** @throws RefusalError */
  static read(part: string, bytes: Buffer, limits: Limits): SharedStrings {
    const strings = new SharedStrings(bytes);
    const scanner = new XmlScanner(part, bytes, limits);
    for (;;) {
      const { position, depth } = scanner;
      const token = scanner.next();
      if (token === Token.end) break;
      if (token !== Token.open) continue;
      if (scanner.depth === 1 && scanner.tag !== 'sst') giveUp('CORRUPT', part);
      if (scanner.tag === 'mc:AlternateContent' && scanner.depth === 2) giveUp('CORRUPT', part);
      if (scanner.tag === 'si' && scanner.depth === 2) strings.readItem(scanner, { position, depth }, limits);
    }
    return strings;
  }

  text(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    if (index >= this.count) throw new RangeError(`no shared text ${index}`);
    const text = unescapeCellText(this.bytes.toString('utf8', this.starts[index], this.ends[index]));
    this.decoded[index] = text;
    return text;
  }

  /** Reads the `<si>` just opened, which begins at a place. */
  private readItem(scanner: XmlScanner, start: XmlPlace, limits: Limits): void {
    const index = this.count++;
    if (index === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    if (readPlainItem(scanner)) {
      this.starts[index] = scanner.textStart;
      this.ends[index] = scanner.textEnd;
      if (scanner.textEnd - scanner.textStart <= limits.cellText) return;
      checkLength(this.text(index), limits);
      return;
    }
    scanner.rewind(start);
    scanner.next();
    const text = readRichText(scanner) ?? '';
    checkLength(text, limits);
    this.decoded[index] = text;
  }
}

/** Reads `<t>…</t></si>` when it is nothing but plain text; false when it is anything else, read or not. */
function readPlainItem(scanner: XmlScanner): boolean {
  if (scanner.next() !== Token.open || scanner.tag !== 't') return false;
  if (scanner.next() !== Token.text || !scanner.textIsPlain) return false;
  const { depth, textStart, textEnd } = scanner;
  if (scanner.next() !== Token.close || scanner.next() !== Token.close || scanner.depth !== depth - 2)
    return false;
  return scanner.textStart === textStart && scanner.textEnd === textEnd;
}

function checkLength(text: string, limits: Limits): void {
  if (text.length > limits.cellText) giveUp('FIELD_TOO_LONG', `${text.length} > ${limits.cellText}`);
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
