import { type Label, labelOf, likeness } from '../model/label.ts';
import type { Field, TableLayout } from '../model/template.ts';
import type { ColumnPath } from './heading-band.ts';
import { termsOf } from './heading-terms.ts';
import { fitsUnder, type Resemblance, resemblances, termsOfPath } from './meanings.ts';
import type { TableWords } from './vocabulary.ts';

/** Which column holds which field, and how sure that is. */
export interface ColumnMatches {
  readonly matches: ReadonlyMap<string, ColumnMatch>;
  readonly unknown: readonly ColumnPath[];
}

export interface ColumnMatch {
  readonly path: ColumnPath;
  /** path: heading with its parent. label: the last label alone. near: alike, not equal. */
  readonly how: 'path' | 'label' | 'near';
  /** The heading of the template it was taken for. */
  readonly heading: string;
  /** 1 where the words are equal; how alike they are where they are not. */
  readonly likeness: number;
  /** Whether it was taken for one of two things it asks for. */
  readonly isPart?: true;
}

interface Candidate extends ColumnMatch {
  readonly field: string;
  readonly strength: number;
}

/** Matches the columns of a heading with the fields of a table by equal words: the surest pair first, each column and field once. */
export function matchColumns(paths: readonly ColumnPath[], table: TableWords): ColumnMatches {
  return assign(
    paths,
    paths.flatMap((path) => possible(path, equalCandidates(path, table), table, paths)),
    table,
  );
}

/** The same, and what no word equals is taken for the field it resembles most, if that is one. */
export function matchColumnsAlike(paths: readonly ColumnPath[], table: TableWords): ColumnMatches {
  return nameByEnding(
    assign(
      paths,
      paths.flatMap((path) => {
        const equal = equalCandidates(path, table);
        const alike = alikeCandidates(path, table).map(confirmedBy(equal));
        return possible(path, [...equal, ...alike], table, paths);
      }),
      table,
    ),
    table.layout,
  );
}

/** 存量资金项目, 惠民补贴项目名称: of what kind the projects are is no matter, where no other column names them. */
function nameByEnding(found: ColumnMatches, { identity, fields }: TableLayout): ColumnMatches {
  const { name } = identity;
  if (found.matches.has(name) || fields[name]?.headings.includes('项目名称') !== true) return found;
  const named = found.unknown.find(
    ({ holds, labels }) => holds !== 'figures' && /项目(?:名称)?$/.test(labels.at(-1)?.key ?? ''),
  );
  if (named === undefined) return found;
  const match: ColumnMatch = { path: named, how: 'near', heading: '项目名称', likeness: byEnding };
  return {
    matches: new Map([...found.matches, [name, match]]),
    unknown: found.unknown.filter((path) => path !== named),
  };
}

const byEnding = 0.7;

/**
 * A label that reaches down beside the rows (绩效指标完成情况) heads them all: at most their names, where no other column
 * (资金构成) means those as well.
 */
function possible(
  path: ColumnPath,
  candidates: readonly Candidate[],
  { layout }: TableWords,
  paths: readonly ColumnPath[],
): readonly Candidate[] {
  if (path.isBeside)
    return candidates
      .filter(({ field }) => field === layout.identity.name)
      .map((candidate) => ({ ...candidate, strength: candidate.strength - besideRows }));
  if (isFirstOfQuarters(path, paths))
    return candidates.filter(({ field }) => layout.fields[field]?.kind !== 'amount');
  if (!isChangeBesideOutcome(path, paths)) return candidates;
  return candidates.filter(({ field }) => {
    const terms = termsOf(labelOf(layout.fields[field]?.title.zh ?? ''));
    return !(terms.has('调整') && terms.has('预算'));
  });
}

const besideRows = 1;

/** 一季度支出 | 二季度支出 | 上半年支出: beside the second the first is that quarter's alone, and not all there is so far. */
function isFirstOfQuarters({ labels }: ColumnPath, paths: readonly ColumnPath[]): boolean {
  const isOf = (quarter: string, label: Label | undefined) =>
    new RegExp(`^第?${quarter}季度(?!末|底)`).test(label?.plain ?? '');
  return isOf('[一1]', labels.at(-1)) && paths.some((other) => isOf('[二2]', other.labels.at(-1)));
}

