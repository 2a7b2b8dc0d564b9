import type { Roster } from '../model/dossier.ts';
import { foldText } from '../model/label.ts';
import { lastDay, monthOf, type Period, periodOf, yearOf } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import type { PeriodClaim } from '../model/submission.ts';
import type { Template } from '../model/template.ts';
import { type Evidence, pathParts } from './claims.ts';
import { closesBody } from './row-role.ts';
import type { Remark } from './surroundings.ts';
import { unitLine } from './unit-claim.ts';

/**
 * Which period a sheet is about: title and unit line, column headings, the workbook's cover, sheet name, file name,
 * folders. A year alone is taken with the run's month; everything stated that differs from the run is a conflict, never
 * a guess.
 *
 * @param roster whose codes are no months: 202306 may be a unit's
 * @param plansAhead what says for when the sheet plans, and not of which month it is: the coming year alone, or months
 *   of the coming quarter too
 * @param paid when its rows say money was paid: of which year a month is that is named without one
 */
export function periodClaim(
  evidence: Evidence,
  run: Period,
  roster: Roster | null,
  plansAhead?: Template['plansAhead'],
  paid: () => readonly PaidDay[] = () => [],
): PeriodClaim {
  const { stem, folders } = pathParts(evidence.file);
  const filePlace: Place = { file: evidence.file, sheet: null, cell: null, label: null };
  const sheetPlace: Place = { file: evidence.file, sheet: evidence.sheet, cell: null, label: null };
  const reading: Reading = { run, codes: new Set((roster ?? []).map(({ code }) => code)) };
  const above = [...evidence.remarks, ...evidence.shared].filter(
    ({ row, text }, index, lines) =>
      row < evidence.headingRow ||
      periodLabel.test(text) ||
      asOfAlone.test(foldText(text)) ||
      isBesidePeriodLabel(lines, index),
  );
  const stated: Stated[] = [...statedIn(above, reading)];
  const ownYear = stated.find(({ date }) => date.year !== null)?.date.year ?? null;
  stated.push(...statedInHeadings(evidence.columns, ownYear));
  stated.push(...statedIn(evidence.cover, reading));
  const name = nameDate(evidence.sheet, reading);
  if (name !== null) stated.push({ from: 'sheet name', date: name, place: sheetPlace });
  const isSilent = !stated.some(({ date }) => date.month !== null);
  const file = [stem, ...(isSilent ? folders.toReversed() : [])]
    .map((text) => nameDate(text, reading))
    .find((date) => date !== null && (isSilent || date.month !== null));
  if (file !== undefined && file !== null) stated.push({ from: 'file name', date: file, place: filePlace });
  if (stated.length === 0) stated.push(...yearInHeadings(evidence.columns));
  else if (plansAhead === undefined && stated.every(({ date }) => date.year === null))
    stated.push(...yearInHeadings(evidence.columns.filter(({ heading }) => ofOwnYear.test(heading))));
  const heard =
    plansAhead === 'months' ? stated.filter(({ date }) => !isOfNextQuarter(date, run)) : [...stated];
  const first = heard.find(({ date }) => date.month !== null) ?? heard[0];
  if (first !== undefined && heard.every(({ date }) => date.year === null))
    heard.push(...yearPaid(first.date.month ?? 0, paid()));
  if (first !== undefined && first.date.month !== null && heard.every(({ date }) => date.year === null))
    heard.push(...yearFiledIn(first.date.month, evidence.remarks));
  const year = heard.find(({ date }) => date.year !== null)?.date.year ?? yearOf(run);
  const conflicts = heard
    .filter(
      ({ date }) =>
        !(plansAhead !== undefined && date.month === null && date.year === yearOf(run) + 1) &&
        ((date.year !== null && date.year !== yearOf(run)) ||
          (date.month !== null && date.month !== monthOf(run))),
    )
    .map(({ date, place }) => ({ stated: wordsOf(date), place }));
  return {
    period: first === undefined ? run : periodOf(year, first.date.month ?? monthOf(run)),
    isYearAlone: first !== undefined && first.date.month === null,
    from: first?.from ?? 'run',
    place: first?.place ?? sheetPlace,
    conflicts: conflicts.filter(
      (one, index) => conflicts.findIndex((other) => other.stated === one.stated) === index,
    ),
  };
}

/** Whether a month is one of the three after the run's: those for which a plan of cash is handed in. */
function isOfNextQuarter({ year, month }: StatedDate, run: Period): boolean {
  if (month === null) return false;
  const ahead = month - monthOf(run);
  const months = year === null ? (ahead + 12) % 12 : ahead + 12 * (year - yearOf(run));
  return months >= 1 && months <= 3;
}

