import type { Language } from './text.ts';

/** An amount of money in integer fen (分, 0.01 yuan). Converted once, when a cell is read; never a fraction. */
export type Fen = number;

/** Units of amount that sheets declare, and what one of each is in fen. */
export const fenPerUnit = {
  元: 100,
  百元: 10_000,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
} as const;

/** A unit of amount as sheets write it. */
export type AmountUnit = keyof typeof fenPerUnit;

/** Whether a word is a unit of amount. */
export function isAmountUnit(word: string): word is AmountUnit {
  return Object.hasOwn(fenPerUnit, word);
}

/** The English of a unit of amount, for reports in English. */
export const unitInEnglish: Readonly<Record<AmountUnit, string>> = {
  元: 'yuan',
  百元: '100 yuan',
  千元: '1,000 yuan',
  万元: '10,000 yuan',
  百万元: 'million yuan',
  亿元: '100 million yuan',
};

const english: ReadonlyMap<string, string> = new Map(Object.entries(unitInEnglish));

/** A unit of amount in a language; a word that is none stays as it is. */
export function unitWord(unit: string, language: Language): string {
  return language === 'zh' ? unit : (english.get(unit) ?? unit);
}

/** A figure of a cell in the unit of its sheet, as fen; a fraction of a fen is rounded half up. */
export function toFen(figure: number, unit: AmountUnit): Fen {
  const exact = figure * fenPerUnit[unit];
  // Half a fen written in decimals lands just below the half in binary; 1e-7 of a fen is far below any input.
  const rounded = Math.sign(exact) * Math.floor(Math.abs(exact) + 0.5 + 1e-7);
  return rounded === 0 ? 0 : rounded;
}

/**
 * An amount in a unit, exact, with at least two decimals: `71.38`, `754.935511`. No thousands separators. A tolerance may
 * end in half a fen: `0.015`.
 */
export function inUnit(fen: Fen, unit: AmountUnit): string {
  const whole = fenPerUnit[unit];
  const endsInHalf = !Number.isInteger(fen) && Number.isInteger(2 * fen);
  if (endsInHalf) return decimal(10 * fen, 10 * whole, Math.log10(whole) + 1);
  return decimal(fen, whole, Math.max(2, decimalsOf(fen, unit)));
}

/** The least amount with two decimals of a unit that is not below another one: how much to spend is said as one would write it. */
export function roundedUp(fen: Fen, unit: AmountUnit): Fen {
  const grain = fenPerUnit[unit] / 100;
  return Math.ceil(fen / grain - 1e-9) * grain;
}

/** An amount in 万元 with exactly two decimals, rounded half up: how summaries print it. */
export function inWan(fen: Fen): string {
  return decimal(fen, fenPerUnit.万元, 2);
}

/** The number of decimals that an amount needs in a unit to be exact: 71.38 万元 → 2. */
export function decimalsOf(fen: Fen, unit: AmountUnit): number {
  let decimals = 0;
  let rest = fen;
  for (let base: number = fenPerUnit[unit]; rest % base !== 0; base /= 10) {
    rest %= base;
    decimals += 1;
    if (base <= 10) break;
  }
  return decimals;
}

/** How a stated amount relates to the one computed from its parts. */
export type Agreement = 'exact' | 'rounding' | 'wrong';

/**
 * The difference that rounding alone can make, in fen: 0.5·10⁻ᵈ·(n+1) of the sheet's unit, for n parts and one stated
 * figure. d is the decimals of the stated figure, at least two: a total typed as 60 still means 60.00.
 */
export function roundingTolerance(parts: number, stated: Fen, unit: AmountUnit): Fen {
  const decimals = Math.max(2, decimalsOf(stated, unit));
  return (0.5 * fenPerUnit[unit] * (parts + 1)) / 10 ** decimals;
}

/** Compares a stated amount with the one computed from `parts` figures: exact, a rounding difference (尾差), or wrong. */
export function agreement(computed: Fen, stated: Fen, parts: number, unit: AmountUnit): Agreement {
  if (computed === stated) return 'exact';
  return Math.abs(computed - stated) <= roundingTolerance(parts, stated, unit) ? 'rounding' : 'wrong';
}

/** A ratio of two amounts as a percentage, rounded half up from the exact quotient: (4202, 10000) → `42.02%`. */
export function percentOf(part: number, whole: number, decimals = 2): string {
  return `${decimal(part * 100, whole, decimals)}%`;
}

/** A rate (0.4202) as a percentage: `42.02%`. */
export function percent(rate: number, decimals = 2): string {
  return `${points(rate, decimals)}%`;
}

/** A difference of two rates (0.0868) in percentage points: `8.68`. */
export function points(rate: number, decimals = 2): string {
  const scaled = rate * 100 * 10 ** decimals;
  const rounded = Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5 + 1e-9);
  return (rounded === 0 ? 0 : rounded / 10 ** decimals).toFixed(decimals);
}

/**
 * How far one rate is above another, in percentage points, as people work it out who read both: they are printed to a
 * tenth of a percent, and what is printed side by side must subtract. Negative is below.
 */
export function pointsApart(rate: number, other: number): number {
  return Math.round(10 * (Number(points(rate, 1)) - Number(points(other, 1)))) / 10;
}

/** numerator/denominator with a fixed number of decimals, rounded half up, computed on integers wherever both are. */
function decimal(numerator: number, denominator: number, decimals: number): string {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) {
    return points(numerator / denominator / 100, decimals);
  }
  const negative = numerator < 0 !== denominator < 0;
  const scale = 10n ** BigInt(decimals);
  const top = BigInt(Math.abs(numerator)) * scale * 2n;
  const bottom = BigInt(Math.abs(denominator));
  const digits = ((top / bottom + 1n) / 2n).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}
