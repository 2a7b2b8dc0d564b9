import { type Fen, inWan, percent, points } from '../../pipeline/model/money.ts';
import { maskPersonal } from '../../pipeline/model/personal.ts';
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

/** A gap between rates in percentage points, with its sign: behind is negative. */
export function gap(value: number | null): string {
  if (value === null) return absent;
  const figure = points(value, 1);
  return Number(figure) > 0 ? `+${figure}` : figure;
}

/** Text a unit wrote, cut where a page would drown in it. The whole of it is in the workbook. */
export function excerpt(text: string, longest = 400): string {
  // Masked before it is cut: half a telephone number is no longer seen to be one.
  const safe = maskPersonal(plainText(text));
  return safe.length <= longest ? safe : `${plainText(safe.slice(0, longest))}…`;
}
