import type { Limits } from '../limits.ts';
import type { SharedTexts } from '../sheet-grid.ts';
import { giveUp } from './refusal-error.ts';
import { readRichText } from './rich-text.ts';
import { Token, XmlScanner } from './xml-scanner.ts';
import { endOfPlainText, isAt, unescapeCellText } from './xml-text.ts';

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
      const isBetweenItems = scanner.depth === 1 && !scanner.isSelfClosed && scanner.isMainByDefault;
      if (isBetweenItems) while (strings.readCommonItem(scanner, limits));
      const token = scanner.next();
      if (token === Token.end) break;
      if (token !== Token.open) continue;
      if (scanner.depth === 1 && scanner.tag !== 'sst') giveUp('CORRUPT', part);
      if (scanner.tag === 'mc:AlternateContent' && scanner.depth === 2) giveUp('CORRUPT', part);
      if (scanner.tag === 'si' && scanner.depth === 2) strings.readItem(scanner, limits);
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

  /**
   * Reads the item before which the scanner stands if it is written as nearly all are, `<si><t>预算数</t></si>`. Leaves
   * any other to the scanner and `readItem`, and answers false.
   */
  private readCommonItem(scanner: XmlScanner, limits: Limits): boolean {
    const { bytes, position } = scanner;
    if (!isAt(bytes, position, itemStart)) return false;
    const start = position + itemStart.length;
    const end = endOfPlainText(bytes, start);
    if (end - start > limits.cellText || !isAt(bytes, end, itemEnd)) return false;
    this.add(start, end);
    scanner.position = end + itemEnd.length;
    return true;
  }

  /** Reads the `<si>` just opened. Its text is made at once: it has runs, references or anything else but plain text. */
  private readItem(scanner: XmlScanner, limits: Limits): void {
    const text = readRichText(scanner) ?? '';
    checkLength(text, limits);
    this.decoded[this.count] = text;
    this.add(0, 0);
  }

  private add(start: number, end: number): void {
    const index = this.count++;
    if (index === this.starts.length) {
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.starts[index] = start;
    this.ends[index] = end;
  }
}

const itemStart = Buffer.from('<si><t>');
const itemEnd = Buffer.from('</t></si>');

function checkLength(text: string, limits: Limits): void {
  if (text.length > limits.cellText) giveUp('FIELD_TOO_LONG', `${text.length} > ${limits.cellText}`);
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
