import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table } from './common.ts';

/** The monthly asset report, in yuan: opening, what came in and went out, closing. */
export function t11(random: Random, unit: Unit): Draft {
  const amount = (from: number, to: number) => round(random.figure(from, to), 2);
  const flow = (opening: number) => {
    const increase = random.chance(0.6) ? round(opening * random.next() * 0.1, 2) : 0;
    const decrease = random.chance(0.3) ? round(opening * random.next() * 0.08, 2) : 0;
    return { opening, increase, decrease };
  };
  const cash = flow(amount(50_000, 900_000));
  const receivables = flow(amount(1_000, 90_000));
  const gross = flow(amount(500_000, 9_000_000));
  const depreciation = flow(round(gross.opening * 0.4, 2));
  const fixed = {
    opening: sum([gross.opening, -depreciation.opening]),
    increase: sum([gross.increase, depreciation.decrease]),
    decrease: sum([gross.decrease, depreciation.increase]),
  };
  const intangible = flow(amount(10_000, 300_000));
  const add = (...parts: readonly { opening: number; increase: number; decrease: number }[]) => ({
    opening: sum(parts.map(({ opening }) => opening)),
    increase: sum(parts.map(({ increase }) => increase)),
    decrease: sum(parts.map(({ decrease }) => decrease)),
  });
  const current = add(cash, receivables);
  const total = add(current, fixed, intangible);
  const debt = flow(amount(10_000, 200_000));
  const net = {
    opening: sum([total.opening, -debt.opening]),
    increase: sum([total.increase, debt.decrease]),
    decrease: sum([total.decrease, debt.increase]),
  };
  const rows = [
    ['流动资产', current],
    ['其中：货币资金', cash],
    ['其他应收款净额', receivables],
    ['固定资产原值', gross],
    ['固定资产累计折旧', depreciation],
    ['固定资产净值', fixed],
    ['无形资产净值', intangible],
    ['资产总计', total],
    ['负债合计', debt],
    ['净资产合计', net],
  ] as const;
  const staff = random.int(10, 120);
  return draftOf(random, 'T11', unit, {
    sheet: random.pick(['资产月报', 'Sheet1']),
    form: {
      institutions: 1,
      posts: staff + random.int(0, 9),
      staff,
      lastInstitutions: 1,
      lastStaff: staff,
    },
    tables: {
      items: table(
        [
          'item',
          'opening',
          'increase',
          'decrease',
          'closing',
          ...some(random, ['change', 'monthRate'], 0.8),
          'reason',
        ],
        rows.map(([item, figures]) =>
          row({ item, ...figures, reason: random.chance(0.1) ? '正常收支变动' : null }),
        ),
      ),
    },
  });
}
