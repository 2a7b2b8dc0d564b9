import { type AnnexDesk, claims, rowsOf, type Section } from './desk.ts';
import { moneyLines } from './line.ts';
import { sumOfRows } from './sums.ts';

/** 结转结余和暂付款 (T16): what was carried over, left over and given back, and new advances. */
export function carryOverSection(desk: AnnexDesk): Section {
  const balances = rowsOf(desk, 'T16', 'balances').filter(({ classified }) => !classified);
  const advances = rowsOf(desk, 'T16', 'advances').filter(({ classified }) => !classified);
  return {
    code: 'carryOver',
    title: { zh: '结转结余和暂付款', en: 'Carry-over, surplus and advances' },
    needs: ['T16'],
    lines: [
      ...moneyLines(
        { zh: '结转金额', en: 'Carried over' },
        sumOfRows(balances, 'carriedOver'),
        claims(desk, 'carriedBudget', desk.year),
      ),
      ...moneyLines({ zh: '结余金额', en: 'Surplus' }, sumOfRows(balances, 'surplus'), []),
      ...moneyLines(
        { zh: '交回财政金额', en: 'Given back' },
        sumOfRows(balances, 'returned'),
        claims(desk, 'surplusReturned', desk.year),
      ),
      ...moneyLines(
        { zh: '新增暂付款', en: 'New advances' },
        sumOfRows(advances, 'added'),
        claims(desk, 'newAdvances', desk.year),
      ),
    ],
  };
}