/** 年初数 | 调整数 | 合计: beside what the budget has come to, 调整数 is by how much it changed. */
function isChangeBesideOutcome({ labels }: ColumnPath, paths: readonly ColumnPath[]): boolean {
  if (!/^(?:预算)?(?:调整|调剂|增减|变动)(?:数|额|金额)?$/.test(labels.at(-1)?.key ?? '')) return false;
  const group = groupOf(labels);
  return paths.some(
    (other) =>
      groupOf(other.labels) === group &&
      (/[整剂减加动]后|^现(?:有|行)?预算/.test(other.labels.at(-1)?.key ?? '') ||
        (group !== '' && /^(?:合计|小计|总计)数?$/.test(other.labels.at(-1)?.key ?? ''))),
  );
}

function groupOf(labels: readonly Label[]): string {
  return labels
    .slice(0, -1)
    .map(({ key }) => key)
    .join('/');
}

/** 预算情况 / 全年预算数 is surer than 预算情况 / 调整金额: its last row alone says as much as the whole. */
function confirmedBy(equal: readonly Candidate[]): (candidate: Candidate) => Candidate {
  return (candidate) =>
    equal.some(({ field }) => field === candidate.field)
      ? { ...candidate, strength: candidate.strength + confirmed }
      : candidate;
}

const confirmed = 0.2;

function assign(
  paths: readonly ColumnPath[],
  candidates: Candidate[],
  { layout, boxes }: TableWords,
): ColumnMatches {
  candidates.sort((one, other) => other.strength - one.strength || one.path.column - other.path.column);
  // 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值: of equal headings the one that follows the names is theirs.
  const names = candidates.find(({ field }) => field === layout.identity.name)?.path.column ?? 0;
  candidates.sort(
    (one, other) =>
      other.strength - one.strength || Number(one.path.column < names) - Number(other.path.column < names),
  );
  const matches = new Map<string, ColumnMatch>();
  const taken = new Set<ColumnPath>();
  for (const candidate of candidates) {
    const { field, path } = candidate;
    if (matches.has(field) || taken.has(path)) continue;
    matches.set(field, matchOf(candidate));
    taken.add(path);
  }
  yieldToRequired(matches, candidates, layout.fields);
  yieldToNames(matches, candidates, layout);
  giveOnlyPart(matches, layout.fields);
  makeRoom(matches, taken, candidates);
  nameByOther(matches, candidates, layout);
  inOrder(matches, candidates, layout);
  for (const path of paths) {
    const heading = path.labels.at(-1)?.key ?? '';
    const fields = boxes.get(heading) ?? [];
    // Where each has a column of its own, this one is the heading of something else.
    if (fields.some((field) => (matches.get(field)?.path ?? path) !== path)) continue;
    for (const field of fields) matches.set(field, { path, how: 'label', heading, likeness: 1 });
    if (fields.length > 0) taken.add(path);
  }
  return { matches, unknown: paths.filter((path) => !taken.has(path)) };
}

/** A column taken for a minor field, or by a word that both go by, is given up where a required one has nothing else. */
function yieldToRequired(
  matches: Map<string, ColumnMatch>,
  candidates: readonly Candidate[],
  fields: TableWords['layout']['fields'],
): void {
  for (const candidate of candidates) {
    const { field, path, how } = candidate;
    if (fields[field]?.required !== true || matches.has(field)) continue;
    const [holder, held] = [...matches].find(([, match]) => match.path === path) ?? [];
    if (holder === undefined || fields[holder]?.required === true) continue;
    if (fields[holder]?.minor !== true && how === 'near') continue;
    // An equal word is not given up for a resemblance.
    if (how === 'near' && held?.how !== 'near') continue;
    matches.delete(holder);
    matches.set(field, matchOf(candidate));
  }
}

/** 考核指标 may be a level or the item itself: where no other column is the item, it is. */
function yieldToNames(
  matches: Map<string, ColumnMatch>,
  candidates: readonly Candidate[],
  { identity, fields }: TableLayout,
): void {
  if (matches.has(identity.name)) return;
  const named = candidates.find(({ field, how }) => field === identity.name && how !== 'near');
  const [holder] = [...matches].find(([, match]) => match.path === named?.path) ?? [];
  if (named === undefined || holder === undefined || fields[holder]?.required === true) return;
  matches.delete(holder);
  matches.set(identity.name, matchOf(named));
}

/**
 * A required sum of which one part alone is there is that part, where its heading says no more than the sum's: 预算批复
 * without additions is the budget, 年初预算 is not.
 */
