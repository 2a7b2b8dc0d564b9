import { foldText } from '../model/label.ts';
import { editDistance } from './nearest-word.ts';

/** What a column of a roster holds. */
export type RosterField = 'code' | 'name' | 'aliases' | 'owes' | 'dueDay';

/** The official heading of each column, as messages call it. */
export const rosterHeadings = {
  code: { zh: '单位编码', en: 'unit code' },
  name: { zh: '单位名称', en: 'unit name' },
  aliases: { zh: '别名', en: 'aliases' },
  owes: { zh: '应报报表', en: 'owes' },
  dueDay: { zh: '截止日', en: 'due day' },
} as const satisfies Record<RosterField, { readonly zh: string; readonly en: string }>;

/** The column that a heading names; null for a column of no concern to us, such as a telephone number. */
export function rosterFieldOf(heading: string): RosterField | null {
  return fieldBySynonym.get(foldHeading(heading)) ?? null;
}

/** The heading that an unknown one is a slip of; null when it is a column of its own. */
export function meantHeading(heading: string): string | null {
  const folded = foldHeading(heading);
  for (const [synonym] of fieldBySynonym) {
    // Short words differ by one character from many honest ones: 姓名 is not 别名.
    if (synonym.length >= 4 && editDistance(folded, synonym) === 1) return synonym;
  }
  return null;
}

/** Without spaces, case, what stands in brackets (每月几日) and marks of required columns. */
function foldHeading(heading: string): string {
  return foldText(heading)
    .toLowerCase()
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[*:_-]/g, '');
}

const synonyms: Readonly<Record<RosterField, readonly string[]>> = {
  code: [
    '单位编码',
    '单位代码',
    '单位编号',
    '预算单位编码',
    '预算单位代码',
    '部门编码',
    '部门代码',
    '编码',
    '代码',
    'unit code',
    'unit id',
    'code',
  ],
  name: [
    '单位名称',
    '单位全称',
    '预算单位',
    '预算单位名称',
    '部门名称',
    '填报单位',
    '报送单位',
    '单位',
    '名称',
    'unit name',
    'unit',
    'name',
  ],
  aliases: [
    '别名',
    '单位别名',
    '简称',
    '单位简称',
    '曾用名',
    '其他名称',
    'aliases',
    'alias',
    'other names',
    'short name',
  ],
  owes: [
    '应报报表',
    '应报表格',
    '应报表',
    '应报',
    '应报送报表',
    '应报模板',
    '报送报表',
    '报表',
    'owes',
    'owed',
    'templates',
    'templates owed',
  ],
  dueDay: [
    '截止日',
    '截止日期',
    '报送截止日',
    '报送截止日期',
    '截止时间',
    '报送期限',
    '期限',
    'due day',
    'due',
    'due date',
    'deadline',
  ],
};

const fieldBySynonym: ReadonlyMap<string, RosterField> = new Map(
  (Object.keys(synonyms) as RosterField[]) // the keys of a record of fields are the fields
    .flatMap((field) =>
      synonyms[field].map((heading): [string, RosterField] => [foldHeading(heading), field]),
    ),
);
