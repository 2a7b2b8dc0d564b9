import { maskPersonal } from '../../pipeline/model/mask-personal.ts';
import { type Fen, inWan, percent, pointsApart } from '../../pipeline/model/money.ts';
import { absent } from '../labels.ts';
import { plainText } from '../safe-text.ts';

/** An amount in 万元 with two decimals; what is not there is —, zero is 0.00. */
export function wan(fen: Fen | null): string {
  return fen === null ? absent : inWan(fen);
}

/** A rate as a percentage with one decimal. */
export function rate(value: number | null): string {
  return value === null ? absent : percent(value, 1);
}

/** How far a rate is above another in percentage points, with its sign: behind is negative. */
export function gap(value: number | null, other: number | null): string {
  if (value === null || other === null) return absent;
  const apart = pointsApart(value, other);
  return `${apart > 0 ? '+' : ''}${apart.toFixed(1)}`;
}

/** Text a unit wrote, cut where a page would drown in it. The whole of it is in the workbook. */
export function excerpt(text: string, longest = 400): string {
  // Masked before it is cut: half a telephone number is no longer seen to be one.
  const safe = maskPersonal(plainText(text));
  return safe.length <= longest ? safe : `${plainText(safe.slice(0, longest))}…`;
}
