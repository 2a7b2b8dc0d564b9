import type { Sheet } from '../../model/workbook.ts';
import { giveUp } from './refusal-error.ts';
import { Token, type XmlLimits, XmlScanner } from './xml-scanner.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  /** The id of its relationship; empty for a module of macros from Excel 95, which the list still names. */
  readonly relationship: string;
}

/** What the main part of a workbook says. */
export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  /** Names that belong to one sheet are kept as `sheet!name`. */
  readonly definedNames: ReadonlyMap<string, string>;
}

/** @throws RefusalError; NOT_A_WORKBOOK when the part is that of another kind of document */
export function readWorkbookPart(part: string, bytes: Buffer, limits: XmlLimits): WorkbookPart {
  const scanner = new XmlScanner(part, bytes, limits);
  const sheets: SheetEntry[] = [];
  const names: { name: string; sheet: string | null; text: string }[] = [];
  let date1904: boolean | null = null;
  for (let token = scanner.next(); token !== Token.end; token = scanner.next()) {
    if (token !== Token.open) continue;
    if (scanner.depth === 1 && scanner.tag !== 'workbook') giveUp('NOT_A_WORKBOOK', part);
    if (scanner.tag === 'workbookPr' && scanner.depth === 2) {
      if (date1904 !== null) giveUp('CORRUPT', part);
      date1904 = scanner.flag('date1904');
    } else if (scanner.tag === 'sheet') {
      if (scanner.parent !== 'sheets' || scanner.depth !== 3) giveUp('CORRUPT', part);
      sheets.push(readSheetEntry(scanner, part));
    } else if (scanner.tag === 'sheets' && sheets.length > 0) giveUp('CORRUPT', part);
    else if (scanner.tag === 'definedName' && scanner.parent === 'definedNames') {
      const name = scanner.attribute('name') ?? giveUp('CORRUPT', part);
      const sheet = scanner.attribute('localSheetId');
      names.push({ name, sheet, text: scanner.readContent() ?? '' });
    }
  }
  if (sheets.length === 0) giveUp('CORRUPT', { zh: '没有工作表', en: 'no sheets' });
  refuseRepeatedNames(sheets);

  const definedNames = new Map<string, string>();
  for (const { name, sheet, text } of names) {
    const owner = sheet === null ? undefined : sheets[Number(sheet)];
    definedNames.set(owner === undefined ? name : `${owner.name}!${name}`, text);
  }
  return { date1904: date1904 ?? false, sheets, definedNames };
}

function readSheetEntry(scanner: XmlScanner, part: string): SheetEntry {
  const name = scanner.attribute('name') ?? '';
  const relationship = scanner.relationshipAttribute('id') ?? giveUp('CORRUPT', part);
  if (name === '') giveUp('CORRUPT', part);
  const state = scanner.attribute('state');
  // Some writers invent words for sheets that are shown.
  const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
  return { name, relationship, visibility };
}

/** Sheets are told apart by their names, upper and lower case being the same. */
function refuseRepeatedNames(sheets: readonly SheetEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const key = name.toLowerCase();
    if (seen.has(key)) giveUp('DUPLICATE_SHEET', name);
    seen.add(key);
  }
}
