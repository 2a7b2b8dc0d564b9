import { foldText } from '../model/label.ts';
import type { LabelRow } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import type { RecognisedTable } from './recognise.ts';

/**
 * Signs that a sheet is none of ours although its headings are: what an appraisal of people, a balance sheet or a cash
 * book has in common with our templates are words, not what is done with them.
 */

/** Whether the lines above a heading say that a person is appraised, not a unit. */
export function isAboutPerson(rows: readonly LabelRow[], heading: number): boolean {
  return rows.some(
    ({ row, cells }) => row < heading && cells.some(({ text }) => personal.test(foldText(text))),
  );
}

const personal =
  /^(?:被(?:考核|考评|测评|评议|评价)人(?:员|姓名)?|(?:考核|测评|评议)对象|姓名|工号)(?:[:：]|$)|(?:干部|职工|员工|教师|教职工|教职员工|医师|医生|护士|医护人员|工作人员|公务员|党员|个人|岗位|人才)(?:年度|季度|月度|绩效|量化|工作|民主)*(?:考核|考评|测评|评议|评分|打分|述职|积分)/;

/** Whether the figures of a table stand on the sheet twice, side by side: the other half would go unread. */
export function isHalfOf({ columns, words }: RecognisedTable): boolean {
  const unread = new Set(columns.unknown.map(({ written }) => written));
  const repeated = [...columns.matches].filter(
    ([name, { path }]) => words.layout.fields[name]?.kind === 'amount' && unread.has(path.written),
  );
  return repeated.length >= 2;
}

/** Whether every row has its day, in a template that knows none: payments as they came, not what they add up to. */
export function isJournal({ columns, words }: RecognisedTable): boolean {
  const tables = Object.values(words.template.tables);
  if (tables.some(({ fields }) => Object.values(fields).some(({ kind }) => kind === 'date'))) return false;
  return columns.unknown.some(({ labels }) => {
    const [leaf] = labels.slice(-1);
    return leaf !== undefined && termsOf(leaf).has('日期');
  });
}
