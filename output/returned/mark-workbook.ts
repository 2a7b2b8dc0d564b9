import { parseAddress } from '../../pipeline/model/address.ts';
import { type EarlierReturn, receiptSheetNames, reviewSheetNames } from '../../pipeline/model/receipt.ts';
import type { Finding } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { levelOf } from '../finding-columns.ts';
import { labelsOf } from '../labels.ts';
import { cellText } from '../safe-text.ts';
import { type Note, writeNotes } from './cell-notes.ts';
import { clearCells, markCells } from './mark-cells.ts';
import { markColours } from './mark-colours.ts';
import { Package } from './package.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { numberedFindings, type Review, reviewSheet } from './review-sheet.ts';
import { layoutOf, type SheetLayout, shownCell } from './sheet-layout.ts';
import { StyleSheet } from './style-sheet.ts';
import { type ReturnWords, returnWords } from './words.ts';
import { WorkbookPart } from './workbook-part.ts';
import { attributeOf, type Edit, edited, elementsAt } from './xml-tags.ts';

/** Names of a workbook's sheets, in its order. @throws CannotPatch when it is built in a way that is not changed */
export function sheetNamesOf(bytes: Uint8Array): readonly string[] {
  return new WorkbookPart(new Package(bytes)).sheets.map(({ name }) => name);
}

/** Everything a returned workbook says. */
export interface ReturnTask extends Omit<Review, 'receipt'> {
  readonly ruleSet: string;
  /** Of the file as handed in. */
  readonly sha256: string;
  /** The batch's month, `2023-06`; `period` is how a reader says it. */
  readonly batch: string;
  /** Our sheets in a workbook that was returned before: they are written anew. */
  readonly earlier: EarlierReturn | null;
}

/**
 * A workbook with its findings marked in it: grounds and notes on the cells, a first sheet 核验意见, a hidden receipt.
 *
 * Only the parts that change are written anew; every other one is copied as it is, compressed bytes and all. No value is
 * touched. The same workbook and findings give the same bytes.
 *
 * @param bytes an .xlsx or .xlsm file that the strict reader has read
 * @throws CannotPatch when the workbook is built in a way that this does not change safely
 */
export function markWorkbook(bytes: Uint8Array, task: ReturnTask, language: Language): Uint8Array {
  const parts = new Package(bytes);
  const workbook = new WorkbookPart(parts);
  const names = task.earlier ?? {
    review: freeSheetName(workbook, reviewSheetNames[language]),
    receipt: freeSheetName(workbook, receiptSheetNames[language]),
  };
  const styles = new StyleSheet(workbook.stylesPart === null ? null : parts.read(workbook.stylesPart));
  const findings = numberedFindings(task.findings, task.path);
  const words = returnWords(language);
  const places = placesOf(findings, task.path);

  const sheets = workbook.sheets.filter(({ part }) => part !== null);
  const active = workbook.sheets[workbook.active]?.part ?? null;
  const partOf = (name: string) => workbook.sheets.find((sheet) => sheet.name === name)?.part ?? null;
  const [oldReview, oldReceipt] = [partOf(names.review), partOf(names.receipt)];
  const isReturnedAgain = oldReview !== null && oldReceipt !== null;
  // Two sheets selected at once are edited together: the review shows first only when no other stays selected.
  const opensFirst = isReturnedAgain
    ? active === oldReview
    : sheets.every(
        ({ name, part }) =>
          part === null || (part === active && places.has(name)) || !isSelected(parts, part),
      );
  for (const { name, part } of sheets) {
    const marked =
      places.get(name) ??
      (isReturnedAgain && part !== oldReview && part !== oldReceipt ? new Map() : undefined);
    if (part === null || marked === undefined) continue;
    const xml = parts.read(part);
    const layout = layoutOf(xml);
    const cells = shownCells(marked, layout);
    const grounds = groundsOf(cells);
    const edits: Edit[] = [
      ...markCells(xml, layout, grounds, (style, colour) => styles.withFill(style, colour)),
      ...(isReturnedAgain ? clearCells(xml, layout, grounds, styles) : []),
      ...writeNotes(
        parts,
        part,
        xml,
        layout,
        notesOf(cells, words, language),
        labelsOf(language).product,
        isReturnedAgain ? words.settled : null,
      ),
    ];
    if (opensFirst && !isReturnedAgain) edits.push(...deselected(xml, layout));
    parts.write(part, edited(xml, edits));
  }

  const named = new Set(sheets.map(({ name }) => name));
  const review = reviewSheet({ ...task, receipt: names.receipt }, styles, named, opensFirst, language);
  const receipt = receiptSheet({ ...task, period: task.batch, review: names.review, findings }, language);
  if (isReturnedAgain) {
    parts.write(oldReview, review);
    parts.write(oldReceipt, receipt);
  } else {
    const add = (xml: string) => {
      const part = parts.freeName(`${workbook.folder}worksheets/sheet`, '.xml');
      parts.write(part, xml);
      parts.addContentType(part, worksheetType);
      return parts.addLink(workbook.part, 'worksheet', part);
    };
    workbook.addSheets(
      { name: names.review, link: add(review) },
      { name: names.receipt, link: add(receipt) },
      opensFirst,
    );
  }

  // Some programs do not follow the link to the styles: they look for this name.
  const usualPart = `${workbook.folder}styles.xml`;
  const freePart = parts.zip.has(usualPart) ? parts.freeName(`${workbook.folder}styles`, '.xml') : usualPart;
  const stylesPart = workbook.stylesPart ?? freePart;
  parts.write(stylesPart, styles.finish());
  if (workbook.stylesPart === null) {
    parts.addContentType(stylesPart, stylesType);
    parts.addLink(workbook.part, 'styles', stylesPart);
  }
  return parts.zip.finish();
}

