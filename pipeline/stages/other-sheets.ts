import { functionalClasses } from '../model/functional-classes.ts';
import { foldText, type Label, labelOf } from '../model/label.ts';
import type { Template } from '../model/template.ts';
import type { Sheet } from '../model/workbook.ts';
import type { Band, LabelRow } from './heading-band.ts';
import { subjectTerms, subjectTermsOfForms, termsOf } from './heading-terms.ts';
import type { RecognisedTable } from './recognition.ts';
import type { TemplateWords } from './vocabulary.ts';

/**
 * Signs that a sheet is none of ours although its headings are: what a guide, an appraisal of people, a balance sheet or a
 * cash book has in common with our templates are words, not what is done with them.
 */

/** A sheet that says how to fill in the others names their columns without being one of them. */
export function isGuide({ name }: Pick<Sheet, 'name'>): boolean {
  return /^(?:填[报表写]|报表|编制|使用)?(?:说明|须知|要求|指南)$/.test(foldText(name));
}

/** A sheet that lists the others bears their titles without being one of them. */
export function isContents({ name }: Pick<Sheet, 'name'>): boolean {
  return /^(?:报[表送]|附[表件]|表格)?目[录次]$/.test(foldText(name));
}

/** Whether the lines above a heading say that a person is appraised, not a unit. */
export function isAboutPerson(rows: readonly LabelRow[], heading: number): boolean {
  return rows.some(
    ({ row, cells }) => row < heading && cells.some(({ text }) => personal.test(foldText(text))),
  );
}

const personal =
  /^(?:被(?:考核|考评|测评|评议|评价)人(?:员|姓名)?|(?:考核|测评|评议)对象(?!:.*(?:局|委|办|院|校|站|所|馆|中心|政府|街道|镇|乡|部门|单位)$)|姓名|工号)(?:[:：]|$)|(?:干部|职工|员工|教师|教职工|教职员工|医师|医生|护士|医护人员|工作人员|公务员|党员|个人|岗位|人才)(?:年度|季度|月度|绩效|量化|工作|民主)*(?:考核|考评|测评|评议|评分|打分|述职|积分)/;

/** Whether a line above a heading calls the sheet a paper about what is yet to be bought: 采购意向, 招标公告, 比选报价. */
export function isTender(rows: readonly LabelRow[], heading: number): boolean {
  return rows.some(
    ({ row, cells }) => row < heading && cells.some(({ text }) => tender.test(foldText(text))),
  );
}

const tender =
  /^(?!.*(?:执行|完成|支付)).*(?:采购意向|(?:招标|采购|中标|成交|磋商)公告|投标|询价单|报价|比选|竞价|请购|申购)/;

/** Whether a line of the sheet is one that only the books of a firm have: what its owners put in, and left in it. */
export function isOfFirm(rows: readonly LabelRow[]): boolean {
  return rows.some(({ cells }) => cells.some(({ label }) => equity.test(label.bareKey)));
}

const equity =
  /^(?:所有者权益|股东权益|(?:负债和|负债及)(?:所有者|股东)权益|实收资本|股本|资本公积|盈余公积|未分配利润)/;

/** Whether lines of the sheet name taxes, several of them: what a treasury takes in, not what a unit does. */
export function isOfTaxes(rows: readonly LabelRow[]): boolean {
  return rows.filter(({ cells }) => cells.some(({ label }) => tax.test(label.bareKey))).length >= 2;
}

const tax =
  /^(?:其中)?(?:国内)?(?:增值|消费|企业所得|个人所得|资源|城市维护建设|房产|印花|城镇土地使用|土地增值|车船|耕地占用|契|烟叶|环境保护)税(?:收入)?$/;

/** Whether most lines below a heading are classes of expenditure: what a treasury spends in all, by function, and on no project. */
export function isOfClasses(rows: readonly LabelRow[], band: Band): boolean {
  return areMostlyNamed(rows, band, (name) => classNames.has(name));
}

