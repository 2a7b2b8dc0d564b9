import { closedUp, labelOf } from '../model/label.ts';
import type { Template } from '../model/template.ts';
import type { Sheet } from '../model/workbook.ts';
import type { LabelRow } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import { titlesAlike } from './meanings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text of a sheet or its names that holds the title of some template. */
export interface FoundTitle {
  readonly text: string;
  /** Null for the names of sheet and file, which stand above everything. */
  readonly row: number | null;
  readonly weight: number;
  /** Length of the longest title in it, by template. */
  readonly lengths: ReadonlyMap<Template, number>;
  readonly longest: number;
}

/** A row with more texts than this is no title row. */
export const fewCells = 4;

/** A title on the sheet counts most, then the sheet's name, then the file's. */
export function titlesOn(
  sheet: Sheet,
  rows: readonly LabelRow[],
  fileName: string,
  vocabulary: Vocabulary,
  by: 'equal' | 'alike',
): readonly FoundTitle[] {
  const { titles } = vocabulary;
  const cellsOf = (row: number | null) => rows.find((one) => one.row === row)?.cells.length ?? 1;
  const texts: readonly (readonly [string, number | null, number])[] = [
    ...rows.flatMap(({ row, cells }) =>
      cells.length > fewCells ? [] : cells.map((cell) => [withoutRemark(cell.text), row, 1] as const),
    ),
    [sheet.name, null, 0.8],
    [fileName.replace(/\.[^.]*$/, ''), null, 0.7],
  ];
  const found: FoundTitle[] = [];
  // What a sheet or file is called, if merely like a title, counts for nothing beside a title on the sheet.
  let bearsTitle = false;
  for (const [text, row, weight] of texts) {
    if (text.length > 80 || text.length < 3) continue;
    const { key } = labelOf(text);
    const shorter = key.replace(filling, '');
    const lengths = new Map<Template, number>();
    // Titles come longest first.
    for (const title of titles) {
      if (
        title.key.length <= key.length &&
        !lengths.has(title.template) &&
        (key.includes(title.key) || shorter.includes(title.key))
      ) {
        lengths.set(title.template, title.key.length);
      }
    }
    if (lengths.size > 0) {
      found.push({ text, row, weight, lengths, longest: Math.max(...lengths.values()) });
      bearsTitle ||= row !== null;
    } else if (by === 'alike' && cellsOf(row) <= 2 && (row !== null || !bearsTitle)) {
      found.push(...alikeTitle(text, row, weight, vocabulary));
    }
  }
  return found;
}

/** What offices put before 表 that says nothing of what the table is: 监控情况统计表. */
const filling = /(?:情况|统计|汇总|一览|明细|登记)+(?=表|台账)/g;

/** 项目经费使用进度表（单位：万元）: what a title says of the sheet in brackets is no part of it. */
function withoutRemark(text: string): string {
  return closedUp(text.replace(/[（(][^（()）]*[:：][^（()）]*[）)]/g, ''));
}

/** A text that has nearly all the words of a title, in another order or with others between. */
function alikeTitle(
  text: string,
  row: number | null,
  weight: number,
  { titleMeanings, templates }: Vocabulary,
): readonly FoundTitle[] {
  if (/[:：]/.test(text)) return [];
  // What stands before the year is the office.
  const words = text.replace(/^[^（(]{2,30}?(?=(?:19|20)\d\d年)/, '');
  const alike = titlesAlike(termsOf(labelOf(words)), titleMeanings);
  if (alike.size === 0) return [];
  const lengths = new Map<Template, number>();
  for (const { template } of templates) {
    const shared = alike.get(template.id)?.shared;
    if (shared !== undefined) lengths.set(template, shared);
  }
  const likest = Math.max(...[...alike.values()].map(({ score }) => score));
  return [{ text, row, weight: weight * likest, lengths, longest: Math.max(...lengths.values()) }];
}

/** The title a template has above its heading; a longer title of another template in the same text takes most of it away. */
export function titleOf(
  template: Template,
  titles: readonly FoundTitle[],
  firstRow: number,
  isForm: boolean,
): { readonly text: string | null; readonly row: number | null; readonly weight: number } {
  let best: { text: string | null; row: number | null; weight: number } = {
    text: null,
    row: null,
    weight: 0,
  };
  const isOthers = titles.some(
    ({ row, weight, lengths }) => row !== null && row < firstRow && weight === 1 && !lengths.has(template),
  );
  for (const { text, row, weight, lengths, longest } of titles) {
    const own = lengths.get(template);
    // A form may begin with its labels; what stands below the heading of a list is a project, however it is called.
    if (own === undefined || (row !== null && row >= firstRow && (row > 3 || !isForm))) continue;
    // Where the sheet bears another's title, its name and its file's say little.
    const counted = own === longest && !(isOthers && row === null) ? weight : weight * 0.3;
    // Of several the nearest above the heading.
    if (counted > best.weight || (counted === best.weight && row !== null))
      best = { text, row, weight: counted };
  }
  return best;
}
