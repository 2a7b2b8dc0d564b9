import { foldText, labelOf } from '../model/label.ts';
import { type AmountUnit, decimalsOf, fenPerUnit, toFen } from '../model/money.ts';
import { isPercentFormat } from '../model/number-format.ts';
import type { Gap, ReadProblemKind } from '../model/submission.ts';
import type { Field } from '../model/template.ts';
import { type CellValue, isCellDate, isCellError, type Sheet } from '../model/workbook.ts';
import { parseDate, parseDateNumber } from './cells/date.ts';
import { parseMeasure } from './cells/measure.ts';
import { isClassified, isDenial, isPlaceholder, isUnfinished, parseNumber, tidy } from './cells/number.ts';
import { parseYesNo } from './cells/yes-no.ts';

/** What one cell became: a value, or the reason for none, and what reading noticed. */
export interface CellRead {
  readonly value: unknown;
  readonly gap: Gap | null;
  readonly problems: readonly CellProblem[];
}

export interface CellProblem {
  readonly kind: ReadProblemKind;
  readonly raw: string;
  readonly read: string;
}

/** What reading a cell depends on besides the cell. */
export interface CellCircumstances {
  /** Unit of the column's amounts. */
  readonly unit: AmountUnit;
  /** Fiscal year, for dates without one. */
  readonly year: number;
  /** What a bare number in a rate column means. */
  readonly rateScale: RateScale;
  /** Where several boxes share one column: every word that may stand there instead of a tick. */
  readonly answers?: readonly string[] | undefined;
}

/** ratio: 0.42 is 42 %. percent: 42 is 42 %. ambiguous: nothing but 0 and 1 in the column. */
export type RateScale = 'ratio' | 'percent' | 'ambiguous';

const noProblems: readonly CellProblem[] = [];
const blank: CellRead = { value: null, gap: 'blank', problems: noProblems };

/** Reads one cell as a field's kind says. Nothing is guessed: what cannot be read is a gap with its reason. */
export function extractCell(
  sheet: Sheet,
  row: number,
  column: number,
  field: Field,
  how: CellCircumstances,
): CellRead {
  const value = sheet.value(row, column);
  if (value === null) {
    if (!sheet.isUncalculated(row, column)) return blank;
    return missing('uncalculated', {
      kind: 'uncalculated',
      raw: `=${sheet.formula(row, column) ?? ''}`,
      read: '',
    });
  }
  if (isCellError(value)) return missing('error', { kind: 'error-value', raw: value.code, read: '' });
  if (typeof value === 'string') {
    if (value.trim() === '') return blank;
    if (isClassified(value))
      return missing('classified', { kind: 'classified', raw: value.trim(), read: '' });
  }
  switch (field.kind) {
    case 'amount':
      return amount(value, how.unit);
    case 'number':
      return plainNumber(value, formatOf(value, sheet, row, column));
    case 'rate':
      return rate(value, formatOf(value, sheet, row, column), how.rateScale);
    case 'sequence':
      return sequence(value);
    case 'date':
      return dateOf(value, how.year);
    case 'yesNo':
      return how.answers === undefined ? yesNo(value) : answer(value, field, how.answers);
    case 'choice':
      return choice(value, field);
    case 'measure':
      return measure(textOf(value, formatOf(value, sheet, row, column)), field);
    case 'code':
    case 'text':
      return text(value, field, formatOf(value, sheet, row, column));
  }
}

/** How a number is shown; null for any other value, which it does not change. */
function formatOf(value: CellValue, sheet: Sheet, row: number, column: number): string | null {
  return typeof value === 'number' ? sheet.numberFormat(row, column) : null;
}

/** Reads text that is a value of its own, not a whole cell: what stands behind a colon. */
export function extractText(raw: string, field: Field, how: CellCircumstances): CellRead {
  if (raw.trim() === '') return blank;
  if (isClassified(raw)) return missing('classified', { kind: 'classified', raw: raw.trim(), read: '' });
  switch (field.kind) {
    case 'amount':
      return withoutTextNotes(amount(raw, how.unit));
    case 'number':
      return withoutTextNotes(plainNumber(raw, null));
    case 'rate':
      return rate(raw, null, how.rateScale);
    case 'date':
      return dateOf(raw, how.year);
    case 'yesNo':
      return yesNo(raw);
    case 'choice':
      return choice(raw, field);
    case 'measure':
      return measure(raw, field);
    default:
      return text(raw, field, null);
  }
}

