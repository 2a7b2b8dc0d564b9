import { factIndicators } from '../../model/fact-indicators.ts';
import { type Fact, figureOf } from '../../model/facts.ts';
import { type Agreement, agreement, type Fen, inUnit, percentOf, points } from '../../model/money.ts';
import type { Place } from '../../model/place.ts';
import type { AnnexLine } from '../../model/report.ts';
import { type Hundredths, hundredths, scoreText } from '../../model/score.ts';
import { placeOf } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';

/** A figure worked out from tables. */
export interface Computed {
  /** In the integers of its kind: fen, pieces, hundredths of a point; a rate is its two amounts. */
  readonly value: number;
  readonly trace: string;
  readonly where: readonly Place[];
  /** How many rounded figures it is the sum of; 0 for one taken over as it stands. */
  readonly parts?: number;
}

/** A rate worked out from tables: part over whole, both in one unit. */
export interface ComputedRate extends Omit<Computed, 'value'> {
  readonly part: number;
  readonly whole: number;
}

/** What may be said of a line beside its figures. */
export interface Remarks {
  readonly note?: Text | null;
  /** Gives a line even where neither table nor narrative has a figure, and says why there is none. */
  readonly ifNone?: Text;
}

/** Lines for an amount in 万元: one for every claim, one without a claim where the narrative has none. */
export function moneyLines(
  item: Text,
  computed: Computed | null,
  facts: readonly Fact[],
  remarks: Remarks = {},
): readonly AnnexLine[] {
  return linesOf(item, wan, computed, facts, remarks, {
    print: (fen) => inUnit(fen, '万元'),
    statedOf: ({ fen, number, word }) => fen ?? (number === 0 || isNothing(word) ? 0 : null),
    compare: (one, stated, { parts = 0 }) => agreement(one, stated, parts, '万元'),
    isOwnUnit: (unit) => unit === '万元',
  });
}

/** Lines for a number of things; `unit` is 个, 人, 户. */
export function countLines(
  item: Text,
  unit: Text,
  computed: Computed | null,
  facts: readonly Fact[],
  remarks: Remarks = {},
): readonly AnnexLine[] {
  return linesOf(item, unit, computed, facts, remarks, {
    print: String,
    statedOf: figureOf,
    compare: (one, stated) => (one === stated ? 'exact' : 'wrong'),
    isOwnUnit: () => true,
  });
}

/** Lines for points of an assessment. */
export function scoreLines(
  item: Text,
  computed: Computed | null,
  facts: readonly Fact[],
  remarks: Remarks = {},
): readonly AnnexLine[] {
  return linesOf(item, { zh: '分', en: 'points' }, computed, facts, remarks, {
    print: (value: Hundredths) => scoreText(value),
    statedOf: ({ number }) => (number === null ? null : hundredths(number)),
    compare: (one, stated) => (one === stated ? 'exact' : 'wrong'),
    isOwnUnit: () => true,
  });
}

/** Lines for a rate in percent. It agrees when it rounds to what is stated, with as many decimals. */
export function rateLines(
  item: Text,
  computed: ComputedRate | null,
  facts: readonly Fact[],
  remarks: Remarks = {},
): readonly AnnexLine[] {
  const { part, whole } = computed ?? { part: 0, whole: 1 };
  const isKnown = computed !== null && whole !== 0;
  return linesOf(
    item,
    { zh: '%', en: '%' },
    isKnown ? { ...computed, value: Math.round((part / whole) * 1e8) } : null,
    facts,
    remarks,
    {
      print: (value) => (isKnown ? percentOf(part, whole).slice(0, -1) : points(value / 1e8)),
      // Hundred-millionths: a percentage as typed, exactly.
      statedOf: ({ number }) => (number === null ? null : Math.round(number * 1e6)),
      compare: (_, stated) => {
        const shown = String(stated / 1e6);
        const decimals = shown.includes('.') ? shown.length - shown.indexOf('.') - 1 : 0;
        return Number(percentOf(part, whole, decimals).slice(0, -1)) === stated / 1e6 ? 'exact' : 'wrong';
      },
      isOwnUnit: (unit) => unit === '%',
      differenceOf: (_, stated) => points(stated / 1e8 - Number(percentOf(part, whole).slice(0, -1)) / 100),
    },
  );
}

/** One line whose figure is the narrative's alone: no table gives it. */
export function statedOnly(fact: Fact, note: Text | null = null): AnnexLine {
  return {
    item: {
      zh: fact.written,
      en: factIndicators.find(({ code }) => code === fact.code)?.name.en ?? fact.written,
    },
    unit: unitOfFact(fact),
    computed: null,
    stated: fact.number === null ? textOf(fact) : plain(fact.number),
    difference: null,
    verdict: 'noTable',
    trace: null,
    where: [],
    statedAt: placeOf(fact.row, 'value'),
    note,
  };
}

