/**
 * The groups of two and more things with the same key, in the order of their first, and how many things stand alone.
 * Things without a key are left out. Costs little memory where nearly all stand alone: a first look at the keys tells
 * by their hashes which may be repeated.
 */
export function repeatedBy<T>(
  things: readonly T[],
  keyOf: (thing: T) => string | null,
): { readonly groups: ReadonlyMap<string, readonly T[]>; readonly single: number } {
  const slots = new Uint8Array(2 ** Math.ceil(Math.log2(8 * things.length + 8)));
  const slotOf = (key: string) => hashOf(key) & (slots.length - 1);
  let single = 0;
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const slot = slotOf(key);
    slots[slot] = Math.min(2, (slots[slot] ?? 0) + 1);
    single += 1;
  }
  const maybeRepeated = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null || slots[slotOf(key)] !== 2) continue;
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
