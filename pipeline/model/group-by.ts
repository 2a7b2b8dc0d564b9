import { type Later, later } from './verdict.ts';

/** What is repeated among some things, by a key of theirs. */
export interface Repeated<T> {
  /** The groups of two and more things with the same key, in the order of their first. */
  readonly groups: ReadonlyMap<string, readonly T[]>;
  /** How many things stand alone with their key. */
  readonly single: number;
  /** Whether the thing of this index has a key; things without one are left out. */
  hasKey(index: number): boolean;
}

/** What is repeated among things; one whose key is null has none. */
export function repeatedBy<T>(things: readonly T[], keyOf: (thing: T) => string | null): Repeated<T> {
  const looking = repeatedAlong(things, keyOf);
  for (;;) {
    const { done, value } = looking.next();
    if (done === true) return value;
  }
}

/**
 * The same for a rule over the rows of a long table: the others have their turn after each. Costs little memory where
 * nearly all stand alone: a first look at the keys tells by their hashes which may be repeated.
 */
export function* repeatedAlong<T>(
  things: readonly T[],
  keyOf: (thing: T) => string | null,
): Generator<Later, Repeated<T>> {
  // 0 without a key.
  const hashes = new Uint32Array(things.length);
  let index = 0;
  let single = 0;
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== null) single += 1;
    hashes[index] = key === null ? 0 : hashOf(key);
    index += 1;
    yield later;
  }
  const maybeRepeated = new Map<string, T[]>();
  const several = severalTimesIn(hashes);
  for (const [place, hash] of several.size === 0 ? [] : hashes.entries()) {
    const thing = several.has(hash) ? things[place] : undefined;
    const key = thing === undefined ? null : keyOf(thing);
    if (thing === undefined || key === null) continue;
    const group = maybeRepeated.get(key);
    if (group === undefined) maybeRepeated.set(key, [thing]);
    else group.push(thing);
  }
  const groups = new Map([...maybeRepeated].filter(([, group]) => group.length > 1));
  for (const group of groups.values()) single -= group.length;
  return { groups, single, hasKey: (which) => hashes[which] !== 0 };
}

function severalTimesIn(hashes: Uint32Array): ReadonlySet<number> {
  const several = new Set<number>();
  let before = 0;
  for (const hash of hashes.toSorted()) {
    if (hash === before && hash !== 0) several.add(hash);
    before = hash;
  }
  return several;
}

/** FNV-1a over the characters of a text, 32 bits, never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0 || 1;
}

/** Things by a key, groups in the order of their first, things in their own order. */
export function groupBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
