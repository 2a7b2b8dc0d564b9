import { type Label, labelOf } from '../model/label.ts';
import type { Fields, Template } from '../model/template.ts';
import type { Holds } from './heading-band.ts';
import {
  baseWeight,
  explained,
  mayBe,
  subjects,
  subjectTerms,
  type Terms,
  termsOf,
  titleWeight,
} from './heading-terms.ts';

/** The headings of a table (or labels of a form) as terms, with how much each term tells its fields apart. */
export interface Meanings extends Spread {
  readonly headings: readonly TermedHeading[];
  /** The headings, by their index, that have a term: most have none of those asked for. */
  readonly having: ReadonlyMap<string, readonly number[]>;
  /** What was found before: the same words stand on sheet after sheet. */
  readonly remembered: WeakMap<Terms, readonly Resemblance[]>;
}

interface Spread {
  /** In how many fields each term occurs. */
  readonly spread: ReadonlyMap<string, number>;
  readonly fieldCount: number;
  /** How much a term says by itself. */
  readonly weigh: (term: string) => number;
}

interface TermedHeading {
  readonly field: string;
  readonly kind: string;
  /** As the template has it. */
  readonly heading: string;
  readonly terms: Terms;
  readonly weight: number;
}

/** A field that a text resembles. */
export interface Resemblance {
  readonly field: string;
  readonly kind: string;
  /** The heading of the template it resembles most. */
  readonly heading: string;
  readonly terms: Terms;
  /** 0 to 1. */
  readonly score: number;
}

/** A title that a text resembles. */
export interface TitleAlike extends Resemblance {
  /** Weight of the words they have in common: the longer title explains more. */
  readonly shared: number;
}

export function meaningsOf(fields: Fields): Meanings {
  return meaningsAmong(
    Object.entries(fields).map(([field, { kind, headings }]) => ({ field, kind, headings })),
    baseWeight,
  );
}

/** The titles of templates as terms; a title is told apart by its template's id. */
export function titleMeaningsOf(templates: readonly Template[]): Meanings {
  return meaningsAmong(
    templates.map(({ id, titles }) => ({ field: id, kind: 'text', headings: titles })),
    titleWeight,
  );
}

