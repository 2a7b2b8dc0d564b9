import { isDateFormat } from '../../model/number-format.ts';
import type { Limits } from '../limits.ts';
import { maxNumberFormats } from '../sheet-grid.ts';
import { builtinFormats } from './builtin-formats.ts';
import { giveUp } from './refusal-error.ts';
import { Token, XmlScanner } from './xml-scanner.ts';

/** All that is asked of a cell's style. */
export interface CellFormat {
  /** The number format code; null for General. */
  readonly code: string | null;
  readonly isDate: boolean;
}

const general: CellFormat = { code: null, isDate: false };

/** The styles of a workbook without any: every style of a cell is General. */
export const noStyles: readonly CellFormat[] = [];

/**
 * The number format of each cell style (`cellXfs`), in the order in which cells refer to them. Of an alternative
 * (`mc:AlternateContent`) the fallback counts: Hancom Office wraps every style of its own in one.
 *
 * @throws RefusalError
 */
export function readStyles(part: string, bytes: Buffer, limits: Limits): readonly CellFormat[] {
  const scanner = new XmlScanner(part, bytes, limits);
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let list = '';
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.depth === 1 && scanner.tag !== 'styleSheet') giveUp('CORRUPT', part);
    if (scanner.depth === 2) {
      list = scanner.tag;
      if (list === 'cellXfs' && formatIds.length > 0) giveUp('CORRUPT', part);
    } else if (scanner.tag === 'mc:Choice') scanner.skipElement();
    else if (scanner.depth === 3 || scanner.parent === 'mc:Fallback') {
      if (scanner.tag === 'numFmt' && list === 'numFmts') {
        const id = formatId(scanner, part);
        const code = scanner.attribute('formatCode') ?? '';
        if ((codes.get(id) ?? code) !== code) giveUp('CORRUPT', `${part}: ${code}`);
        codes.set(id, code);
      } else if (scanner.tag === 'xf' && list === 'cellXfs') formatIds.push(formatId(scanner, part));
    }
  }
  if (codes.size > maxNumberFormats) giveUp('TOO_BIG', part);

  const formats = new Map<number, CellFormat>();
  return formatIds.map((id) => {
    const known = formats.get(id);
    if (known !== undefined) return known;
    const code = codes.get(id) ?? builtinFormats.get(id) ?? 'General';
    const format = code === 'General' || code === '' ? general : { code, isDate: isDateFormat(code) };
    formats.set(id, format);
    return format;
  });
}

/** The format id of a `numFmt` or `xf`; styles that name none are General, whose id is 0. */
function formatId(scanner: XmlScanner, part: string): number {
  const id = scanner.attribute('numFmtId') ?? '0';
  if (!/^\d{1,10}$/.test(id)) giveUp('CORRUPT', part);
  return Number(id);
}
