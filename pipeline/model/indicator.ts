import { doneInTime } from './done-in-time.ts';
import { foldText } from './label.ts';
import { measureIn } from './measure-in.ts';
import { monthOf, type Period, yearOf } from './period.ts';
import { asShown, type Lamp } from './spending.ts';
import type { Row } from './submission.ts';
import type { Measure } from './template.ts';
import { textIn } from './text-in.ts';

/** What an indicator measures, by the words of its levels. */
export type IndicatorKind = 'quantity' | 'quality' | 'timeliness' | 'cost' | 'benefit' | 'satisfaction';

/** An indicator of a form (T02, T04, T06) that has a number to reach. */
export interface NumericIndicator {
  readonly row: Row;
  readonly kind: IndicatorKind;
  /** higher: at least the target. lower: at most. zero: the target is 0, and anything else misses it. */
  readonly direction: 'higher' | 'lower' | 'zero';
  /** Whether the target itself does not suffice: 大于, 小于. */
  readonly isStrict: boolean;
  readonly target: number;
  /** In the unit of the target; null where there is no number that can be held against it. */
  readonly actual: number | null;
  readonly isPercentage: boolean;
}

/** Which kind of indicator a row is: its second level says it, else the first; quantity where neither does. */
export function indicatorKind(row: Row): IndicatorKind {
  for (const field of ['level2', 'level1'] as const) {
    const words = foldText(textIn(row, field) ?? '');
    for (const [kind, pattern] of kinds) if (pattern.test(words)) return kind;
  }
  return 'quantity';
}

/** Costs of society and of nature are costs, so they come before the benefits. */
const kinds: readonly (readonly [IndicatorKind, RegExp])[] = [
  ['satisfaction', /满意/],
  ['cost', /成本/],
  ['quality', /质量/],
  ['timeliness', /时效/],
  ['quantity', /数量/],
  ['benefit', /效益|效果|影响|经济|社会|生态|可持续/],
];

/**
 * The numbers of an indicator; null when its target is none: words, or a date such as 12月底前. A result whose unit is
 * another one, or a share given as 0.96 against 95%, cannot be held against the target and counts as none.
 */
export function numericIndicator(row: Row): NumericIndicator | null {
  const target = measureIn(row, 'target');
  if (target === null || target.number === null || isDate(target.text)) return null;
  const unit = unitOf(row, target);
  const kind = indicatorKind(row);
  const comparator = target.comparator ?? comparatorOf(textIn(row, 'nature'));
  return {
    row,
    kind,
    direction: target.number === 0 && comparator !== '≥' && comparator !== '>' ? 'zero' : directionOf(),
    isStrict: comparator === '>' || comparator === '<',
    target: target.number,
    actual: comparableResult(measureIn(row, 'actual'), target.number, unit),
    isPercentage: unit === '%',
  };

  function directionOf(): 'higher' | 'lower' {
    if (comparator === '≤' || comparator === '<') return 'lower';
    if (comparator === '≥' || comparator === '>') return 'higher';
    const nature = foldText(textIn(row, 'nature') ?? '');
    if (/反向|逆向|负向/.test(nature)) return 'lower';
    if (/正向/.test(nature)) return 'higher';
    // An exact amount of money or of days is the most it may take.
    return kind === 'cost' || (kind === 'timeliness' && /天|日|小时|分钟|周|个月/.test(unit))
      ? 'lower'
      : 'higher';
  }
}

/** Whether a result reaches the target, without regard to how much of the year has passed. */
export function meetsTarget({ direction, isStrict, target }: NumericIndicator, actual: number): boolean {
  const gap = direction === 'lower' ? target - actual : actual - target;
  if (direction === 'zero') return Math.abs(actual) < grain;
  return isStrict ? gap > grain * scaleOf(target) : gap >= -grain * scaleOf(target);
}

/** Whether an indicator of timeliness was finished by the day it was to be; null where target or result name no day. */
export function finishedInTime(row: Row, period: Period): boolean | null {
  const [target, actual] = [measureIn(row, 'target'), measureIn(row, 'actual')];
  if (target === null || actual === null || indicatorKind(row) !== 'timeliness') return null;
  return doneInTime(target.text, actual.text, yearOf(period));
}

/** How far a result has come, 1 is the whole target; null where there is no quotient (nothing is left of a bound). */
export function completionOf({ direction, target }: NumericIndicator, actual: number): number | null {
  if (direction === 'zero') return Math.abs(actual) < grain ? 1 : 0;
  const [part, whole] = direction === 'lower' ? [target, actual] : [actual, target];
  return whole > 0 && part >= 0 ? part / whole : null;
}

/** Lamp limits of indicators as shares of the value due by now: below red, below yellow, from blue. */
export interface IndicatorLimits {
  readonly red: number;
  readonly yellow: number;
  readonly blue: number;
}