function giveOnlyPart(matches: Map<string, ColumnMatch>, fields: TableWords['layout']['fields']): void {
  for (const [field, { required, computed, title }] of Object.entries(fields)) {
    if (required !== true || matches.has(field) || computed === undefined || !('sum' in computed)) continue;
    const [part, ...others] = [...computed.sum, ...(computed.less ?? [])].filter((name) => matches.has(name));
    const match = part === undefined ? undefined : matches.get(part);
    if (part === undefined || match === undefined || others.length > 0) continue;
    const whole = termsOf(labelOf(title.zh));
    const own = [...termsOf(labelOf(fields[part]?.title.zh ?? ''))].filter((term) => !whole.has(term));
    const said = termsOfPath(match.path.labels);
    if (own.some((term) => said.has(term))) continue;
    matches.delete(part);
    matches.set(field, match);
  }
}

/**
 * A column that was left over has the field it surely means where the column that has it as surely means another that is
 * free: of 项目 and 保障类型 the first may be a project or its kind, the second its kind alone.
 */
function makeRoom(
  matches: Map<string, ColumnMatch>,
  taken: Set<ColumnPath>,
  candidates: readonly Candidate[],
): void {
  const sure = candidates.filter(({ how, likeness: alike }) => how !== 'near' || alike > 0.9);
  for (const wanting of sure) {
    const holder = matches.get(wanting.field);
    if (holder === undefined || taken.has(wanting.path)) continue;
    const other = sure.find(({ path, field }) => path === holder.path && !matches.has(field));
    if (other === undefined) continue;
    matches.set(other.field, matchOf(other));
    matches.set(wanting.field, matchOf(wanting));
    taken.add(wanting.path);
  }
}

/**
 * 考核要点及评分标准 asks for two things: where another column may be the name of a row, it is that of the second.
 */
function nameByOther(
  matches: Map<string, ColumnMatch>,
  candidates: readonly Candidate[],
  { identity: { name }, fields }: TableLayout,
): void {
  const named = matches.get(name);
  if (named?.isPart !== true) return;
  const second = candidates.find(
    ({ field, path, isPart }) => isPart && path === named.path && !matches.has(field),
  );
  if (second === undefined) return;
  const other = candidates
    .filter(({ field, path, how }) => field === name && how !== 'near' && path.column < named.path.column)
    .sort((one, next) => next.path.column - one.path.column)[0];
  const [holder] = [...matches].find(([, { path }]) => path === other?.path) ?? [];
  if (other === undefined || holder === undefined || fields[holder]?.required === true) return;
  matches.delete(holder);
  matches.set(name, matchOf(other));
  matches.set(second.field, matchOf(second));
}

/** Columns that name rows at several levels by words that several of these go by: from left to right they grow particular. */
function inOrder(
  matches: Map<string, ColumnMatch>,
  candidates: readonly Candidate[],
  { levels }: TableLayout,
): void {
  if (levels === undefined) return;
  const held = levels.flatMap((level) => matches.get(level) ?? []);
  const columns = held.map(({ path }) => path).sort((one, other) => one.column - other.column);
  const ordered = [...levels.slice(0, columns.length - 1), levels.at(-1)].map((level, index) =>
    candidates.find(
      ({ field, path, how }) =>
        field === level && path === columns[index] && (how !== 'near' || matches.get(field)?.path === path),
    ),
  );
  const sure = ordered.flatMap((candidate) => candidate ?? []);
  if (sure.length < ordered.length) return;
  for (const level of levels) matches.delete(level);
  for (const candidate of sure) matches.set(candidate.field, matchOf(candidate));
}

function matchOf({ path, how, heading, likeness: sure, isPart }: Candidate): ColumnMatch {
  return { path, how, heading, likeness: sure, ...(isPart ? { isPart } : {}) };
}

