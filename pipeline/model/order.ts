/** Order of two texts by code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