interface Stated {
  readonly from: PeriodClaim['from'];
  readonly date: StatedDate;
  readonly place: Place;
}

interface StatedDate {
  readonly year: number | null;
  readonly month: number | null;
}

/** A day on which a row says that money was paid, as `YYYY-MM-DD`. */
export interface PaidDay {
  readonly day: string;
  readonly place: Place;
}

/** The one year in which several payments up to a month were made. */
function yearPaid(month: number, paid: readonly PaidDay[]): readonly Stated[] {
  const [first] = paid;
  if (first === undefined || paid.length < 2) return [];
  const year = Number(first.day.slice(0, 4));
  const isOfIt = paid.every(
    ({ day }) => Number(day.slice(0, 4)) === year && Number(day.slice(5, 7)) <= month,
  );
  return isOfIt ? [{ from: 'cell', date: { year, month: null }, place: first.place }] : [];
}

/** 1-8月 and, for the day it was filled in, 2025年9月2日: the year of that day, or the one before where its month is yet to come. */
function yearFiledIn(stated: number, remarks: readonly Remark[]): readonly Stated[] {
  const filed = remarks.flatMap(({ text, row, place }, index): readonly Stated[] => {
    const [, label = '', year = '', month = ''] = dayFiled.exec(foldText(text)) ?? [];
    const before = remarks[index - 1];
    const isOfOther = label === '' && before?.row === row && /(?:日期|时间|[:：])$/.test(before.text.trim());
    if (year === '' || !isMonth(month) || isOfOther) return [];
    const own = Number(month) >= stated ? Number(year) : Number(year) - 1;
    return [{ from: 'cell', date: { year: own, month: null }, place }];
  });
  const years = new Set(filed.map(({ date }) => date.year));
  return years.size === 1 ? filed.slice(0, 1) : [];
}

/** A day alone, or behind the label of the day on which a sheet was filled in. */
const dayFiled =
  /(?:^|((?:填[报表制]|制表|报送|上报|报出|编[制报]|打印|导出)(?:日期|时间):?|(?<![\u4e00-\u9fff])日期:?))(20\d\d)[年./-](\d{1,2})[月./-]\d{1,2}日?$/;

/** What tells a month from other numbers. */
interface Reading {
  readonly run: Period;
  readonly codes: ReadonlySet<string>;
}

/** What lines around a table say; the name of the unit and what belongs to another label are not listened to. */
function statedIn(remarks: readonly Remark[], reading: Reading): readonly Stated[] {
  const unit = unitLine(remarks);
  const stated: Stated[] = [];
  for (const [index, remark] of remarks.entries()) {
    const before = remarks[index - 1];
    if (before?.row === remark.row && otherLabel.test(foldText(before.text))) continue;
    if (remark.text.length > 120) continue;
    if (closesBody(remark.text) && !asOfAlone.test(foldText(remark.text))) continue;
    const text = remark.text
      .normalize('NFKC')
      .replace(unit?.text ?? '', '')
      .replace(otherDate, '');
    const date = withMonth(dateIn(text, reading), monthIn(text, remark.right));
    if (date !== null)
      stated.push({ from: /[:：]/.test(remark.text) ? 'cell' : 'title', date, place: remark.place });
  }
  return stated;
}

/** 2024年项目支出进度表(9月): the year in one place, the month in another. */
function withMonth(date: StatedDate | null, month: StatedDate | null): StatedDate | null {
  return date === null || date.month !== null || month === null
    ? (date ?? month)
    : { year: date.year, month: month.month };
}

/** Whose 日期 or 时间 is the day up to which, or the months for which, a sheet tells. */
const figuresAsOf = '截[至止]|统计|数据|所属|报告|监控|监测|考核|评价|核算|取数|报表|分析';
/** A label of the period itself, which may stand among the labels of a form. */
const periodLabel = /(?:^|\s|所属|监控|报告|统计)期间\s*[:：]/;
/** A line that says up to when the figures are, and nothing else: at the foot of a sheet too. */
const asOfAlone =
  /^[(（]?(?:注:|说明:|备注:)?(?:以上|上述|本表)?(?:数据|统计|数字)?(?:均)?截[至止](?:日期?|时间|时点)?[:为到]?(?:19|20)?\d\d[年./-]\d{1,2}(?:月份?|[./-]\d{1,2})?(?:\d{1,2}[日号]|[底末])?[止)）。]?$/;
/** Such a label in a cell of its own, the period in the next one. */
const periodLabelAlone =
  /^(?:所属|监控|报告|统计|跟踪|填报|报表|数据|会计|核算)(?:期间?|时段|时期|区间|月份|年月|属期)[:：]?$|^(?:监控|数据|统计|跟踪)?截[至止](?:日期?|时间|时点)[:：]?$/;

