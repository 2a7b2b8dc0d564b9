import { cellAddress } from '../../pipeline/model/address.ts';
import { monthOf, yearOf } from '../../pipeline/model/period.ts';
import type { Field, Template } from '../../pipeline/model/template.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { cellValue, formatOf, lookOf } from './cell-content.ts';
import type { CellContent, Issue } from './content.ts';
import { labelText } from './headings.ts';
import {
  hasAmounts,
  hasFormulas,
  heightFor,
  pageWidth,
  type SheetLayout,
  type Span,
  wideSheet,
} from './sheet-layout.ts';
import type { CellPlan, CheckPlan, SheetPlan } from './sheet-plan.ts';
import { sum } from './spans.ts';
import { tableCells } from './table-cells.ts';
import { wordsIn } from './words.ts';

/** The sheet of the form: title, unit line, form fields, tables, a note and the signature line. */
export function officialSheet(
  template: Template,
  layout: SheetLayout,
  issue: Issue,
  language: Language,
): SheetPlan {
  const last = layout.widths.length;
  const unit = issue.amountUnit ?? template.amountUnit;
  const half = Math.max(1, Math.floor(last / 2));
  const cells: CellPlan[] = [
    { row: 1, column: 1, lastColumn: last, look: 'title', value: titleOf(template, issue) },
    {
      row: 2,
      column: 1,
      lastColumn: half,
      look: 'line',
      value: `填报单位（盖章）：${issue.unit ?? ''}`,
      isOpen: true,
    },
    {
      row: 2,
      column: half + 1,
      lastColumn: last,
      look: 'lineRight',
      value: hasAmounts(layout, template) ? `金额单位：${unit}` : '',
    },
  ];
  const checks: CheckPlan[] = [];
  const heights = new Map<number, number>([
    [1, 36],
    [2, 20],
  ]);
  for (const { row, text } of layout.banners) {
    heights.set(row, 20);
    cells.push({ row, column: 1, lastColumn: last, look: 'banner', value: text });
  }
  for (const [name, { row, label, value }] of layout.form) {
    const field = template.form[name];
    if (field === undefined) continue;
    const content = cellValue(field, issue.content?.form?.[name] ?? prefilled(name, issue));
    const text = labelText(field, issue);
    cells.push(
      { row, column: label.first, lastColumn: label.last, look: 'label', value: text },
      {
        row,
        column: value.first,
        lastColumn: value.last,
        look: lookOf(field) === 'centred' ? 'centred' : field.kind === 'text' ? 'text' : 'figure',
        format: formatOf(field, unit),
        isOpen: true,
        ...(content === null ? {} : { value: content }),
      },
    );
    const texts = [
      { text, width: widthOf(layout, label) },
      ...(typeof content === 'string' ? [{ text: content, width: widthOf(layout, value) }] : []),
    ];
    heights.set(row, Math.max(heights.get(row) ?? 0, heightFor(texts, field.prose ? 58 : 24)));
    const check = checkOf(field, cellAddress(row, value.first), language);
    if (check !== null) checks.push(check);
  }
  for (const [name, place] of layout.tables) {
    const table = tableCells(place, issue.content?.tables?.[name] ?? { rows: [] }, {
      widths: layout.widths,
      unit,
      period: issue.period,
    });
    cells.push(...table.cells);
    for (const [row, height] of table.heights) heights.set(row, Math.max(heights.get(row) ?? 0, height));
    for (const [field, { first }] of place.columns) {
      const [top, bottom] = [place.rows[0]?.number, place.rows.at(-1)?.number];
      const definition = place.layout.fields[field];
      if (top === undefined || bottom === undefined || definition === undefined) continue;
      if (place.rows.some((row) => row.name !== null) && field === place.layout.identity.name) continue;
      const check = checkOf(definition, `${cellAddress(top, first)}:${cellAddress(bottom, first)}`, language);
      if (check !== null) checks.push(check);
    }
  }
  cells.push(
    {
      row: layout.noteRow,
      column: 1,
      lastColumn: last,
      look: 'note',
      value: `注：${hasFormulas(layout) ? '灰底单元格由公式算出；' : ''}各栏目的填法见工作表“填报说明”。`,
    },
    {
      row: layout.signatureRow,
      column: 1,
      lastColumn: last,
      look: 'line',
      value: signatureLine(issue),
      isOpen: true,
    },
  );
  heights.set(layout.noteRow, 18);
  heights.set(layout.signatureRow, 28);
  const list = layout.isList ? [...layout.tables.values()][0] : undefined;
  return {
    name: template.title.zh,
    widths: layout.widths,
    heights,
    cells,
    checks,
    frozen: list === undefined ? null : { rows: list.headingRows.last, columns: frozenColumns(layout, list) },
    titleRows: list === undefined ? null : list.headingRows,
    lastRow: layout.signatureRow,
    // On A4 so many columns would be printed at little more than half their size.
    paper: sum(layout.widths) > wideSheet ? 'A3' : 'A4',
    // A form that is mostly prose reads like a letter.
    orientation: !layout.isList && sum(layout.widths) < 1.05 * pageWidth ? 'portrait' : 'landscape',
  };
}

/** `2023年6月项目分月支出进度表`; forms about a whole year carry the year alone. */
function titleOf(template: Template, { period }: Issue): string {
  const title = template.title.zh;
  if (period === null) return template.anyPeriod ? `${title}（　　　年度）` : `${title}（　　　年　　月）`;
  return `${yearOf(period)}年${template.anyPeriod ? '度' : `${monthOf(period)}月`}${title}`;
}

/** Form fields that the issue itself answers. */
function prefilled(name: string, { unit }: Issue): CellContent {
  return name === 'unitName' || name === 'applicant' ? unit : null;
}

const signers = ['单位负责人', '财务负责人', '填表人', '联系电话', '填报日期'] as const;

function signatureLine({ content }: Issue): string {
  return signers.map((label) => `${label}：${content?.signatures?.[label] ?? ''}`).join('　　　　　　');
}

function widthOf({ widths }: SheetLayout, { first, last }: Span): number {
  return sum(widths.slice(first - 1, last));
}

/** Sequence, code and name stay in view as long as they leave room for the rest. */
function frozenColumns(
  layout: SheetLayout,
  place: {
    readonly columns: ReadonlyMap<string, Span>;
    readonly layout: { readonly identity: { readonly name: string } };
  },
): number {
  const last = place.columns.get(place.layout.identity.name)?.last ?? 0;
  return widthOf(layout, { first: 1, last }) <= 60 ? last : 0;
}

function checkOf(field: Field, range: string, language: Language): CheckPlan | null {
  const words = wordsIn(language);
  const title = field.title[language].slice(0, 30);
  if (field.choices !== undefined)
    return {
      range,
      kind: 'list',
      list: field.choices.map(({ word }) => word),
      isStrict: true,
      title,
      message: words.checkList,
    };
  if (field.suggested !== undefined)
    return { range, kind: 'list', list: field.suggested, title, message: words.checkList };
  if (field.kind === 'yesNo')
    return {
      range,
      kind: 'list',
      list: field.ticked ? ['√'] : ['是', '否'],
      isStrict: true,
      title,
      message: words.checkList,
    };
  if (field.kind === 'amount' || field.kind === 'number' || field.kind === 'rate')
    return { range, kind: 'number', title, message: words.checkNumber };
  return field.kind === 'date' ? { range, kind: 'date', title, message: words.checkDate } : null;
}
