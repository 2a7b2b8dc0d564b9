import { likeness } from './label.ts';

/** A pair of different names that are nearly the same, by their places in the list given. */
export interface NearPair {
  readonly first: number;
  readonly second: number;
}

/**
 * Pairs of names that are alike: from `from` on by pairs of characters (Dice, 0 to 1), or of at least `minLength`
 * characters and apart by one character. Quick for lists of any length: only names that share a rare pair of
 * characters are compared.
 */
export function nearNames(names: readonly string[], from: number, minLength: number): NearPair[] {
  const pairsOf = names.map((name) => [...new Set(pairsIn(name))]);
  const holders = new Map<string, number[]>();
  for (const [index, pairs] of pairsOf.entries()) {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [index]);
      else list.push(index);
    }
  }
  const found: NearPair[] = [];
  for (const [index, pairs] of pairsOf.entries()) {
    const seen = new Set<number>();
    for (const pair of rarest(pairs, pairsIn(names[index] ?? '').length, holders, from)) {
      for (const other of holders.get(pair) ?? []) {
        if (other <= index || seen.has(other)) continue;
        seen.add(other);
        if (areNear(names[index] ?? '', names[other] ?? '', from, minLength))
          found.push({ first: index, second: other });
      }
    }
  }
  return found;
}

/**
 * The rarest pairs of a name, so many that any name near enough must share one of them: a name alike by `from` shares
 * at least from/(2−from) of them, one apart by a character lacks at most two.
 */
function rarest(
  pairs: readonly string[],
  count: number,
  holders: ReadonlyMap<string, readonly number[]>,
  from: number,
): readonly string[] {
  const mayLack = count - Math.ceil((from / (2 - from)) * count);
  const wanted = Math.max(mayLack, 2) + 1;
  return pairs
    .toSorted((one, other) => (holders.get(one)?.length ?? 0) - (holders.get(other)?.length ?? 0))
    .slice(0, wanted);
}

function pairsIn(name: string): string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2));
}

function areNear(one: string, other: string, from: number, minLength: number): boolean {
  if (one === other) return false;
  if (likeness(one, other) >= from - 1e-9) return true;
  return Math.min(one.length, other.length) >= minLength && isOneApart(one, other);
}

/** One character put in, left out or exchanged. */
function isOneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const { middle } = differingPart(one, other);
  return middle[0].length <= 1 && middle[1].length <= 1;
}

/** Where two texts part: what differs on each side, and the end they share. */
export function differingPart(
  one: string,
  other: string,
): { readonly middle: readonly [string, string]; readonly end: string } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return {
    middle: [one.slice(start, one.length - end), other.slice(start, other.length - end)],
    end: one.slice(one.length - end),
  };
}