/** Exact headings beat those with any month, the nearest parent beats a farther one, a parent beats none. */
function equalCandidates(path: ColumnPath, table: TableWords): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (
    heading: string,
    how: ColumnMatch['how'],
    strength: number,
    isUnlike = (_: Field) => false,
  ) => {
    for (const { name, rank } of table.fields.get(heading) ?? []) {
      const field = table.layout.fields[name];
      if (field === undefined) continue;
      const isOff = (isPercent && field.kind === 'amount') || (isMoney && field.kind === 'rate');
      const own = strength - rank / 1000 - (isOff ? unlikeUnit : 0) - (isUnlike(field) ? unlikeParent : 0);
      found.push({ path, how, heading, likeness: 1, field: name, strength: own });
    }
  };
  const leaf = path.labels.at(-1);
  if (leaf === undefined) return found;
  const isPercent = /[%‰]/.test(leaf.plain);
  const isMoney = leaf.unit !== null;
  const parents = path.labels.slice(0, -1);
  for (const [index, parent] of parents.entries()) {
    const nearness = index / 10;
    add(`${parent.key}/${leaf.key}`, 'path', 6 + nearness);
    add(`${parent.monthKey}/${leaf.monthKey}`, 'path', 4 + nearness);
    add(parent.key + leaf.key, 'path', 3.5 + nearness);
    add(parent.monthKey + leaf.monthKey, 'path', 3.2 + nearness);
    if (saysBudgetAlone(parent)) add(`预算数/${leaf.key}`, 'path', 3.1 + nearness);
  }
  if (path.labels.length > 2) {
    add(path.labels.map((label) => label.key).join('/'), 'path', 7);
    add(path.labels.map((label) => label.monthKey).join('/'), 'path', 5.5);
  }
  for (const field of fieldsListedIn(leaf, table))
    found.push({ path, how: 'label', heading: leaf.key, likeness: 1, field, strength: 3.1 });
  const isUnlike = parents.length === 0 ? undefined : unlikeBelow(parents, leaf);
  add(leaf.key, 'label', 3, isUnlike);
  add(leaf.monthKey, 'label', 2.5, isUnlike);
  const unqualified = withoutQualifier(leaf);
  if (unqualified !== null) add(unqualified, 'label', 2.05, isUnlike);
  const [first] = parents;
  // A heading whose official word is the parent and whose lower row only says how: 已下达 / 指标数.
  if (first !== undefined) add(first.key, 'label', 1);
  return found;
}

/** 预算指标, 年度预算安排 and 预算批复情况 say no more than 预算数: what stands below them is a part of it, or its 合计. */
function saysBudgetAlone(parent: Label): boolean {
  const terms = termsOf(parent);
  return terms.has('预算') && [...terms].every((term) => ofBudgetAlone.has(term));
}

const ofBudgetAlone: ReadonlySet<string> = new Set([
  '预算',
  '数',
  '年',
  '情况',
  '资金',
  '批复',
  '项目',
  '指标',
]);

/**
 * What the last row of a heading can hardly mean below its parents, unless nothing else is meant: a month below 支出情况
 * is none of the plan, a total below 公务用车 not the whole.
 */
function unlikeBelow(parents: readonly Label[], leaf: Label): (field: Field) => boolean {
  if (/^(?:合计|小计|总计)$/.test(leaf.key)) return () => true;
  const above = termsOfPath(parents);
  const isSpent = above.has('支出') && !above.has('计划') && !above.has('预算');
  return ({ title }) => isSpent && termsOf(labelOf(title.zh)).has('计划');
}

const unlikeParent = 1.5;

/** 资金类型(结转/结余): a heading that lists what may be filled in names the fields that take such words. */
function fieldsListedIn({ plain }: Label, { layout }: TableWords): readonly string[] {
  const [, listed = ''] = /\(([^()]+)\)$/.exec(plain) ?? [];
  const words = listed.split(/[/、或]/).filter((word) => word !== '');
  if (words.length < 2) return [];
  return Object.entries(layout.fields)
    .filter(([, { suggested = [] }]) =>
      words.every((word) => suggested.some((suggestion) => suggestion.startsWith(word))),
    )
    .map(([name]) => name);
}

/** Terms that say how something is counted. */
const counted: ReadonlySet<string> = new Set(['率', '数']);

/**
 * 项目（科目） is 项目 and 全年数A is 全年数, where nothing says so better; a bracket that names another figure is no mere
 * qualifier.
 */
function withoutQualifier({ plain }: Label): string | null {
  const lettered = /^(.*[\u4e00-\u9fff])[A-Z]$/.exec(plain)?.[1];
  if (lettered !== undefined) return labelOf(lettered).key;
  const [whole, name = '', qualifier = ''] = /^([^()]+)\(([^()]+)\)$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  const terms = termsOf(labelOf(qualifier));
  return otherFigures.some((term) => terms.has(term)) ? null : labelOf(name).key;
}

const otherFigures = [
  '上年',
  '前年',
  '下年',
  '上月',
  '本月',
  '同期',
  '累计',
  '计划',
  '预计',
  '年初',
  '调整',
  '率',
];

/** 增减% and 增减 are the same word and two columns: what the heading counts in tells which. */
const unlikeUnit = 1.2;

/** Two fields as near as this to one heading leave it undecided. */
const undecided = 0.02;