/** Whether the target of an indicator grows with the year: more is better, and it is counted, not judged. */
export function isProrated({ kind, direction }: NumericIndicator): boolean {
  return direction === 'higher' && (kind === 'quantity' || kind === 'benefit' || kind === 'satisfaction');
}

/** Share of the value due by the end of a period (target × month/12) that a result has reached; null without one. */
export function attainmentOf({ target }: NumericIndicator, actual: number, period: Period): number | null {
  return target > 0 ? (actual * 12) / (target * monthOf(period)) : null;
}

/** The lamp of an attainment, as it reads. A percentage cannot run ahead of its target by a fifth in earnest, so it is never blue. */
export function attainmentLamp(attainment: number, limits: IndicatorLimits, isPercentage: boolean): Lamp {
  const read = asShown(attainment);
  if (read < limits.red - grain) return 'red';
  if (read < limits.yellow - grain) return 'yellow';
  return read >= limits.blue - grain && !isPercentage ? 'blue' : 'green';
}

/** What the words of a qualitative result say: 达成 green, 部分达成 yellow, 未达成 red; null for other words. */
export type QualitativeBand = 'reached' | 'partly' | 'missed';

export function bandOfWords(text: string): QualitativeBand | null {
  const folded = foldText(text);
  if (
    /部分(?:达成|达到|完成|实现|达标)|(?:达成|达到|完成|实现)(?:了)?(?:一)?部分|未(?:全部|完全)/.test(folded)
  )
    return 'partly';
  if (
    /(?:未|没有|没能|未能|尚未|无法|不能)(?:按期|按时|如期|及时)?(?:达成|达到|完成|实现|实施|开展|达标|启动)|未达|不达标|效果较?差/.test(
      folded,
    )
  )
    return 'missed';
  return /达成|达到|完成|实现|达标/.test(folded) ? 'reached' : null;
}

/** The lamp of one indicator; null where it has nothing to judge by. */
export function indicatorLamp(row: Row, period: Period, limits: IndicatorLimits): Lamp | null {
  const indicator = numericIndicator(row);
  if (indicator === null) {
    const inTime = finishedInTime(row, period);
    if (inTime !== null) return inTime ? 'green' : 'red';
    const words = measureIn(row, 'actual')?.text;
    const band = words === undefined ? null : bandOfWords(words);
    return band === null ? null : bandLamps[band];
  }
  if (indicator.actual === null) return null;
  if (!isProrated(indicator)) return meetsTarget(indicator, indicator.actual) ? 'green' : 'red';
  const attainment = attainmentOf(indicator, indicator.actual, period);
  return attainment === null ? null : attainmentLamp(attainment, limits, indicator.isPercentage);
}

const bandLamps = { reached: 'green', partly: 'yellow', missed: 'red' } as const satisfies Readonly<
  Record<QualitativeBand, Lamp>
>;

/** An indicator's name for a sentence. */
export function indicatorName(row: Row): string {
  return textIn(row, 'indicator') ?? textIn(row, 'level2') ?? textIn(row, 'level1') ?? '';
}

/** Whether a target or result is a day or month, whose number is no amount: 12月底前, 2023.11.28. */
export function isDate(text: string): boolean {
  return /(?:19|20)\d\d[年./-]|(?:^|[^个\d])\d{1,2}月(?!均)|^\d{1,2}月(?!均)|季度|年底|月底/.test(
    foldText(text),
  );
}

/** Forgives binary fractions. */
const grain = 1e-9;

function scaleOf(target: number): number {
  return Math.max(1, Math.abs(target));
}

function comparatorOf(nature: string | null): Measure['comparator'] {
  const plain = foldText(nature ?? '')
    .replace('>=', '≥')
    .replace('<=', '≤');
  const match = /[≥≤><=]/.exec(plain)?.[0];
  return match === '≥' || match === '≤' || match === '>' || match === '<' || match === '=' ? match : null;
}

/** The unit of the target, or of the unit column beside it. */
function unitOf(row: Row, target: Measure): string {
  return foldText(target.unit === '' ? (textIn(row, 'targetUnit') ?? '') : target.unit);
}

function comparableResult(result: Measure | null, target: number, unit: string): number | null {
  if (result === null || result.number === null || isDate(result.text)) return null;
  const own = foldText(result.unit);
  if (unit === '%' && own === '' && result.number <= 1.5 && target > 1.5) return null;
  if (own === '' || unit === '' || own.startsWith(unit) || unit.startsWith(own)) return result.number;
  for (const scale of scales) {
    const from = scale[own];
    const to = scale[unit];
    if (from !== undefined && to !== undefined) return (result.number * from) / to;
  }
  return null;
}

/** Units that mean the same thing in other sizes. */
const scales: readonly Readonly<Record<string, number>>[] = [
  { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 },
  { 米: 1, 千米: 1000, 公里: 1000, m: 1, km: 1000 },
  { 平方米: 1, m2: 1, 亩: 10_000 / 15, 公顷: 10_000 },
];
