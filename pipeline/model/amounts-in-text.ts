import { type AmountUnit, type Fen, isAmountUnit, toFen } from './money.ts';

/** An amount of money in a text: `不少于3万元`. */
export interface AmountInText {
  readonly fen: Fen;
  readonly unit: AmountUnit;
  /** What is said of it: 不少于, 大于 give '≥'; 不超过, 少于 give '≤'; null for the amount itself. */
  readonly bound: '≥' | '≤' | null;
  /** The words it was read from, e.g. `3万元`. */
  readonly written: string;
}

/**
 * The amounts of money in a text, in its order. Standards by head or by month (每人每月500元, 667元每年, 300元/人) are no
 * amounts of a project and are left out.
 */
export function amountsInText(text: string): readonly AmountInText[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return [...plain.matchAll(/(\d+(?:\.\d+)?)(万元|亿元|元)/g)].flatMap((match): AmountInText[] => {
    const [written, figure = '', unit = ''] = match;
    const before = plain.slice(Math.max(0, match.index - 8), match.index);
    const after = plain.slice(match.index + written.length, match.index + written.length + 3);
    if (/每[^,。;、]{0,6}$|(?:人均|户均|单价|标准为?)$/.test(before) || /^(?:每|\/)/.test(after)) return [];
    if (!isAmountUnit(unit)) return [];
    return [{ fen: toFen(Number(figure), unit), unit, bound: boundOf(before, after), written }];
  });
}

function boundOf(before: string, after: string): AmountInText['bound'] {
  if (/(?:不少于|不低于|不小于|至少|大于|超过|多于|高于|≥|>)$/.test(before))
    return /不(?:大于|超过|多于|高于)$/.test(before) ? '≤' : '≥';
  if (/(?:小于|少于|低于|以内|≤|<)$/.test(before)) return '≤';
  if (/^(?:以上|及以上)/.test(after)) return '≥';
  return /^(?:以内|以下|及以下)/.test(after) ? '≤' : null;
}