/**
 * Fields that a heading resembles. With its parents it says more than alone: where together they mean a field almost
 * surely, that goes before the equal word of its last row (上年 / 预算数 is no 预算数).
 */
function alikeCandidates(path: ColumnPath, table: TableWords): readonly Candidate[] {
  const leaf = path.labels.at(-1);
  if (leaf === undefined) return [];
  const own = termsOf(leaf);
  if (path.labels.length === 1) {
    const whole = candidates(resemblances(own, table.meanings, path.holds), 2);
    const sure = Math.max(0, ...whole.map(({ likeness: own }) => own));
    if (sure >= surely) return whole;
    // Two parts of which one says exactly what a field is called say more than the whole that is somewhat like one.
    const parts = partsOf(leaf).flatMap(inWords);
    return sure === 0 || parts.some(({ likeness: own }) => own === 1) ? parts : whole;
  }
  const all = termsOfPath(path.labels);
  const isUnlike = unlikeBelow(path.labels.slice(0, -1), leaf);
  const alone = resemblances(own, table.meanings, path.holds).filter((one) => {
    const field = table.layout.fields[one.field];
    return fitsUnder(all, one) && field !== undefined && !isUnlike(field);
  });
  const together = resemblances(all, table.meanings, path.holds);
  const found = candidates(together, together[0] !== undefined && together[0].score > 0.9 ? 3.15 : 2.1);
  // 比上年增减 / %: how a figure is counted says nothing of what it counts.
  const saysWhat = together.length === 0 || [...own].some((term) => !counted.has(term));
  return saysWhat ? [...found, ...candidates(alone, 2)] : found;

  function candidates(alikes: readonly Resemblance[], strength: number): Candidate[] {
    const [first, second] = alikes;
    if (first === undefined) return [];
    // Two fields may go by the same heading: then both are meant, one after the other.
    const isShared = first.heading === second?.heading;
    if (
      second !== undefined &&
      !isShared &&
      first.score - second.score < undecided &&
      !isNearerSpelt(first, second)
    ) {
      // Undecided between two, the heading is that of the one the table cannot do without.
      const [required, other] = alikes.filter(
        ({ field, score }) =>
          first.score - score < undecided && table.layout.fields[field]?.required === true,
      );
      return required === undefined || other !== undefined ? [] : [candidateOf(required, strength / 2)];
    }
    // What counts in money is no rate: 差额(元).
    return alikes
      .filter(({ kind }) => kind !== 'rate' || leaf?.unit === null)
      .map((one) => candidateOf(one, strength));
  }

  /** A part of a heading of two, which only words can answer. */
  function inWords(part: Label, index: number): readonly Candidate[] {
    const alikes = resemblances(termsOf(part), table.meanings, path.holds);
    return candidates(
      alikes.filter(({ kind }) => kind === 'text'),
      index === 0 ? 1.5 : 1.4,
    ).map((candidate) => ({ ...candidate, isPart: true }));
  }

  function candidateOf({ field, heading, score }: Resemblance, strength: number): Candidate {
    return { path, how: 'near', heading, likeness: score, field, strength: strength * score };
  }

  /** 收取时间 says the same as 收取日期 and 入库日期, and is spelt like one of them only. */
  function isNearerSpelt(first: Resemblance, second: Resemblance): boolean {
    const spelt = ({ field }: Resemblance) =>
      Math.max(
        0,
        ...(table.layout.fields[field]?.headings ?? []).map((heading) => likeness(leaf?.key ?? '', heading)),
      );
    return spelt(first) > spelt(second) + clearlyNearer;
  }
}

const clearlyNearer = 0.25;
const surely = 0.9;

/** 原因及下步打算 asks for two things; it is the column of the first, or of the second where the first has its own. */
function partsOf({ plain }: Label): readonly Label[] {
  const parts = plain.split(/以及|及|和|与|、/);
  return parts.length === 2 && parts.every((part) => part.length >= 2) ? parts.map(labelOf) : [];
}

/** The unmatched heading that looks most like a field that is wanting: for "是不是…". */
export function nearestHeading(field: string, layout: TableLayout, unknown: readonly ColumnPath[]): string {
  let best = '';
  let bestScore = 0.3;
  for (const path of unknown) {
    const leaf = path.labels.at(-1);
    if (leaf === undefined) continue;
    for (const heading of layout.fields[field]?.headings ?? []) {
      const score = likeness(leaf.key, heading.slice(heading.lastIndexOf('/') + 1));
      if (score > bestScore) {
        bestScore = score;
        best = path.written;
      }
    }
  }
  return best;
}
