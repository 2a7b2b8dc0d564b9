import { type Label, likeness } from '../model/label.ts';
import type { TableLayout } from '../model/template.ts';
import type { ColumnPath } from './heading-band.ts';
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
}

interface Candidate extends ColumnMatch {
  readonly field: string;
  readonly strength: number;
}

/** Matches the columns of a heading with the fields of a table by equal words: the surest pair first, each column and field once. */
export function matchColumns(paths: readonly ColumnPath[], table: TableWords): ColumnMatches {
  const candidates: Candidate[] = [];
  for (const path of paths) candidates.push(...candidatesOf(path, table));
  candidates.sort((one, other) => other.strength - one.strength || one.path.column - other.path.column);
  const matches = new Map<string, ColumnMatch>();
  const taken = new Set<ColumnPath>();
  for (const { field, path, how, heading } of candidates) {
    if (matches.has(field) || taken.has(path)) continue;
    matches.set(field, { path, how, heading });
    taken.add(path);
  }
  return { matches, unknown: paths.filter((path) => !taken.has(path)) };
}

/** Takes columns that no word equals for the field they resemble, where that is one and it was not found yet. */
export function withNearColumns(exact: ColumnMatches, table: TableWords): ColumnMatches {
  const matches = new Map(exact.matches);
  const unknown: ColumnPath[] = [];
  for (const path of exact.unknown) {
    const near = nearField(path, table, matches);
    if (near === null) unknown.push(path);
    else matches.set(near.field, { path, how: 'near', heading: near.heading });
  }
  return { matches, unknown };
}

/** Exact headings beat those with any month, the nearest parent beats a farther one, a parent beats none. */
function candidatesOf(path: ColumnPath, table: TableWords): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (heading: string, how: ColumnMatch['how'], strength: number) => {
    for (const { name, rank, like } of table.fields.get(heading) ?? []) {
      found.push({
        path,
        how: like === undefined ? how : 'near',
        heading: like ?? heading,
        field: name,
        strength: strength - rank / 1000,
      });
    }
  };
  const leaf = path.labels.at(-1);
  if (leaf === undefined) return found;
  for (const [index, parent] of path.labels.slice(0, -1).entries()) {
    const nearness = index / 10;
    add(`${parent.key}/${leaf.key}`, 'path', 6 + nearness);
    add(`${parent.monthKey}/${leaf.monthKey}`, 'path', 4 + nearness);
    add(parent.key + leaf.key, 'path', 3.5 + nearness);
    add(parent.monthKey + leaf.monthKey, 'path', 3.2 + nearness);
  }
  if (path.labels.length > 2) {
    add(path.labels.map((label) => label.key).join('/'), 'path', 7);
    add(path.labels.map((label) => label.monthKey).join('/'), 'path', 5.5);
  }
  add(leaf.key, 'label', 3);
  add(leaf.monthKey, 'label', 2.5);
  const first = path.labels[0];
  // A heading whose official word is the parent and whose lower row only says how: 已下达 / 指标数.
  if (first !== undefined && path.labels.length > 1) add(first.key, 'label', 1);
  return found;
}

/** Words that headings gain or lose without changing meaning. */
const affixes =
  /^(?:数|额|金额|资金|情况|说明|项目|预算|合计|累计|本年|全年|本年度|年度|填写|请|简要|具体|主要|的|等|栏|总|明细|及|时间)*$/;

/** A field not found yet whose heading the column resembles; null when none does, or more than one as well. */
function nearField(
  path: ColumnPath,
  table: TableWords,
  matches: ReadonlyMap<string, unknown>,
): { field: string; heading: string } | null {
  const leaf = path.labels.at(-1);
  if (leaf === undefined || leaf.key.length < 3) return null;
  let best: { field: string; heading: string; score: number } | null = null;
  let rival = 0;
  for (const [heading, fields] of table.fields) {
    const word = heading.slice(heading.indexOf('/') + 1);
    if (word.length < 3 || heading.includes('/')) continue;
    const score = resemblance(leaf, word);
    if (score < 0.75) continue;
    const field = fields.find(({ name }) => !matches.has(name))?.name;
    if (field === undefined) return null;
    if (best === null || score > best.score) {
      if (best !== null && best.field !== field) rival = best.score;
      best = { field, heading, score };
    } else if (field !== best.field) {
      rival = Math.max(rival, score);
    }
  }
  return best !== null && best.score > rival ? best : null;
}

function resemblance(leaf: Label, word: string): number {
  const keys = leaf.key === leaf.monthKey ? [leaf.key] : [leaf.key, leaf.monthKey];
  let best = 0;
  for (const key of keys) {
    const at = key.indexOf(word);
    const within = word.indexOf(key);
    if (at >= 0 && affixes.test(key.slice(0, at)) && affixes.test(key.slice(at + word.length)))
      best = Math.max(best, 0.95);
    else if (
      within >= 0 &&
      affixes.test(word.slice(0, within)) &&
      affixes.test(word.slice(within + key.length))
    )
      best = Math.max(best, 0.9);
    else best = Math.max(best, likeness(key, word));
  }
  return best;
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
