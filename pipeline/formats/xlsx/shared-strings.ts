import type { Limits } from '../limits.ts';
import type { SharedTexts } from '../sheet-grid.ts';
import { giveUp } from './refusal-error.ts';
import { readRichText } from './rich-text.ts';
import { Token, XmlScanner } from './xml-scanner.ts';
import { endOfPlainText, isAt, unescapeCellText } from './xml-text.ts';

const itemStart = Buffer.from('<si><t>');
const itemEnd = Buffer.from('</t></si>');

/** Texts of a workbook with no more of them stay strings once they were looked at. */
const fewTexts = 2 ** 16;
/** Of more, these many looked at last: a column of names is walked over, and few of them are met again soon. */
const mostRecent = 2 ** 12;

/** A part of no more bytes is held as it is. */
const shortPart = 2 ** 16;

/**
 * The texts that cells of a workbook refer to by index. Plain ones stay bytes until a cell is looked at, one behind the
 * other; only those with runs or references are made into strings at once.
 */
export class SharedStrings implements SharedTexts {
  count = 0;
  private bytes: Buffer;
  /** Where each text begins and ends in the bytes. */
  private starts = new Uint32Array(256);
  private ends = new Uint32Array(256);
  /** How the last item ended that had plain text and something without text behind it. */
  private itemTail: Uint8Array = itemEnd;
  /** Those that were made into strings when they were read. */
  private readonly made = new Map<number, string>();
  /** Those looked at lately, each in the slot of its index, and what stands in the slots: its index and 1, or 0. */
  private readonly recent: string[] = [];
  private inSlots = new Uint32Array(0);

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
      const { position } = scanner;
      const token = scanner.next();
      if (token === Token.end) break;
      if (token !== Token.open) continue;
      if (scanner.depth === 1 && scanner.tag !== 'sst') giveUp('CORRUPT', part);
      if (scanner.tag === 'mc:AlternateContent' && scanner.depth === 2) giveUp('CORRUPT', part);
      if (scanner.tag === 'si' && scanner.depth === 2) strings.readItem(scanner, position, limits);
    }
    if (bytes.length > shortPart) strings.pack();
    strings.inSlots = new Uint32Array(strings.count <= fewTexts ? strings.count : mostRecent);
    return strings;
  }

  text(index: number): string {
    const slot = index % this.inSlots.length;
    if (this.inSlots[slot] === index + 1) return this.recent[slot] ?? '';
    if (index >= this.count) throw new RangeError(`no shared text ${index}`);
    const text =
      this.made.get(index) ??
      unescapeCellText(this.bytes.toString('utf8', this.starts[index], this.ends[index]));
    this.recent[slot] = text;
    this.inSlots[slot] = index + 1;
    return text;
  }

  /** Leaves the markup behind: texts alone are half of a long part. */
  private pack(): void {
    const { bytes, starts, ends, count } = this;
    let length = 0;
    for (let index = 0; index < count; index++) length += (ends[index] ?? 0) - (starts[index] ?? 0);
    const packed = Buffer.allocUnsafe(length);
    const places = new Uint32Array(count + 1);
    let used = 0;
    for (let index = 0; index < count; index++) {
      places[index] = used;
      const end = ends[index] ?? 0;
      // Short as texts are, byte by byte is quicker than a call for each.
      for (let position = starts[index] ?? 0; position < end; position++)
        packed[used++] = bytes[position] ?? 0;
    }
    places[count] = used;
    this.starts = places;
    this.ends = places.subarray(1); // one ends where the next begins
    this.bytes = packed;
    this.itemTail = itemEnd; // it is a part of the bytes that are left behind
  }

  /**
   * Reads the item before which the scanner stands if it is written as nearly all are, `<si><t>预算数</t></si>`, or ends
   * like one before it: Excel in Chinese puts the same `<phoneticPr …/>` behind every text. Leaves any other to the
   * scanner and `readItem`, and answers false.
   */
  private readCommonItem(scanner: XmlScanner, limits: Limits): boolean {
    const { bytes, position } = scanner;
    if (!isAt(bytes, position, itemStart)) return false;
    const start = position + itemStart.length;
    const end = endOfPlainText(bytes, start);
    const tail = isAt(bytes, end, itemEnd) ? itemEnd : this.itemTail;
    if (end - start > limits.cellText || !isAt(bytes, end, tail)) return false;
    this.add(start, end);
    scanner.position = end + tail.length;
    return true;
  }

  /** Reads the `<si>` just opened, which begins at a position. Its text is made at once: it may have runs or references. */
  private readItem(scanner: XmlScanner, position: number, limits: Limits): void {
    const text = readRichText(scanner) ?? '';
    checkLength(text, limits);
    this.made.set(this.count, text);
    this.add(0, 0);

    const { bytes } = scanner;
    const start = position + itemStart.length;
    const end = endOfPlainText(bytes, start);
    const isAllOfIt = isAt(bytes, position, itemStart) && text === bytes.toString('utf8', start, end);
    if (isAllOfIt) this.itemTail = bytes.subarray(end, scanner.position);
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

function checkLength(text: string, limits: Limits): void {
  if (text.length > limits.cellText) giveUp('FIELD_TOO_LONG', `${text.length} > ${limits.cellText}`);
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