/** A figure behind a label in one cell is text by nature; that is nothing to report. */
function withoutTextNotes(read: CellRead): CellRead {
  return { ...read, problems: read.problems.filter((problem) => problem.kind !== 'text-number') };
}

function missing(gap: Gap, ...problems: readonly CellProblem[]): CellRead {
  return { value: null, gap, problems };
}

function amount(value: CellValue, unit: AmountUnit): CellRead {
  if (typeof value === 'number') return inFen(value, unit, value);
  if (typeof value !== 'string')
    return missing('unreadable', { kind: 'unreadable-number', raw: textOf(value, null), read: '' });
  const parsed = parseNumber(value);
  if ('gap' in parsed) {
    if (isUnfinished(value))
      return missing('unfinished', { kind: 'placeholder', raw: value.trim(), read: '' });
    return gapOf(parsed.gap, value);
  }
  if (parsed.isPercent)
    return missing('unreadable', { kind: 'unreadable-number', raw: value.trim(), read: '' });
  const { number, wasFullWidth } = parsed;
  return inFen(number, parsed.unit ?? unit, value, textProblems(value, String(number), wasFullWidth));
}

/** A figure as an amount. What is beyond exact fen, some ninety million million yuan, is no amount: a code, mostly. */
function inFen(
  figure: number,
  unit: AmountUnit,
  written: number | string,
  problems: readonly CellProblem[] = noProblems,
): CellRead {
  const fen = toFen(figure, unit);
  if (Math.abs(fen) > Number.MAX_SAFE_INTEGER)
    return missing('unreadable', { kind: 'impossible-amount', raw: textOf(written, null), read: '' });
  const precision = precisionProblems(figure, unit);
  return { value: fen, gap: null, problems: precision.length === 0 ? problems : [...problems, ...precision] };
}

/** A number as written. Points in percent are of a hundred: 50%, typed or by its format, is 50. */
function plainNumber(value: CellValue, format: string | null): CellRead {
  if (typeof value === 'number') {
    const isPercent = format !== null && isPercentFormat(format);
    return {
      value: isPercent ? Number((value * 100).toPrecision(12)) : value,
      gap: null,
      problems: noProblems,
    };
  }
  if (typeof value !== 'string')
    return missing('unreadable', { kind: 'unreadable-number', raw: textOf(value, null), read: '' });
  const parsed = parseNumber(
    value.replace(/(?<=\d)\s*(?:人|个|辆|户|台|次|分|平方米|㎡|名|项|家|件|套|公里|米|亩|只|年度?)$/, ''),
  );
  if ('gap' in parsed) return gapOf(parsed.gap, value);
  return {
    value: parsed.number,
    gap: null,
    problems: textProblems(value, String(parsed.number), parsed.wasFullWidth),
  };
}

/** A rate as a fraction, rounded to what people write: binary noise of 0.29·100 must not look like a figure. */
function rate(value: CellValue, format: string | null, scale: RateScale): CellRead {
  if (typeof value === 'number') {
    if (format !== null && isPercentFormat(format)) return { value, gap: null, problems: noProblems };
    const problems: readonly CellProblem[] =
      scale === 'ambiguous' && value === 1
        ? [{ kind: 'ambiguous-rate', raw: String(value), read: '100%' }]
        : noProblems;
    return { value: scale === 'percent' ? value / 100 : value, gap: null, problems };
  }
  if (typeof value !== 'string')
    return missing('unreadable', { kind: 'unreadable-number', raw: textOf(value, null), read: '' });
  const parsed = parseNumber(value);
  if ('gap' in parsed) return gapOf(parsed.gap, value);
  if (parsed.unit !== null)
    return missing('unreadable', { kind: 'unreadable-number', raw: value.trim(), read: '' });
  const number = parsed.isPercent || scale === 'percent' ? parsed.number / 100 : parsed.number;
  const problems = parsed.isPercent
    ? textProblems(value, `${parsed.number}%`, parsed.wasFullWidth).filter(
        (problem) => problem.kind === 'full-width',
      )
    : textProblems(value, String(parsed.number), parsed.wasFullWidth);
  return { value: number, gap: null, problems };
}