function isBesidePeriodLabel(lines: readonly Remark[], index: number): boolean {
  const [before, own] = [lines[index - 1], lines[index]];
  return before?.row === own?.row && before !== undefined && periodLabelAlone.test(foldText(before.text));
}

/**
 * The day a sheet was filled in or sent says nothing about its period, nor does a month called 日期; a day that is not the
 * last of its month is not heard anyway (see `withoutDays`).
 */
const otherDate = new RegExp(
  String.raw`(?<=[\u4e00-\u9fff])(?<!${figuresAsOf})(?:日期|时间):\s*\S*|(?<![\u4e00-\u9fff])日期:\s*\d{4}年\d{1,2}月(?!\d)`,
  'g',
);
/** Labels whose value, in the next cell, is no period. */
const otherLabel = new RegExp(`(?:(?<!${figuresAsOf})(?:日期|时间)|编码|代码|编号|电话)[:：]?$`);

/**
 * Months up to which columns count; those of another year than the sheet is about, or than the latest, are what it is
 * compared with.
 */
function statedInHeadings(columns: Evidence['columns'], yearAbove: number | null): readonly Stated[] {
  const months = new Map<number, Stated>();
  const ownYear = yearAbove ?? Math.max(...columns.map(({ heading }) => yearNamedIn(heading) ?? 0));
  for (const { heading, month, place } of columns) {
    if (month === null || !/截[至止]|[1一][-—~至到]|[至到]\d{1,2}月份?[底末]/.test(heading)) continue;
    const year = yearNamedIn(heading);
    if (year === null || year === ownYear)
      months.set(month, { from: 'headings', date: { year, month }, place });
  }
  return [...months.values()];
}

function yearNamedIn(heading: string): number | null {
  const year = /((?:19|20)\d\d)年/.exec(heading)?.[1];
  return year === undefined ? null : Number(year);
}

/** What is of the year reported: its budget, not what was left of another. */
const ofOwnYear = /^(?!.*(?:上年|决算|结转|结余|存量)).*(?:预算|计划|安排|指标)/;

/**
 * 2024年决算数 | 2025年预算数: the latest year, where nothing else on the sheet says of which it is; with a forecast the year
 * of that, since it is made within its year.
 */
function yearInHeadings(columns: Evidence['columns']): readonly Stated[] {
  const dated = columns.flatMap(({ heading, place }) => {
    const year = yearNamedIn(heading);
    return year === null ? [] : [{ year, heading, place }];
  });
  const latest = dated.toSorted((one, other) => other.year - one.year)[0];
  const current = dated.find(({ heading }) => /预计|预测/.test(heading)) ?? latest;
  return current === undefined
    ? []
    : [{ from: 'headings', date: { year: current.year, month: null }, place: current.place }];
}

/** What the name of a sheet, file or folder says: a date, or one month named for itself (`支出进度_6月`). */
function nameDate(text: string, reading: Reading): StatedDate | null {
  const date = dateIn(text, reading);
  if (date !== null && date.month !== null) return date;
  const month = onlyMonth(inMonths(text));
  return month === null ? date : { year: date?.year ?? null, month };
}

/** `6月份`, `月份：6`, `6月项目支出进度表`: a line about a month, not one that merely mentions a month. */
function monthIn(text: string, right: string): StatedDate | null {
  const plain = inMonths(text);
  const labelled = /月份:?(\d{1,2})月?$/.exec(/月份:?$/.test(plain) ? plain + foldText(right) : plain)?.[1];
  if (labelled !== undefined && isMonth(labelled)) return { year: null, month: Number(labelled) };
  if (!/^\(?\d{1,2}月份?\)?$|(?:表|台账|月报|快报|情况)(?:\([^)]*\))?$/.test(plain)) return null;
  const month = onlyMonth(plain);
  return month === null ? null : { year: null, month };
}

/** The month of a text that names exactly one. */
function onlyMonth(plain: string): number | null {
  const months = [...plain.matchAll(/(?<!\d)(\d{1,2})月/g)].map((match) => match[1] ?? '');
  const [month = ''] = months;
  return months.length === 1 && isMonth(month) ? Number(month) : null;
}

const aYear = '(?:19|20)\\d\\d';
const to = '[-—–~至到]';

