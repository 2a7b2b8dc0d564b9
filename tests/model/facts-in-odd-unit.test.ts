import { expect, test } from '@jest/globals';
import type { RowInput } from '../../fixtures/case.ts';
import { fact } from '../../fixtures/fact.ts';
import { submission } from '../../fixtures/submission.ts';
import { factsInOddUnit } from '../../pipeline/model/facts-in-odd-unit.ts';

const amounts = (count: number): RowInput[] =>
  Array.from({ length: count }, (_, index) => fact(`指标${index + 1}`, 10 * (index + 1)));

function oddOf(rows: readonly RowInput[]): readonly string[] {
  const table = submission('T19', rows).tables.facts;
  return factsInOddUnit(table?.rows ?? []).map(({ row }) => String(row.values.indicator));
}

test('an amount in 元 that fits the others only as 万元 is odd', () => {
  expect(oddOf([...amounts(6), fact('负债增加额', 30.5, { valueUnit: '元' })])).toEqual(['负债增加额']);
});

test('an amount in 元 of the size of the others is none', () => {
  expect(oddOf([...amounts(6), fact('购置资产', 305_000, { valueUnit: '元' })])).toEqual([]);
});

test('a single tiny amount among many makes no other usual', () => {
  const tiny = fact('救助资金', 0.009);
  const typedWrong = fact('负债增加额', 229.94, { valueUnit: '元' });
  expect(oddOf([...amounts(50), tiny, typedWrong])).toEqual(['负债增加额']);
  // Among few it may well be usual.
  expect(oddOf([...amounts(30), tiny, typedWrong])).toEqual([]);
});