/** What bare numbers of a rate column mean: by range, all of them together. Null where there is none. */
export function rateScaleOf(sheet: Sheet, rows: Iterable<number>, column: number): RateScale | null {
  const all = { isEmpty: true, goesBeyondOne: false, isAllOrNothing: true };
  // A rate of a mistyped amount must not decide what all others mean.
  const likely = { ...all };
  const hear = (heard: typeof all, number: number) => {
    heard.isEmpty = false;
    if (number > 1.5) heard.goesBeyondOne = true;
    if (number !== 0 && number !== 1) heard.isAllOrNothing = false;
  };
  for (const row of rows) {
    const number = bareNumber(sheet, row, column);
    if (number === null) continue;
    hear(all, number);
    if (number <= largestPercentage) hear(likely, number);
  }
  if (all.isEmpty) return null;
  const telling = likely.isEmpty ? all : likely;
  if (telling.goesBeyondOne) return 'percent';
  return telling.isAllOrNothing ? 'ambiguous' : 'ratio';
}

/** The size of a number written without a percent sign; null where there is none. */
function bareNumber(sheet: Sheet, row: number, column: number): number | null {
  const value = sheet.value(row, column);
  if (typeof value === 'number') {
    const format = sheet.numberFormat(row, column);
    return format !== null && isPercentFormat(format) ? null : Math.abs(value);
  }
  if (typeof value !== 'string') return null;
  const parsed = parseNumber(value);
  return 'gap' in parsed || parsed.isPercent ? null : Math.abs(parsed.number);
}

/** Shares of a whole end here; the few above it tell nothing of what the others are written in. */
const largestPercentage = 100;

function sequence(value: CellValue): CellRead {
  if (typeof value === 'number')
    return {
      value: Number.isInteger(value) ? value : null,
      gap: Number.isInteger(value) ? null : 'unreadable',
      problems: noProblems,
    };
  if (typeof value !== 'string') return missing('unreadable');
  const parsed = parseNumber(value.replace(/[.、．]$/, ''));
  if ('gap' in parsed || !Number.isInteger(parsed.number)) return missing('blank');
  return { value: parsed.number, gap: null, problems: noProblems };
}

function dateOf(value: CellValue, year: number): CellRead {
  if (isCellDate(value)) return { value: value.iso.slice(0, 10), gap: null, problems: noProblems };
  const parsed =
    typeof value === 'number'
      ? parseDateNumber(value)
      : typeof value === 'string'
        ? parseDate(value, year)
        : { date: null };
  if (parsed.date !== null && parsed.isIso) return { value: parsed.date, gap: null, problems: noProblems };
  if (typeof value === 'string' && parsed.date !== null && tidy(value) === parsed.date)
    return {
      value: parsed.date,
      gap: null,
      problems: [{ kind: 'full-width', raw: value.trim(), read: parsed.date }],
    };
  if (typeof value === 'string' && isPlaceholder(value)) return missing('placeholder');
  const raw = textOf(value, null);
  if (parsed.date === null) return missing('unreadable', { kind: 'unreadable-date', raw, read: '' });
  if (parsed.isAmbiguous)
    return { value: parsed.date, gap: null, problems: [{ kind: 'ambiguous-date', raw, read: parsed.date }] };
  return { value: parsed.date, gap: null, problems: [{ kind: 'date-rewritten', raw, read: parsed.date }] };
}

function yesNo(value: CellValue): CellRead {
  if (typeof value === 'boolean') return { value, gap: null, problems: noProblems };
  const raw = textOf(value, null);
  const read = parseYesNo(raw);
  if (read !== null) return { value: read, gap: null, problems: noProblems };
  if (isPlaceholder(raw)) return missing('placeholder');
  return missing('unreadable', { kind: 'unknown-choice', raw, read: '' });
}

