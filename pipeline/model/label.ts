import { type AmountUnit, isAmountUnit } from './money.ts';

/**
 * A heading or label folded for comparison. Only keys are folded; what a sheet says is kept as it stands.
 */
export interface Label {
  /** Without spaces and quotes, full-width forms unified; brackets, signs and units kept. */
  readonly plain: string;
  /** Without spaces, quotes, bracketed units and hints; full-width, months, 截止/截至 and 数额/金额 unified. */
  readonly key: string;
  /** The key with every month or span of months as `#月`; equal to `key` when there is none. */
  readonly monthKey: string;
  /** The key without a number before it: `一、项目概况`, `（一）项目概况`, `1.项目概况`. */
  readonly bareKey: string;
  /** The (last) month it names, 1 to 12. */
  readonly month: number | null;
  readonly year: number | null;
  /** The unit of amount it declares: 预算数（万元）. */
  readonly unit: AmountUnit | null;
}

const cache = new Map<string, Label>();
/** Labels are few and repeat from file to file; a cache of what any batch could hold keeps folding off the hot path. */
const cacheLimit = 20_000;

/** Folds a heading or label; long texts are cut, they are no labels. */
export function labelOf(text: string): Label {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const label = fold(text.slice(0, 120));
  if (cache.size < cacheLimit) cache.set(text, label);
  return label;
}

function fold(text: string): Label {
  const plain = foldText(text).replace(/截止/g, '截至');
  const key = keyOf(plain);
  const bare = plain.replace(numbering, '');
  const unit = unitIn(plain);
  const yearMatch = /((?:19|20)\d\d)年度?/.exec(plain);
  const months = [...key.matchAll(/(?:\d{1,2}[-~—至到])?(\d{1,2})月/g)];
  const month = Number(months.at(-1)?.[1] ?? Number.NaN);
  return {
    plain,
    key,
    bareKey: bare === plain ? key : keyOf(bare),
    monthKey: months.length === 0 ? key : key.replace(/(?:\d{1,2}[-~—至到])?\d{1,2}月/g, '#月'),
    month: month >= 1 && month <= 12 ? month : null,
    year: yearMatch === null ? null : Number(yearMatch[1]),
    unit,
  };
}

const numbering = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])/;

function keyOf(plain: string): string {
  return withoutHints(plain)
    .replace(/(?:19|20)\d\d(?=年[初末终底])|(?:19|20)\d\d年度?/g, '')
    .replace(
      /(十[一二]|[一二三四五六七八九十])月/g,
      (_, numeral: string) => `${numerals.indexOf(numeral) + 1}月`,
    )
    .replace(/0?(\d{1,2})月份?(?:底|末|止)?/g, '$1月')
    .replace(/数额|款额/g, '金额')
    .replace(/[()[\]{}【】〔〕<>*%‰:,;。、.·_]/g, '');
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Text without spaces, zero-width characters and quotes, full-width forms unified (NFKC). */
export function foldText(text: string): string {
  if (isFolded.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[“”"'‘’「」『』《》〈〉`]/g, '');
}

/** Cheap, and true of most texts: nothing in it that folding would change. */
const isFolded = /^[\u4e00-\u9fff\u3001\u3002【】〔〕A-Za-z0-9.()/-]*$/;

/** A text whose parts are set apart by blanks, with no more of them than tell that: they say nothing, however many. */
export function closedUp(text: string): string {
  return text.trim().replace(/[ \u3000\u00a0]{3,}/g, '   ');
}

/** Bracketed words that say how to fill in a heading, not what it is. */
const hints =
  /^(?:(?:金额)?单位:?.*|[百千万亿]*元|百万元|人|个|辆|次|项|户|台|平方米|m2|%|百分比|盖章|公章|签章|签字|单位盖章|\d+字以内|选填|必填|填报|全称|或.{1,6}|[A-Z](?:[/=+-][A-Z])*(?:\*100%?)?|\d+(?:=[\d+-]+)?|\d+分(?:[*×].{1,8})?)$/;

function withoutHints(plain: string): string {
  return plain.replace(/[([【〔]([^()[\]【】〔〕]{0,20})[)\]】〕]/g, (whole, inner: string) =>
    hints.test(inner) ? '' : whole,
  );
}

/** The unit of amount a text declares: in brackets, after 单位:, or as the text itself. Null when it declares none. */
export function unitIn(plain: string): AmountUnit | null {
  const match =
    /(?:单位:?|(?:币种|金额):|金额单位(?:均|统一)?[为是])(?:人民币)?([百千万亿]*元)/.exec(plain) ??
    /[([【〔](?:人民币|单位:?)?([百千万亿]*元)[)\]】〕]/.exec(plain) ??
    /^(?:人民币)?([百千万亿]*元)$/.exec(plain);
  const found = match?.[1];
  return found !== undefined && isAmountUnit(found) ? found : null;
}

/** Likeness of two folded texts by pairs of characters (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one.length < 2 || other.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let index = 0; index < one.length - 1; index += 1) {
    const pair = one.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index < other.length - 1; index += 1) {
    const pair = other.slice(index, index + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length - 2);
}
