import type { Dossier } from './dossier.ts';
import { type FactCode, type FactIndicator, factIndicators } from './fact-indicators.ts';
import { foldText, labelOf } from './label.ts';
import { measureIn } from './measure-in.ts';
import { type AmountUnit, type Fen, isAmountUnit, toFen } from './money.ts';
import { yearOf } from './period.ts';
import type { Row } from './submission.ts';
import type { Measure } from './template.ts';

/** One claim of the annual report as typed into its data sheet (T19). */
export interface Fact {
  readonly row: Row;
  /** Which standard indicator it is; null for one of the unit's own. */
  readonly code: FactCode | null;
  /** The kind of an indicator that comes in kinds (预算编制 of 预算编制得分); '' for others, or when not said. */
  readonly kind: string;
  /** The indicator as written. */
  readonly written: string;
  /** Null where the value is a word, blank or unreadable. */
  readonly number: number | null;
  /** The number as an amount; null unless its unit is one of money. */
  readonly fen: Fen | null;
  /** Of the number, as written: 万元, 个, %. */
  readonly unit: string;
  readonly word: FactWord | null;
  /** The year it is about: as said, otherwise that of the report. */
  readonly year: number;
  readonly isYearStated: boolean;
  readonly basis: FactBasis | null;
}

/** What a value in words means: 平衡, 不平衡, 未发生/无, 不涉及, 持平, 增加, 减少. */
export type FactWord = 'balanced' | 'unbalanced' | 'none' | 'notApplicable' | 'same' | 'more' | 'less';

/** 预算 or 计划, 决算, 实际 or 执行. */
export type FactBasis = 'budget' | 'final' | 'actual';

/** The claims of a unit's annual report, in the order of the sheet; classified ones are left out. */
export function factsOf(dossier: Dossier): readonly Fact[] {
  const rows = dossier.submissions
    .filter(({ template }) => template.id === 'T19')
    .flatMap(({ tables }) => tables.facts?.rows ?? [])
    .filter((row) => !row.classified);
  const years = rows.map((row) => row.values.year).filter((year) => typeof year === 'number');
  // A report handed in next January still speaks of the year it is about: the latest it names.
  const reportYear = years.length === 0 ? yearOf(dossier.period) : Math.max(...years);
  return rows.flatMap((row) => factOf(row, reportYear) ?? []);
}

/** The claims about one indicator, of one year where a year is given. */
export function factsAbout(facts: readonly Fact[], code: FactCode, year?: number): readonly Fact[] {
  return facts.filter((fact) => fact.code === code && (year === undefined || fact.year === year));
}

/** The number of a claim as rules compare it: fen where it is money; nothing (未发生) is zero. */
export function figureOf({ number, fen, word }: Fact): number | null {
  return fen ?? number ?? (word === 'none' || word === 'notApplicable' ? 0 : null);
}

/** Whether two figures may be compared: final accounts and actual spending are one basis, one not said may be any. */
export function isOneBasis(one: FactBasis | null, other: FactBasis | null): boolean {
  return one === null || other === null || (one === 'budget') === (other === 'budget');
}

/** Which standard indicator a name means, with its kind, e.g. `预算编制情况得分`; null when it is none. */
export function indicatorOf(written: string): { readonly code: FactCode; readonly kind: string } | null {
  const key = labelOf(written).key;
  const code = byName.get(key);
  if (code !== undefined) return { code, kind: '' };
  for (const { code: familyCode, pattern } of families) {
    const match = pattern.exec(key);
    if (match !== null) return { code: familyCode, kind: match[1] ?? '' };
  }
  return null;
}

const byName = new Map<string, FactCode>(
  factIndicators.flatMap(({ code, name, synonyms }) =>
    [name.zh, ...synonyms].map((word): [string, FactCode] => [labelOf(word).key, code]),
  ),
);