/** How the figures of one kind are printed and compared. */
interface Kind {
  readonly print: (value: number) => string;
  /** The claim in the integers of the kind; null where it gives no figure. */
  readonly statedOf: (fact: Fact) => number | null;
  readonly compare: (computed: number, stated: number, of: Computed) => Agreement;
  /** Whether a claim's unit is that of the line, and need not be printed beside its figure. */
  readonly isOwnUnit: (unit: string) => boolean;
  readonly differenceOf?: (computed: number, stated: number) => string;
}

function linesOf(
  item: Text,
  unit: Text,
  computed: Computed | null,
  facts: readonly Fact[],
  { note = null, ifNone }: Remarks,
  kind: Kind,
): readonly AnnexLine[] {
  const own = {
    item,
    unit,
    computed: computed === null ? null : kind.print(computed.value),
    trace: computed?.trace ?? null,
    where: [...shortened(computed?.where ?? [])],
    note,
  };
  const stated = facts.flatMap((fact) => statedLine(own, computed, fact, kind));
  if (stated.length > 0) return stated;
  if (computed === null && ifNone === undefined) return [];
  return [
    {
      ...own,
      stated: null,
      difference: null,
      verdict: computed === null ? 'noTable' : 'notMentioned',
      statedAt: null,
      note: computed === null ? (ifNone ?? note) : note,
    },
  ];
}

function statedLine(
  own: Omit<AnnexLine, 'stated' | 'difference' | 'verdict' | 'statedAt'>,
  computed: Computed | null,
  fact: Fact,
  kind: Kind,
): readonly AnnexLine[] {
  const statedAt = placeOf(fact.row, 'value');
  const stated = fact.number === null && isDirection(fact.word) ? null : kind.statedOf(fact);
  if (stated === null && fact.word === null) return [];
  const shown =
    fact.number === null
      ? textOf(fact)
      : `${plain(fact.number)}${kind.isOwnUnit(fact.unit) ? '' : ` ${fact.unit}`}`;
  if (computed === null) return [{ ...own, stated: shown, difference: null, verdict: 'noTable', statedAt }];
  if (stated === null) {
    const agrees = isMeant(computed.value, fact.word);
    // 平衡 and 持平 say nought.
    const isNought = fact.word === 'balanced' || fact.word === 'same';
    const difference = !agrees && isNought ? kind.print(-computed.value) : null;
    return [{ ...own, stated: shown, difference, verdict: agrees ? 'agrees' : 'differs', statedAt }];
  }
  const found = kind.compare(computed.value, stated, computed);
  return [
    {
      ...own,
      stated: shown,
      difference:
        found === 'exact'
          ? null
          : (kind.differenceOf?.(computed.value, stated) ?? kind.print(stated - computed.value)),
      verdict: found === 'exact' ? 'agrees' : found === 'rounding' ? 'rounding' : 'differs',
      statedAt,
    },
  ];
}

/** Few cells one by one, many by their first and last. */
function shortened(places: readonly Place[]): readonly Place[] {
  return places.length <= mostPlaces
    ? places
    : [places[0], places.at(-1)].filter((place) => place !== undefined);
}

const mostPlaces = 8;

function isDirection(word: Fact['word']): boolean {
  return (
    word === 'same' || word === 'more' || word === 'less' || word === 'balanced' || word === 'unbalanced'
  );
}

function isNothing(word: Fact['word']): boolean {
  return word === 'none' || word === 'notApplicable';
}

/** Whether a figure, a change or a difference, is what a word says of it. */
function isMeant(value: Fen, word: Fact['word']): boolean {
  if (word === 'more') return value > 0;
  if (word === 'less') return value < 0;
  return word === 'unbalanced' ? value !== 0 : value === 0;
}

function textOf({ row }: Fact): string {
  const { value } = row.values;
  // A field of kind measure holds nothing else.
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : '';
}

function unitOfFact({ unit }: Fact): Text {
  const bare = unit === '—' ? '' : unit;
  return bare === '万元' ? wan : { zh: bare, en: bare };
}

/** A typed number as it was typed, without the noise of binary fractions. */
function plain(number: number): string {
  return String(number);
}

/** 万元, the unit of amounts in every annex. */
const wan: Text = { zh: '万元', en: '10,000 yuan' };
/** 个, for projects, funds, forms. */
export const pieces: Text = { zh: '个', en: '' };
/** 人 */
export const persons: Text = { zh: '人', en: 'persons' };
