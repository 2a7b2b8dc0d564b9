import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { changeReasons } from '../words.ts';
import { draftOf, some, table } from './common.ts';

const items = [
  '“三公”经费合计',
  '（一）因公出国（境）费',
  '（二）公务用车购置及运行维护费',
  '1.公务用车购置费',
  '2.公务用车运行维护费',
  '（三）公务接待费',
];

/** The three public expenses: below last year's, within budget. */
export function t09(random: Random, unit: Unit): Draft {
  const lastBudget = group(
    random.chance(0.3) ? random.figure(1, 9) : 0,
    0,
    random.figure(5, 30),
    random.figure(1, 12),
  );
  const budget = lastBudget.map((figure) => round(figure * (0.93 + random.next() * 0.05), 2));
  const lastActual = lastBudget.map((figure) => round(figure * (0.95 + random.next() * 0.04), 2));
  const share = unit.month === 12 ? 0.9 : unit.month / 12;
  const actual = budget.map((figure) => round(figure * share * (0.8 + random.next() * 0.15), 2));
  // At the end of the year every item is explained.
  const withReason = unit.month === 12 || random.chance(0.8);
  const rows = items.map((item, index) =>
    row({
      item,
      lastBudget: whole(lastBudget)[index] ?? 0,
      lastActual: whole(lastActual)[index] ?? 0,
      budget: whole(budget)[index] ?? 0,
      actual: whole(actual)[index] ?? 0,
      reason: withReason ? random.pick(changeReasons.slice(0, 1).concat(['压缩一般性支出'])) : null,
      remark: null,
    }),
  );
  return draftOf(random, 'T09', unit, {
    sheet: random.pick(['三公经费', 'Sheet1']),
    tables: {
      items: table(
        [
          'item',
          ...some(random, ['lastBudget', 'lastActual'], 0.9),
          'budget',
          ...some(random, ['actual'], 0.9),
          ...some(random, ['change', 'changeRate'], 0.5),
          ...(withReason ? ['reason'] : []),
          'remark',
        ],
        rows,
      ),
    },
  });
}

/** The four items that are entered: abroad, purchase, running, reception. */
function group(abroad: number, purchase: number, running: number, reception: number): readonly number[] {
  return [abroad, purchase, running, reception];
}

/** All six lines out of the four. */
function whole([abroad = 0, purchase = 0, running = 0, reception = 0]: readonly number[]): readonly number[] {
  const cars = sum([purchase, running]);
  return [sum([abroad, cars, reception]), abroad, cars, purchase, running, reception];
}
