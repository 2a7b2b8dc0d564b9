import { expect, test } from '@jest/globals';
import { inTurn } from '../pipeline/in-turn.ts';

const later = () => new Promise((resolve) => setImmediate(resolve));

test('results come in the order of the things, whichever is done first', async () => {
  const results = await inTurn([3, 1, 2], 3, async (turns) => {
    for (let turn = 0; turn < turns; turn += 1) await later();
    return `${turns} turns`;
  });
  expect(results).toEqual(['3 turns', '1 turns', '2 turns']);
});

test('so many are under way at a time, no more and no fewer', async () => {
  let underWay = 0;
  const seen: number[] = [];
  await inTurn([1, 2, 3, 4, 5, 6], 2, async () => {
    underWay += 1;
    seen.push(underWay);
    await later();
    underWay -= 1;
  });
  expect(seen).toEqual([1, 2, 2, 2, 2, 2]);
});

test('where one fails, those under way end and no other is begun', async () => {
  const begun: number[] = [];
  const all = inTurn([1, 2, 3, 4, 5], 2, async (thing) => {
    begun.push(thing);
    await later();
    if (thing === 2) throw new Error('the second fails');
  });
  await expect(all).rejects.toThrow('the second fails');
  for (let turn = 0; turn < 5; turn += 1) await later();
  expect(begun).toEqual([1, 2, 3]);
});
