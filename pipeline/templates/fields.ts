import type { Choice, Field, FieldKind } from '../model/template.ts';

/** What a template says of a field besides its kind and title; the official title is always one of its headings. */
type Details<K extends FieldKind> = Omit<Field<K>, 'kind' | 'title' | 'headings'>;

function field<K extends FieldKind>(
  kind: K,
  zh: string,
  en: string,
  headings: readonly string[],
  details: Details<K> = {},
): Field<K> {
  return {
    kind,
    title: { zh, en },
    headings: [zh, ...headings.filter((heading) => heading !== zh)],
    ...details,
  };
}

/** Builds fields of templates: `amount('年初预算数', 'original budget', ['预算数/年初'])`. */
export const amount = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'amount'> = {},
) => field('amount', zh, en, headings, details);
export const rate = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'rate'> = {},
) => field('rate', zh, en, headings, details);
export const number = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'number'> = {},
) => field('number', zh, en, headings, details);
export const sequence = (
  zh = '序号',
  en = 'no.',
  headings: readonly string[] = ['编号', 'NO', 'No', '序', '项次', '行号', '行次'],
) => field('sequence', zh, en, headings, { minor: true });
export const text = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'text'> = {},
) => field('text', zh, en, headings, details);
export const code = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'code'> = {},
) => field('code', zh, en, headings, details);
export const date = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'date'> = {},
) => field('date', zh, en, headings, details);
export const yesNo = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'yesNo'> = {},
) => field('yesNo', zh, en, headings, details);
export const measure = (
  zh: string,
  en: string,
  headings: readonly string[] = [],
  details: Details<'measure'> = {},
) => field('measure', zh, en, headings, details);
export const choice = (
  zh: string,
  en: string,
  choices: readonly Choice[],
  headings: readonly string[] = [],
  details: Details<'choice'> = {},
) => field('choice', zh, en, headings, { choices, ...details });

/**
 * What an office adds of its own accord. 说明 alone comes last: in a table that asks for reasons by that word it is those.
 *
 * @param headings what else means it where nothing on the sheet is asked to be explained
 */
export const remark = (headings: readonly string[] = [], details: Details<'text'> = {}) =>
  field(
    'text',
    '备注',
    'remark',
    ['附注', '备注说明', '其他说明', '补充说明', '有关说明', '需说明的事项', '说明', ...headings],
    { minor: true, ...details },
  );

/** The twelve month fields of a plan or of spending: `monthly('planM', …)` gives planM01 … planM12. */
export function monthly<const P extends string>(
  prefix: P,
  zh: string,
  en: string,
  headings: (month: number) => readonly string[],
  path?: (month: number) => string,
  details: Details<'amount'> = {},
): { readonly [K in `${P}${MonthNumber}`]: Field<'amount'> } {
  const fields: Partial<Record<`${P}${MonthNumber}`, Field<'amount'>>> = {};
  for (const [index, number] of monthNumbers.entries()) {
    const month = index + 1;
    fields[`${prefix}${number}`] = field(
      'amount',
      `${month}月${zh}`,
      `${en}, month ${month}`,
      headings(month),
      { minor: true, ...details, ...(path === undefined ? {} : { path: path(month) }) },
    );
  }
  // Every month of `monthNumbers` was just set.
  return fields as { readonly [K in `${P}${MonthNumber}`]: Field<'amount'> };
}

/** The names of a prefix's twelve months: `monthsOf('planM')` is planM01 … planM12. */
export const monthsOf = (prefix: string) => monthNumbers.map((number) => `${prefix}${number}`);

export const monthNumbers = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

export type MonthNumber = (typeof monthNumbers)[number];

/** What forms call the department a project belongs to. */
export const departmentLabels: readonly string[] = [
  '主管部门',
  '主管部门及代码',
  '主管部门及编码',
  '主管单位',
  '项目主管部门',
  '项目主管单位',
  '部门名称',
  '预算部门',
  '主管预算部门',
  '预算主管部门',
];

/** What forms call the unit that carries a project out. */
export const spendingUnitLabels: readonly string[] = [
  '实施单位',
  '执行单位',
  '承担单位',
  '承办单位',
  '使用单位',
]
  .flatMap((label) => [label, `项目${label}`])
  .concat('项目单位', '预算单位', '单位名称', '用款单位', '资金使用单位');

/** What lists of every kind call the name of a project. */
export const namesOfProjects: readonly string[] = [
  '支出项目',
  '资金项目',
  '资金名称',
  '专项资金名称',
  '专项名称',
  '专项资金',
  '用款项目',
  '经费名称',
  '项目支出名称',
  '名称',
];

/** What may still be spent: the allotment beside a budget, and the budget where no other is stated. */
export const moneyAtHand: readonly string[] = ['', '本年', '全年', '年度', '当年'].flatMap((time) =>
  ['资金', '经费', '额度', '财力'].flatMap((money) => [`${time}可用${money}`, `可用${time}${money}`]),
);

/** What sorts reasons into a few: 问题类别, 偏差类型. */
export const kindsOfReason: readonly string[] = [
  '原因',
  '问题',
  '偏差',
  '偏差原因',
  '滞后原因',
  '滞后',
].flatMap((what) => ['类别', '类型', '分类'].map((kind) => what + kind));

/** What the revised budget goes by below a heading of budgets. */
export const revisedBelowBudget: readonly string[] = [
  '预算数/调整后',
  '预算数/现预算数',
  '预算数/现预算',
  '预算数/合计',
  '预算/调整后',
  '预算/调整后预算',
  '预算/合计',
  '预算批复/调整后',
  // The net change where a column of its own has what comes of it.
  '预算/调整',
  '预算批复/调整',
  '预算数/调整',
];
