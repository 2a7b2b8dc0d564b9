import { expect, test } from '@jest/globals';
import { jointTimeProgress, timeWords } from '../../pipeline/model/time-progress.ts';

const general = { share: 0.5, curve: null };
const direct = { share: 0.6, curve: '直达资金' };

test('time progress names the curve it is taken from', () => {
  expect(timeWords(general).zh).toBe('50.00%');
  expect(timeWords(direct)).toEqual({ zh: '60.00%（直达资金）', en: '60.00% (直达资金)' });
});

test('money of one curve keeps its time progress, whatever it weighs', () => {
  const third = { share: 1 / 3, curve: null };
  expect(
    jointTimeProgress(
      [3, 7, 0].map((weight) => ({ timeProgress: third, weight })),
      general,
    ),
  ).toEqual(third);
});

test('money of several curves is weighed', () => {
  expect(
    jointTimeProgress(
      [
        { timeProgress: general, weight: 300 },
        { timeProgress: direct, weight: 100 },
      ],
      general,
    ),
  ).toEqual({ share: 0.525, curve: null });
});

test('no money at all has the general time progress', () => {
  expect(jointTimeProgress([], general)).toEqual(general);
  expect(
    jointTimeProgress(
      [general, direct].map((timeProgress) => ({ timeProgress, weight: 0 })),
      general,
    ),
  ).toEqual(general);
});