/** The last month of the period a text states, or the year alone; null when it states neither. */
function dateIn(text: string, { run, codes }: Reading): StatedDate | null {
  const plain = inMonths(text);
  for (const pattern of yearAndMonth) {
    const [, year = '', month = ''] = pattern.exec(plain) ?? [];
    if (isMonth(month)) return { year: Number(year), month: Number(month) };
  }
  const [digits, year = '', month = ''] = /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/.exec(plain) ?? [];
  const isNear = Number(year) >= yearOf(run) - 2 && Number(year) <= yearOf(run) + 1;
  if (digits !== undefined && isNear && !codes.has(digits))
    return { year: Number(year), month: Number(month) };
  const aloneYear = new RegExp(`(?<!\\d)(${aYear})年`).exec(plain)?.[1];
  const aloneMonth = monthAlone.exec(plain)?.slice(1).find(isMonth);
  if (aloneYear === undefined && aloneMonth === undefined) return null;
  return {
    year: aloneYear === undefined ? null : Number(aloneYear),
    month: aloneMonth === undefined ? null : Number(aloneMonth),
  };
}

const yearAndMonth = [
  new RegExp(`${aYear}年\\d{1,2}月${to}(${aYear})年(\\d{1,2})月`),
  new RegExp(`(${aYear})年度?\\d{1,2}月${to}(\\d{1,2})月`),
  new RegExp(`(${aYear})(?:年度?|[-./])?\\(?1${to}(\\d{1,2})月`),
  new RegExp(`(${aYear})年度?\\(?(\\d{1,2})月`),
  new RegExp(`(?<!\\d)(${aYear})[-./_](0?[1-9]|1[0-2])(?!\\d|[万千百亿]*元|%)`),
];
const monthAlone = new RegExp(
  `截[至止](?:日期|时间)?:?(?:1月?${to})?(\\d{1,2})月|(?<!\\d)1月?${to}(\\d{1,2})月`,
);

function isMonth(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 12;
}

/** A text with its months in digits and without days; a whole year written as its months is a year. */
function inMonths(text: string): string {
  return withoutDays(inDigits(text)).replace(wholeYear, '$1');
}

const wholeYear = new RegExp(`(年?度?)(?<!\\d)1月?${to}12月`, 'g');

/** Folded, with years, months, half-years and quarters in digits: `二〇二三年六月`, `23年6月` and `2023年第二季度` are 2023年6月. */
function inDigits(text: string): string {
  return foldText(text)
    .replace(/二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/g, (year) =>
      [...year].map((digit) => numberOf(digit.replace(/[〇○]/, '零'))).join(''),
    )
    .replace(/(?<!\d)([1-4]\d)(?=年\d{1,2}月)/g, '20$1')
    .replace(/[一二三四五六七八九](?=[-—–~至到](?:十[一二]?|[一二三四五六七八九]|\d{1,2})月)/g, (from) =>
      String(numberOf(from)),
    )
    .replace(
      /(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月/g,
      (_, month: string) => `${numberOf(month)}月`,
    )
    .replace(/第?([一二三四1-4])季度?/g, (_, quarter: string) => `${numberOf(quarter) * 3}月`)
    .replace(/上半年/g, '6月');
}

function numberOf(numeral: string): number {
  return /^\d$/.test(numeral) ? Number(numeral) : numerals.indexOf(numeral);
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/**
 * A span of days as its last month, and a day as its month where figures are as of it: behind 截至, or the last of its
 * month. Other days are those on which something was filled in or sent.
 */
function withoutDays(plain: string): string {
  return plain
    .replace(spanOfDays, '$1$2')
    .replace(/(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g, '$1年$2月$3日')
    .replace(signedDay, '$1$2年$4月$5日')
    .replace(writtenDay, (_, asOf = '', year = '', month = '', day = '') =>
      asOf === '' && !isLastDay(year, month, day) ? ' ' : `${asOf}${year}${month}月`,
    );
}

const spanOfDays = new RegExp(`(年\\d{1,2}月)\\d{1,2}日?(${to}(?:${aYear}年)?\\d{1,2}月)\\d{1,2}日?`, 'g');
const signedDay = new RegExp(`(截[至止])?(${aYear})([-./])(\\d{1,2})\\3(\\d{1,2})(?![\\d月])`, 'g');
const writtenDay = new RegExp(`(截[至止])?(${aYear}年)?(?<!\\d)(\\d{1,2})月(\\d{1,2})[日号]`, 'g');

/** Whether a day is the last of its month; without a year, of a February of 28 days. */
function isLastDay(year: string, month: string, day: string): boolean {
  const inYear = year === '' ? 2023 : Number(year.slice(0, 4));
  return isMonth(month) && lastDay(periodOf(inYear, Number(month))).endsWith(`-${day.padStart(2, '0')}`);
}

function wordsOf({ year, month }: StatedDate): string {
  return `${year === null ? '' : `${year}年`}${month === null ? (year === null ? '' : '度') : `${month}月`}`;
}
