import type { LongListing } from '../pipeline/model/report.ts';

/** Some things of a long list, in an order of their own: only their indexes are held, each is read when it is looked at. */
export function picked<T>(list: LongListing<T>, indexes: readonly number[] | Uint32Array): LongListing<T> {
  return {
    length: indexes.length,
    at(index) {
      const own = indexes[index];
      return own === undefined ? undefined : list.at(own);
    },
    *[Symbol.iterator]() {
      for (const index of indexes) {
        const thing = list.at(index);
        if (thing !== undefined) yield thing;
      }
    },
  };
}

/** The things of which something holds. */
export function pickedWhere<T>(list: LongListing<T>, holds: (thing: T) => boolean): LongListing<T> {
  const indexes: number[] = [];
  let index = 0;
  for (const thing of list) {
    if (holds(thing)) indexes.push(index);
    index += 1;
  }
  return picked(list, indexes);
}

/** The first things of a list, at most so many. */
export function firstOf<T>(list: LongListing<T>, most: number): readonly T[] {
  const first: T[] = [];
  for (let index = 0; index < Math.min(most, list.length); index += 1) {
    const thing = list.at(index);
    if (thing !== undefined) first.push(thing);
  }
  return first;
}

/** Indexes of things by a key of theirs, groups in the order of their first. */
export function indexesBy<T, K>(
  list: Iterable<T>,
  keyOf: (thing: T) => K,
): ReadonlyMap<K, readonly number[]> {
  const groups = new Map<K, number[]>();
  let index = 0;
  for (const thing of list) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
    index += 1;
  }
  return groups;
}