const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const stylesType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The name, or the name with (2), (3) … where the workbook has a sheet of that name already. */
function freeSheetName({ sheets }: WorkbookPart, name: string): string {
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}(${number})`;
  return free;
}

interface Said {
  readonly finding: Finding;
  /** Its number on the review. */
  readonly number: number;
}

/** What is said of each cell of this file: sheet → address → findings. Notices have nothing to mark. */
function placesOf(
  findings: readonly Finding[],
  path: string,
): ReadonlyMap<string, ReadonlyMap<string, readonly Said[]>> {
  const places = new Map<string, Map<string, Said[]>>();
  for (const [index, finding] of findings.entries()) {
    if (levelOf(finding) === 'notice') continue;
    for (const { file, sheet, cell } of finding.where) {
      if (file !== path || sheet === null || cell === null) continue;
      // A row stands for its first cell.
      const address = cell.replace(/^(\d{1,7}):\d{1,7}$/, 'A$1');
      if (parseAddress(address) === null) continue;
      const cells = places.get(sheet) ?? new Map<string, Said[]>();
      places.set(sheet, cells);
      const said = cells.get(address) ?? [];
      cells.set(address, said);
      if (said.at(-1)?.finding !== finding) said.push({ finding, number: index + 1 });
    }
  }
  return places;
}

interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly said: Said[];
}

/** Marked cells as they show, in the order of the sheet: what lies under a merge is marked on the merge. */
function shownCells(
  marked: ReadonlyMap<string, readonly Said[]>,
  layout: SheetLayout,
): readonly MarkedCell[] {
  const cells = new Map<string, MarkedCell>();
  for (const [address, said] of marked) {
    const place = parseAddress(address);
    if (place === null) continue;
    const { row, column } = shownCell(layout, place.row, place.column);
    const cell = cells.get(`${row} ${column}`) ?? { row, column, said: [] };
    cells.set(`${row} ${column}`, cell);
    for (const one of said) if (!cell.said.some(({ number }) => number === one.number)) cell.said.push(one);
  }
  return [...cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
}

function groundsOf(cells: readonly MarkedCell[]): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const grounds = new Map<number, Map<number, string>>();
  for (const { row, column, said } of cells) {
    const levels = new Set(said.map(({ finding }) => levelOf(finding)));
    const level = levels.has('error') ? 'error' : levels.has('warning') ? 'warning' : null;
    if (level === null) continue;
    const columns = grounds.get(row) ?? new Map<number, string>();
    grounds.set(row, columns);
    columns.set(column, markColours[level]);
  }
  return grounds;
}

function notesOf(cells: readonly MarkedCell[], words: ReturnWords, language: Language): readonly Note[] {
  const { severity, colon } = labelsOf(language);
  return cells.map(({ row, column, said }) => {
    const ordered = said.toSorted((one, other) => one.number - other.number);
    const lines = ordered
      .slice(0, mostInNote)
      .map(({ finding }) => `${severity[levelOf(finding)]}${colon}${short(finding.message[language])}`);
    lines.push(words.see(ordered.map(({ number }) => number)));
    return { row, column, text: cellText(lines.join('\n')) };
  });
}

const mostInNote = 3;

function short(message: string): string {
  const signs = Array.from(message);
  return signs.length <= 90 ? message : `${signs.slice(0, 89).join('')}…`;
}

/** Whether a sheet is selected, told from its beginning: views stand before the cells. */
function isSelected(parts: Package, part: string): boolean {
  const head = parts.zip.readHead(part);
  const cells = head.search(/<(?:[\w.-]+:)?sheetData/);
  return /tabSelected\s*=\s*["'](1|true)["']/.test(cells === -1 ? head : head.slice(0, cells));
}

function deselected(xml: string, layout: SheetLayout): readonly Edit[] {
  const views = layout.elements.find(({ name }) => name === 'sheetViews');
  if (views === undefined) return [];
  const edits: Edit[] = [];
  for (const { name, tag } of elementsAt(xml.slice(views.tag.start, views.end), 'sheetViews', 2).elements) {
    const view = { start: tag.start + views.tag.start, end: tag.end + views.tag.start };
    const selected = name === 'sheetView' ? attributeOf(xml, view, 'tabSelected') : undefined;
    if (selected !== undefined) edits.push({ start: selected.start, end: selected.end, text: '0' });
  }
  return edits;
}
