/**
 * Does a task for each thing, so many at a time, and gives their results in the order of the things. What waits takes no
 * room, of which a batch of many files would feel even a little for each; where a task fails no other is begun.
 */
export async function inTurn<T, R>(
  things: Iterable<T>,
  atOnce: number,
  task: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = numbered(things);
  const work = async () => {
    // All take from the same: whoever leaves this loop by an error ends it for all.
    for (const [index, thing] of waiting) results[index] = await task(thing);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function* numbered<T>(things: Iterable<T>): Generator<readonly [index: number, thing: T]> {
  let index = 0;
  for (const thing of things) {
    yield [index, thing];
    index += 1;
  }
}