/** Whether the word in a cell is this box's: 有可能 ticks it and none of the others. */
function answer(value: CellValue, { answers: own = [] }: Field, all: readonly string[]): CellRead {
  const raw = textOf(value, null);
  const word = foldText(raw);
  if (all.includes(word)) return { value: own.includes(word), gap: null, problems: noProblems };
  if (isPlaceholder(raw)) return missing('placeholder');
  // Said once for all of them.
  return own[0] === all[0]
    ? missing('unreadable', { kind: 'unknown-choice', raw, read: '' })
    : missing('unreadable');
}

/** Picks the entry of the code list a cell means: the word, a synonym, the code, or `R03-据实结算`. */
function choice(value: CellValue, field: Field): CellRead {
  const raw = textOf(value, null);
  const key = labelOf(raw).key;
  const plain = foldText(raw);
  for (const { code, word, synonyms } of field.choices ?? []) {
    const words = [word, ...(synonyms ?? [])].map((one) => labelOf(one).key);
    const behindCode = key.startsWith(code) ? key.slice(code.length) : key.replace(/^\d{1,2}/, '');
    if (plain === code || words.includes(key) || words.includes(behindCode.replace(/^[-—]/, '')))
      return { value: word, gap: null, problems: noProblems };
  }
  const ticked = tickedChoice(plain, field);
  if (ticked !== null) return { value: ticked, gap: null, problems: noProblems };
  if (isPlaceholder(raw)) return missing('placeholder');
  return missing('unreadable', { kind: 'unknown-choice', raw, read: '' });
}

/** `□支持 ☑调整后支持 □不予支持`: the word behind the only tick. */
function tickedChoice(plain: string, field: Field): string | null {
  const ticks = [...plain.matchAll(/[√☑✓✔■☒]([^□口☐√☑✓✔■☒]+)/g)];
  if (ticks.length !== 1) return null;
  const key = labelOf(ticks[0]?.[1] ?? '').key;
  const entry = (field.choices ?? []).find(({ word, synonyms }) =>
    [word, ...(synonyms ?? [])].some((one) => labelOf(one).key === key),
  );
  return entry?.word ?? null;
}

/** A claim in words that there is none counts, a mere sign does not. */
function measure(shown: string, field: Field): CellRead {
  if (field.mustFill && isPlaceholder(shown) && !isDenial(shown)) return missing('placeholder');
  return { value: parseMeasure(shown), gap: null, problems: noProblems };
}

function text(value: CellValue, field: Field, format: string | null): CellRead {
  const shown = textOf(value, format);
  if (field.mustFill && isPlaceholder(shown)) return missing('placeholder');
  return { value: shown, gap: null, problems: noProblems };
}

/** A cell as text: trimmed; whole numbers without exponent, percentages as shown. */
export function textOf(value: CellValue, format: string | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isCellDate(value)) return value.iso;
  if (isCellError(value)) return value.code;
  if (format !== null && isPercentFormat(format)) return `${Number((value * 100).toPrecision(12))}%`;
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? value.toFixed(0)
    : String(Number(value.toPrecision(15)));
}

function gapOf(gap: Gap, raw: string): CellRead {
  return gap === 'unreadable'
    ? missing(gap, { kind: 'unreadable-number', raw: raw.trim(), read: '' })
    : missing(gap);
}

function textProblems(raw: string, read: string, wasFullWidth: boolean): readonly CellProblem[] {
  return [{ kind: wasFullWidth ? 'full-width' : 'text-number', raw, read }];
}

/** More digits than a fen can hold, beyond the noise of binary fractions. */
function precisionProblems(figure: number, unit: AmountUnit): readonly CellProblem[] {
  const exact = figure * fenPerUnit[unit];
  const off = Math.abs(exact - Math.round(exact));
  if (off < 1e-3 || off < Math.abs(exact) * 1e-13) return noProblems;
  const fen = toFen(figure, unit);
  return [
    { kind: 'precision', raw: String(figure), read: (fen / fenPerUnit[unit]).toFixed(decimalsOf(fen, unit)) },
  ];
}
