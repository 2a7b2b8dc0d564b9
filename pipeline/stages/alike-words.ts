import { type Label, likeness } from '../model/label.ts';
import type { LabelRow } from './heading-band.ts';
import type { HeadedField, TableWords, TemplateWords, Vocabulary } from './vocabulary.ts';

/** From here on two words may mean the same; below, most that share a character or two do not. */
const alike = 0.6;
/** Headings and labels stand near the top of a sheet, and are few. */
const rowsLookedAt = 60;
const labelsLookedAt = 200;

/**
 * The vocabulary with the sheet's own labels added where each resembles a word of one field more than those of any
 * other: for a sheet that no template fits by known words. What was found by such a label is marked as merely near.
 */
export function withAlikeWords(vocabulary: Vocabulary, rows: readonly LabelRow[]): Vocabulary {
  const labels = labelsOn(rows);
  const tables = vocabulary.tables.map((table) => ({ ...table, fields: withLabels(table, labels) }));
  const tablesOf = new Map<string, readonly number[]>(vocabulary.tablesOf);
  for (const [index, table] of tables.entries()) {
    for (const heading of table.fields.keys()) {
      for (const segment of heading.split('/')) {
        const known = tablesOf.get(segment) ?? [];
        if (!known.includes(index)) tablesOf.set(segment, [...known, index]);
      }
    }
  }
  const templates = vocabulary.templates.map(
    (words): TemplateWords => ({
      template: words.template,
      tables: tables.filter((table) => table.template === words.template),
      form: withFormLabels(words.form, labels),
    }),
  );
  return { ...vocabulary, templates, tables, tablesOf };
}

function labelsOn(rows: readonly LabelRow[]): readonly Label[] {
  const labels = new Map<string, Label>();
  for (const { cells } of rows.slice(0, rowsLookedAt)) {
    if (cells.length < 2) continue;
    for (const { label } of cells) {
      if (label.bareKey.length < 2 || label.bareKey.length > 20 || labels.size >= labelsLookedAt) continue;
      labels.set(label.bareKey, label);
    }
  }
  return [...labels.values()];
}

/** Labels under a parent the table knows are compared with what stands under it, all others with single words. */
function withLabels(
  table: TableWords,
  labels: readonly Label[],
): ReadonlyMap<string, readonly HeadedField[]> {
  const fields = new Map(table.fields);
  const byParent = new Map<
    string,
    { readonly word: string; readonly heading: string; readonly names: readonly string[] }[]
  >();
  for (const [heading, headed] of table.fields) {
    const at = heading.lastIndexOf('/');
    const parent = heading.slice(0, Math.max(0, at));
    const known = byParent.get(parent) ?? [];
    known.push({ word: heading.slice(at + 1), heading, names: headed.map(({ name }) => name) });
    byParent.set(parent, known);
  }
  for (const label of labels) {
    for (const [parent, words] of byParent) {
      const prefix = parent === '' ? '' : `${parent}/`;
      if (fields.has(prefix + label.key) || fields.has(prefix + label.monthKey)) continue;
      const found = mostAlike(label, words);
      if (found !== null)
        fields.set(prefix + label.key, [{ name: found.name, rank: atAPinch, like: found.heading }]);
    }
  }
  return fields;
}

/** Behind every word that a template lists. */
const atAPinch = 400;

function withFormLabels(
  form: ReadonlyMap<string, string>,
  labels: readonly Label[],
): ReadonlyMap<string, string> {
  const known = new Map(form);
  const words = [...form].map(([heading, name]) => ({ word: heading, heading, names: [name] }));
  for (const label of labels) {
    if (known.has(label.bareKey)) continue;
    const found = mostAlike({ ...label, key: label.bareKey }, words);
    if (found !== null) known.set(label.bareKey, found.name);
  }
  return known;
}

function mostAlike(
  label: Pick<Label, 'key' | 'monthKey'>,
  words: readonly { readonly word: string; readonly heading: string; readonly names: readonly string[] }[],
): { readonly name: string; readonly heading: string } | null {
  let best: { name: string; heading: string; score: number } | null = null;
  let rival = 0;
  for (const { word, heading, names } of words) {
    const score = Math.max(
      resemblance(label.key, word),
      label.monthKey === label.key ? 0 : resemblance(label.monthKey, word),
    );
    const [name] = names;
    if (score < alike || name === undefined) continue;
    if (best === null || score > best.score) {
      if (best !== null && best.name !== name) rival = best.score;
      best = { name, heading, score };
    } else if (name !== best.name) rival = Math.max(rival, score);
  }
  return best !== null && best.score > rival ? best : null;
}

/** Words that come and go without changing what a heading means. */
const affixes =
  /^(?:名称|全称|内容|数|额|数额|金额|额度|资金|情况|说明|项目|预算|合计|累计|本年|全年|年度|年初|具体|主要|所属|对应|实施|意见|分析|完成|实际|指标|明细|时间|月份|单位|的|总|及|份)*$/;

function resemblance(key: string, word: string): number {
  if (!sharesTwo(key, word)) return 0;
  const [long, short] = key.length >= word.length ? [key, word] : [word, key];
  const at = short.length < 2 ? -1 : long.indexOf(short);
  // The longer the common part, the surer: 支出 in 支出金额 says less than 绩效目标 in 年初绩效目标.
  if (at >= 0 && affixes.test(long.slice(0, at)) && affixes.test(long.slice(at + short.length)))
    return 0.75 + 0.2 * (short.length / long.length);
  return likeness(key, word);
}

/** Cheap, and true of all that could be alike. */
function sharesTwo(key: string, word: string): boolean {
  let shared = 0;
  for (const sign of word) {
    if (key.includes(sign)) shared += 1;
    if (shared === 2) return true;
  }
  return false;
}