const families = factIndicators.flatMap((indicator) => {
  const { family }: FactIndicator = indicator;
  return family === undefined ? [] : [{ code: indicator.code, pattern: family }];
});

function factOf(row: Row, reportYear: number): Fact | null {
  const written = row.values.indicator;
  if (typeof written !== 'string' || written.trim() === '') return null;
  const label = labelOf(written);
  const { found, offset } = withRelativeYear(written);
  const measure = measureIn(row, 'value');
  const word = measure === null ? null : wordOf(measure.text);
  const unit = unitOfFact(row, measure, label.unit);
  const number = measure === null ? null : numberOf(measure, word);
  const stated = statedYear(row.values.year, label.year, offset, reportYear);
  return {
    row,
    code: found?.code ?? null,
    kind: found?.kind ?? '',
    written,
    number,
    fen: number !== null && isAmountUnit(unit) ? toFen(number, unit) : null,
    unit,
    word,
    year: stated ?? reportYear,
    isYearStated: stated !== null,
    basis: basisOf(row.values.basis),
  };
}

/** `三公经费上年` is the indicator 三公经费, a year earlier; `资产比上年增加额` is an indicator as it stands. */
function withRelativeYear(written: string) {
  const { key } = labelOf(written);
  if (byName.has(key)) return { found: indicatorOf(written), offset: null };
  const offset = /(?<![与比较])(?:上年|去年)/.test(key) ? -1 : /本年|当年/.test(key) ? 0 : null;
  return { found: indicatorOf(key.replace(/(?:上|去|本|当)年度?(?:数|实际|执行)?/g, '')), offset };
}

/** The year column, the name's own year, or 上年/本年 in the name; 上年 wins over the report's year beside it. */
function statedYear(
  column: unknown,
  named: number | null,
  offset: number | null,
  reportYear: number,
): number | null {
  const given = typeof column === 'number' ? column : named;
  if (offset !== null && (given === null || given === reportYear)) return reportYear + offset;
  return given;
}

/** A year inside a text is no figure: 与2022年持平; 较2022年增加229.94万元. */
function numberOf({ text, number }: Measure, word: FactWord | null): number | null {
  if (word === null) return number;
  const rest = foldText(text).replace(/(?:19|20)\d\d年/g, '');
  const match = /-?\d[\d,]*(?:\.\d+)?/.exec(rest);
  return match === null ? null : Number(match[0].replaceAll(',', ''));
}

function wordOf(text: string): FactWord | null {
  // 未增加 may be the same or less: it claims neither.
  const folded = foldText(text).replace(/(?:未|没有|没|无|零|不)(?:增加|增长|上升|提高|减少|下降|降低)/g, '');
  for (const [word, pattern] of words) if (pattern.test(folded)) return word;
  return null;
}

const words: readonly (readonly [FactWord, RegExp])[] = [
  ['unbalanced', /不平衡|未平衡|不相等/],
  ['balanced', /平衡/],
  ['notApplicable', /不涉及|不适用/],
  ['same', /持平|不变|不增不减|无变化|没有变化|未变|与上年一致|相同/],
  ['more', /增加|增长|上升|提高/],
  ['less', /减少|下降|降低/],
  ['none', /^(?:无|没有|零)$|未发生|没有发生|未出现|不存在|未产生|无新增|无预警|没有新增/],
];

function unitOfFact(row: Row, measure: Measure | null, named: AmountUnit | null): string {
  const column = row.values.valueUnit;
  const stated = typeof column === 'string' ? foldText(column) : '';
  if (stated !== '') return stated;
  return measure !== null && measure.unit !== '' ? measure.unit : (named ?? '');
}

function basisOf(value: unknown): FactBasis | null {
  if (typeof value !== 'string') return null;
  const folded = foldText(value);
  if (/决算/.test(folded)) return 'final';
  if (/预算|计划/.test(folded)) return 'budget';
  return /实际|执行|完成|实缴/.test(folded) ? 'actual' : null;
}