/** Whether most lines below a heading are rows that tables of other templates always have, and this one never. */
export function hasOthersRows(
  template: Template,
  rows: readonly LabelRow[],
  band: Band,
  rowNames: ReadonlyMap<string, ReadonlySet<Template>>,
): boolean {
  return areMostlyNamed(rows, band, (name) => rowNames.get(name)?.has(template) === false);
}

function areMostlyNamed(
  rows: readonly LabelRow[],
  { last }: Band,
  isNamed: (name: string) => boolean,
): boolean {
  const below = rows.filter(
    ({ row, figures }) => row > last && row <= last + linesBelowHeading && figures > 0,
  );
  const named = below.filter(({ cells }) => cells.some(({ label }) => isNamed(label.bareKey)));
  return named.length >= 3 && named.length * 2 > below.length;
}

const linesBelowHeading = 24;
const classNames: ReadonlySet<string> = new Set(
  functionalClasses.flatMap(({ name, formerly }) => [name.zh, ...formerly]).map((name) => labelOf(name).key),
);

/**
 * Whether a line above a heading, or a column that means nothing to its template, speaks of what that never does: 支出预算表,
 * or 基本支出 beside 项目支出, over columns that could be those of revenue.
 */
export function isOfOtherSubject(
  { subjects, form }: TemplateWords,
  rows: readonly LabelRow[],
  heading: number,
  tables: readonly RecognisedTable[],
): boolean {
  const ruledOut = form.size > 0 ? subjectTermsOfForms : subjectTerms;
  const isOther = (label: Label) => ruledOut.some((term) => !subjects.has(term) && termsOf(label).has(term));
  return (
    rows.some(
      ({ row, cells }) =>
        row < heading &&
        cells.length <= 2 &&
        cells.some(({ text, label }) => !/[:：]/.test(text) && isOther(label)),
    ) || tables.some(({ columns }) => columns.unknown.some(({ labels }) => labels.some(isOther)))
  );
}

/**
 * Whether the figures of a table stand on the sheet twice, side by side: the other half would go unread, or be read as
 * something else. Tables that are issued side by side have the same headings on purpose.
 */
export function isHalfRead(tables: readonly RecognisedTable[]): boolean {
  return tables.some((table) => {
    const { words, band, columns } = table;
    const beside = tables.filter((one) => one !== table && one.band.first === band.first);
    if (beside.some((other) => areIssuedTogether(table, other))) return false;
    const others = new Set([
      ...columns.unknown.map(({ written }) => written),
      ...beside.flatMap((other) => [
        ...other.columns.unknown.map(({ written }) => written),
        ...[...other.columns.matches.values()].map(({ path }) => path.written),
      ]),
    ]);
    const repeated = [...columns.matches].filter(
      ([name, { path }]) => words.layout.fields[name]?.kind === 'amount' && others.has(path.written),
    );
    return repeated.length >= 2;
  });
}

function areIssuedTogether({ words, name }: RecognisedTable, other: RecognisedTable): boolean {
  return (words.template.sheet ?? []).some(
    (block) => 'tables' in block && block.tables.includes(name) && block.tables.includes(other.name),
  );
}

/**
 * Whether a table has points and its template none: what was set out is being judged, not followed.
 */
export function isScored({ columns, words: { layout } }: RecognisedTable): boolean {
  const scores = (text: string) => termsOf(labelOf(text)).has('得分');
  return (
    columns.unknown.some(({ labels }) => scores(labels.at(-1)?.plain ?? '')) &&
    !Object.values(layout.fields).some(({ title }) => scores(title.zh))
  );
}

/**
 * Whether every row has its day where rows are always the same few (收入总计, 公务接待费): payments as they came, not what
 * they add up to. Projects may have their days.
 */
export function isJournal({ columns, words }: RecognisedTable): boolean {
  if (words.layout.fixedRows === undefined) return false;
  return columns.unknown.some(({ labels }) => {
    const [leaf] = labels.slice(-1);
    return leaf !== undefined && termsOf(leaf).has('日期') && !ofWork.test(leaf.plain);
  });
}

/** 预计完成支付时间, 开工日期: when work is to begin or end is told of projects, not of payments. */
const ofWork = /预计|计划|拟|完[成工]|开[工始]|竣工|验收|起止|截[止至]|期限/;
