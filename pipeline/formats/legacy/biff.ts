import { type Refusal, refuse } from '../../model/refusal.ts';

/** What a walk over the records of an .xls says about it. */
export interface BiffFacts {
  /** Whether cells are encrypted with a password. */
  readonly isEncrypted: boolean;
  readonly hasExternalLinks: boolean;
}

/**
 * Walks the records of a workbook stream from the first to the last without reading cells.
 *
 * Refuses with TRUNCATED when a record or a sheet ends beyond the stream, with CORRUPT when a sheet does not begin where
 * the workbook says. The library that reads the cells notices neither and would give the sheets in part.
 * Source: [MS-XLS] 2.1.
 */
export function walkBiff(stream: Uint8Array): BiffFacts | Refusal {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8) return refuse('TRUNCATED');
  if (view.getUint16(0, true) !== Record.beginning)
    return refuse('CORRUPT', { zh: '开头有误', en: 'bad beginning' });

  const sheetPositions: number[] = [];
  let hasExternalLinks = false;
  let isEncrypted = false;
  const end = walkSubstream(view, 0, (type, offset, length) => {
    if (type === Record.filePass) isEncrypted = true;
    if (type === Record.boundSheet && length >= 4) sheetPositions.push(view.getUint32(offset, true));
    if (type === Record.supportingBook && length >= 4 && !ownBooks.has(view.getUint16(offset + 2, true))) {
      hasExternalLinks = true;
    }
  });
  if (isEncrypted) return { isEncrypted, hasExternalLinks };
  if (end === null) return refuse('TRUNCATED');
  if (sheetPositions.length === 0) return refuse('CORRUPT', { zh: '没有工作表', en: 'it has no sheet' });

  for (const position of sheetPositions) {
    if (position + 8 > stream.length) return refuse('TRUNCATED');
    if (view.getUint16(position, true) !== Record.beginning) {
      return refuse('CORRUPT', { zh: '工作表位置有误', en: 'a sheet is not where it should be' });
    }
    if (walkSubstream(view, position, () => undefined) === null) return refuse('TRUNCATED');
  }
  return { isEncrypted, hasExternalLinks };
}

const Record = {
  beginning: 0x0809,
  end: 0x000a,
  filePass: 0x002f,
  boundSheet: 0x0085,
  supportingBook: 0x01ae,
} as const;

/** Marks of references to the workbook itself and to add-in functions, where others give the name of a file. */
const ownBooks = new Set([0x0401, 0x3a01]);

/** Visits the records from a beginning to its end, charts inside included; null when the stream ends before. */
function walkSubstream(
  view: DataView,
  start: number,
  visit: (type: number, offset: number, length: number) => void,
): number | null {
  let depth = 0;
  for (let position = start; position + 4 <= view.byteLength; ) {
    const type = view.getUint16(position, true);
    const length = view.getUint16(position + 2, true);
    if (position + 4 + length > view.byteLength) return null;
    if (type === Record.beginning) depth += 1;
    if (type === Record.end) depth -= 1;
    visit(type, position + 4, length);
    position += 4 + length;
    if (depth === 0) return position;
  }
  return null;
}
