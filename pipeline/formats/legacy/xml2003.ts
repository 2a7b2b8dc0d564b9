import { type Refusal, refuse } from '../../model/refusal.ts';
import type { Limits } from '../limits.ts';
import { parseNumber } from '../xlsx/number-text.ts';
import { giveUp, RefusalError } from '../xlsx/refusal-error.ts';
import { Token, XmlScanner } from '../xlsx/xml-scanner.ts';

/**
 * Checks an XML spreadsheet of 2003 before SheetJS reads it, which takes what there is of a broken one for all of it
 * and a number that is none for zero. Null when it is well-formed and its numbers are numbers.
 */
export function checkXml2003(text: string, limits: Limits): Refusal | null {
  if (!/<\/(?:ss:)?Workbook\s*>\s*$/.test(text.slice(-200))) return refuse('TRUNCATED');
  const bytes = Buffer.from(text);
  const scanner = new XmlScanner('Workbook', bytes, limits);
  try {
    for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
      if (token !== Token.open || scanner.tag !== '?:Data') continue;
      const type = scanner.attribute('ss:Type') ?? scanner.attribute('Type');
      if (type === 'Number') checkNumber(scanner.readContent() ?? '');
    }
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  return null;
}

function checkNumber(written: string): void {
  const bytes = Buffer.from(written);
  if (Number.isNaN(parseNumber(bytes, 0, bytes.length))) giveUp('CORRUPT', `“${written.slice(0, 40)}”`);
}
