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
  const pairsOf = names.map(pairsIn);
  const holders = new Map<number, number[]>();
  for (const [index, pairs] of pairsOf.entries()) {
    for (const [place, pair] of pairs.entries()) {
      if (pair === pairs[place - 1]) continue;
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [index]);
      else list.push(index);
    }
  }
  const found: NearPair[] = [];
  for (const [index, pairs] of pairsOf.entries()) {
    const seen = new Set<number>();
    for (const those of rarest(pairs, holders, from)) {
      for (const other of those) {
        if (other <= index || seen.has(other)) continue;
        seen.add(other);
        const [name = '', otherName = ''] = [names[index], names[other]];
        if (name === otherName) continue;
        const theirs = pairsOf[other];
        const isNear =
          (theirs !== undefined && areAlike(pairs, theirs, from)) ||
          (Math.min(name.length, otherName.length) >= minLength && isOneApart(name, otherName));
        if (isNear) found.push({ first: index, second: other });
      }
    }
  }
  return found;
}

/**
 * The holders of the rarest pairs of a name, of so many pairs that any name near enough must share one of them: a name
 * alike by `from` shares at least from/(2−from) of them, one apart by a character lacks at most two.
 */
function rarest(
  pairs: Uint32Array,
  holders: ReadonlyMap<number, readonly number[]>,
  from: number,
): readonly (readonly number[])[] {
  const mayLack = pairs.length - Math.ceil((from / (2 - from)) * pairs.length);
  const wanted = Math.max(mayLack, 2) + 1;
  const shared: (readonly number[])[] = [];
  let own = 0;
  for (const [place, pair] of pairs.entries()) {
    if (pair === pairs[place - 1]) continue;
    const those = holders.get(pair) ?? [];
    if (those.length > 1) shared.push(those);
    else own += 1;
  }
  if (own >= wanted) return [];
  return shared.sort((one, other) => one.length - other.length).slice(0, wanted - own);
}

/** The pairs of neighbouring characters of a name, each as one number, in ascending order. */
function pairsIn(name: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, name.length - 1));
  for (let index = 0; index < pairs.length; index += 1)
    pairs[index] = name.charCodeAt(index) * 0x1_0000 + name.charCodeAt(index + 1);
  return pairs.sort();
}

/** Whether two names are alike (Dice, 0 to 1) from `from` on, by their ascending pairs; most are not, and soon seen not to be. */
function areAlike(one: Uint32Array, other: Uint32Array, from: number): boolean {
  const wanted = Math.max(1, Math.ceil((from * (one.length + other.length)) / 2 - 1e-9));
  let shared = 0;
  let left = 0;
  let right = 0;
  while (shared < wanted) {
    const missing = wanted - shared;
    if (one.length - left < missing || other.length - right < missing) return false;
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return true;
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
