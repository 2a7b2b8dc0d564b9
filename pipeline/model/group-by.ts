/**
 * The groups of two and more things with the same key, in the order of their first, and how many things stand alone.
 * Things without a key are left out. Costs little memory where nearly all stand alone: a first look at the keys tells
 * by their hashes which may be repeated.
 */
export function repeatedBy<T>(
  things: readonly T[],
  keyOf: (thing: T) => string | null,
): { readonly groups: ReadonlyMap<string, readonly T[]>; readonly single: number } {
  // How often each slot is hit, and which one each thing hits: 0 without a key.
  const hits = new Uint8Array(2 ** Math.ceil(Math.log2(8 * things.length + 8)));
  const slots = new Uint32Array(things.length);
  let single = 0;
  let index = -1;
  for (const thing of things) {
    index += 1;
    const key = keyOf(thing);
    if (key === null) continue;
    const slot = hashOf(key) & (hits.length - 1) || 1;
    slots[index] = slot;
    hits[slot] = Math.min(2, (hits[slot] ?? 0) + 1);
    single += 1;
  }
  const maybeRepeated = new Map<string, T[]>();
  index = -1;
  for (const thing of things) {
    index += 1;
    const key = hits[slots[index] ?? 0] === 2 ? keyOf(thing) : null;
    if (key === null) continue;
    const group = maybeRepeated.get(key);
    if (group === undefined) maybeRepeated.set(key, [thing]);
    else group.push(thing);
  }
  const groups = new Map([...maybeRepeated].filter(([, group]) => group.length > 1));
  for (const group of groups.values()) single -= group.length;
  return { groups, single };
}

/** FNV-1a over the characters of a text, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
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
