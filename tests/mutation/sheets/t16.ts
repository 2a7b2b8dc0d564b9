import { type Draft, row, sum } from '../draft.ts';
import type { Random } from '../random.ts';
import { round, type Unit } from '../unit.ts';
import { draftOf, some, table, totalOf } from './common.ts';

/** What was carried over, and advances that are being cleared. */
export function t16(random: Random, unit: Unit): Draft {
  const balances = unit.projects.slice(0, 20).map((project, index) => {
    const left = round(project.budget * (0.01 + random.next() * 0.06), 2);
    const isSurplus = random.chance(0.3);
    return row({
      seq: index + 1,
      projectCode: project.code,
      projectName: project.name,
      originYear: random.pick([2022, 2023, 2023]),
      budget: project.budget,
      spent: sum([project.budget, -left]),
      carriedOver: isSurplus ? 0 : left,
      surplus: isSurplus ? left : 0,
      kind: isSurplus ? '结余' : '结转',
      returned: isSurplus ? left : 0,
      reason: null,
    });
  });
  const advances = ['区建设投资公司', '区供销社', '某村委会']
    .slice(0, random.int(1, 3))
    .map((debtor, index) => {
      const opening = random.figure(1, 60);
      return row({
        seq: index + 1,
        debtor,
        matter: random.pick(['工程垫款', '周转金', '应急借款']),
        opening,
        added: 0,
        cleared: round(opening * random.next() * 0.5, 2),
      });
    });
  const withAdvances = random.chance(0.6);
  const withBalances = !withAdvances || random.chance(0.7);
  return draftOf(random, 'T16', unit, {
    sheet: random.pick(['结转结余', 'Sheet1']),
    tables: {
      ...(withBalances
        ? {
            balances: table(
              [
                'seq',
                ...some(random, ['projectCode']),
                'projectName',
                'originYear',
                'budget',
                'spent',
                'carriedOver',
                'surplus',
                ...some(random, ['amount', 'kind']),
                'returned',
              ],
              balances,
              totalOf(random, balances.length),
            ),
          }
        : {}),
      ...(withAdvances
        ? {
            advances: table(
              ['seq', 'debtor', 'matter', 'opening', 'added', 'cleared', 'closing'],
              advances,
              totalOf(random, advances.length),
            ),
          }
        : {}),
    },
  });
}