function meaningsAmong(
  named: readonly { readonly field: string; readonly kind: string; readonly headings: readonly string[] }[],
  weigh: (term: string) => number,
): Meanings {
  const headings: Omit<TermedHeading, 'weight'>[] = [];
  const spread = new Map<string, number>();
  for (const { field, kind, headings: own } of named) {
    const used = new Set<string>();
    const said = new Set<string>();
    for (const heading of own) {
      if (saysOnlyHow.test(heading)) continue;
      const terms = termsOfAll(heading.split('/').map((part) => termsOf(labelOf(part))));
      for (const term of terms) used.add(term);
      // The first of those that say the same stands for all.
      const saying = [...terms].sort().join('+');
      if (!said.has(saying)) headings.push({ field, kind, heading, terms });
      said.add(saying);
    }
    for (const term of used) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  const having = new Map<string, number[]>();
  for (const [index, { terms }] of headings.entries()) {
    for (const term of terms) {
      const known = having.get(term);
      if (known === undefined) having.set(term, [index]);
      else known.push(index);
    }
  }
  const among = { spread, fieldCount: named.length, weigh };
  return {
    ...among,
    having,
    headings: headings.map((heading) => ({ ...heading, weight: weightOf(heading.terms, among) })),
    remembered: new WeakMap(),
  };
}

/** 预算/调整: meant below that parent alone, and like much else in other words. */
export const saysOnlyHow = /\/调整$/;

/** The terms of several labels together: a heading with its parents. */
function termsOfAll(each: readonly Terms[]): Terms {
  const all = new Set<string>();
  for (const terms of each) for (const term of terms) all.add(term);
  return explained(all);
}

const together = new Map<string, Terms>();
/** As for labels: what any batch could hold. */
const togetherLimit = 20_000;

/** The terms of a heading with its parents, each heading's looked at once. */
export function termsOfPath(labels: readonly Label[]): Terms {
  const key = labels.map(({ plain }) => plain).join('/');
  const known = together.get(key);
  if (known !== undefined) return known;
  const terms = termsOfAll(labels.map(termsOf));
  if (together.size < togetherLimit) together.set(key, terms);
  return terms;
}

/** Below this, headings that share a word or two mean different things. */
const leastAlike = 0.6;

/**
 * The fields whose headings share the terms of a text, best first, each once. A field whose values are no such thing as
 * what stands below is a little less likely: figures in a column of reasons may be what someone typed wrongly.
 */
export function resemblances(
  terms: Terms,
  among: Meanings,
  holds: Holds = 'unclear',
): readonly Resemblance[] {
  const known = among.remembered.get(terms);
  const found = known ?? resemblancesOf(terms, among);
  if (known === undefined) among.remembered.set(terms, found);
  if (holds === 'unclear') return found;
  return found
    .map((one) =>
      mayHold(one.kind, holds, terms)
        ? one
        : { ...one, score: one.score * (holds === 'words' ? unexpectedWords : unexpected) },
    )
    .filter(({ score }) => score >= leastAlike)
    .sort((one, other) => other.score - one.score);
}

const unexpected = 0.85;
/** Words all the way down are more than a slip. */
const unexpectedWords = 0.7;

function resemblancesOf(stated: Terms, among: Meanings): readonly Resemblance[] {
  const terms = asMeantIn(among, stated);
  const own = weightOf(terms, among);
  if (own < 0.3 || subjectTerms.some((term) => terms.has(term) && !among.spread.has(term))) return [];
  const best = new Map<string, Resemblance>();
  const sharedWith = weightsShared(terms, among);
  for (const [index, { field, kind, heading, terms: theirs, weight }] of among.headings.entries()) {
    const score = (2 * (sharedWith[index] ?? 0)) / (own + weight);
    if (
      score < leastAlike ||
      score <= (best.get(field)?.score ?? 0) ||
      !mayBe(terms, kind) ||
      !agree(terms, theirs)
    )
      continue;
    best.set(field, { field, kind, heading, terms: theirs, score });
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** How much of some terms each heading has, by its index. */
function weightsShared(terms: Terms, among: Meanings): Float64Array {
  const shared = new Float64Array(among.headings.length);
  for (const term of terms) {
    const weight = weightIn(term, among);
    for (const index of among.having.get(term) ?? []) shared[index] = (shared[index] ?? 0) + weight;
  }
  return shared;
}

/**
 * What words mean in a table that has no use for their own sense: without a column for each month, the month a heading
 * names is the one reported (8月入库 is 本月入库); without shares in a total, 支出占比 is a rate of spending.
 */
function asMeantIn({ spread }: Spread, terms: Terms): Terms {
  const meant = (term: string) => {
    if (spread.has(term)) return term;
    if (term === '占比') return '率';
    // 年度任务 is what is planned where nobody speaks of activities.
    if (term === '工作活动') return '计划';
    // 本期支出 is the month's where the table has one of it, and otherwise that of the period it is about.
    if (term === '本期') return spread.has('本月') ? '本月' : '累计';
    return spread.has('本月') && /^\d+月$/.test(term) ? '本月' : term;
  };
  return [...terms].some((term) => meant(term) !== term) ? new Set([...terms].map(meant)) : terms;
}

/**
 * The templates whose titles a text has nearly all the words of, in whatever order: other words of it (the office, the
 * year) count little.
 *
 * @returns by template id the title that explains most of the text
 */
export function titlesAlike(terms: Terms, titles: Meanings): ReadonlyMap<string, TitleAlike> {
  const own = weightOf(terms, titles);
  const found = new Map<string, TitleAlike>();
  const sharedWith = weightsShared(terms, titles);
  for (const [index, { field, kind, heading, terms: theirs, weight }] of titles.headings.entries()) {
    const shared = sharedWith[index] ?? 0;
    // 部门整体支出 is of a department as a whole, 部门预算项目支出 of one of its projects.
    if (shared === 0 || terms.has('整体') !== theirs.has('整体')) continue;
    const score = shared / (weight + 0.15 * (own - shared));
    if (score < nearlyAll || shared <= (found.get(field)?.shared ?? 0)) continue;
    found.set(field, { field, kind, heading, terms: theirs, score, shared });
  }
  return found;
}

const nearlyAll = 0.72;

/**
 * Another year's figure is another figure, however alike the rest of the words; so is a share in the whole, what is set
 * aside, and the day a document was issued; the code of a class is no code of a project. Whether something went astray is not whether it was attained: 是 means the opposite.
 * Whether an objective was reached is not whether the money was spent. A rate of change is no progress.
 */
function agree(one: Terms, other: Terms): boolean {
  if (one.has('率') && other.has('率') && one.has('增减') !== other.has('增减')) return false;
  if (one.has('是否') && one.has('偏差') !== other.has('偏差')) return false;
  if (one.has('是否') && one.has('目标') && !other.has('目标')) return false;
  // 是否政府采购 marks something else than 是否直达资金.
  if (one.has('是否') && [...subjects].some((term) => one.has(term) !== other.has(term))) return false;
  // What shall be given back is not given back yet.
  if (one.has('收回') && !isDue(other) && isDue(one)) return false;
  const apart = one.has('编码') && other.has('编码') ? [...setApart, ...coded] : setApart;
  return apart.every((term) => one.has(term) === other.has(term));
}

const setApart = ['同期', '上年', '前年', '下年', '占比', '发文', '预留'];
const isDue = (terms: Terms) => terms.has('拟') || terms.has('计划');
/** What has a code of its own, which is no code of a project. */
const coded = ['科目', '功能科目', '经济科目', '品目', '单位', '合同'];

/** Whether a heading can mean what stands under some parents: a 编码 below 支出科目 is that of a class, not of a project. */
export function fitsUnder(parents: Terms, { terms }: Resemblance): boolean {
  return ['科目', ...setApart].every((term) => !parents.has(term) || terms.has(term));
}

/** Figures alone are no words, but where a heading asks for a class or a code. */
function mayHold(kind: string, holds: Holds, terms: Terms): boolean {
  if (holds === 'figures')
    return (kind !== 'text' && kind !== 'choice') || terms.has('功能科目') || terms.has('经济科目');
  if (holds === 'words')
    return kind !== 'amount' && kind !== 'rate' && kind !== 'number' && kind !== 'sequence';
  return true;
}

function weightOf(terms: Terms, among: Spread): number {
  let weight = 0;
  for (const term of terms) weight += weightIn(term, among);
  return weight;
}

/** A term of one field tells more than a term of all of them. */
function weightIn(term: string, { spread, fieldCount, weigh }: Spread): number {
  const fields = Math.max(1, spread.get(term) ?? 1);
  return weigh(term) * (0.4 + 0.6 * (Math.log(1 + fieldCount / fields) / Math.log(1 + fieldCount)));
}
