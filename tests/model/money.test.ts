import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AmountUnit,
  agreement,
  decimalsOf,
  fenPerUnit,
  inUnit,
  percent,
  percentOf,
  points,
  pointsApart,
  roundingTolerance,
  toFen,
} from '../../pipeline/model/money.ts';

const units = Object.keys(fenPerUnit) as AmountUnit[]; // the keys of the table are the units
const anyFen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const anyUnit = fc.constantFrom(...units);

describe('money', () => {
  test('a figure becomes whole fen, whatever binary fractions make of it', () => {
    expect(toFen(71.38, '万元')).toBe(71_380_000);
    expect(toFen(754.935511, '万元')).toBe(754_935_511);
    expect(toFen(0.1 + 0.2, '元')).toBe(30);
    expect(toFen(1.005, '元')).toBe(101);
    expect(toFen(-1.005, '元')).toBe(-101);
    expect(Object.is(toFen(-0, '元'), 0)).toBe(true);
  });

  test('an amount printed in a unit reads back as itself', () => {
    fc.assert(fc.property(anyFen, anyUnit, (fen, unit) => toFen(Number(inUnit(fen, unit)), unit) === fen));
  });

  test('printing has at least two decimals and no more than are needed', () => {
    expect(inUnit(71_380_000, '万元')).toBe('71.38');
    expect(inUnit(754_935_511, '万元')).toBe('754.935511');
    expect(inUnit(0, '万元')).toBe('0.00');
    expect(inUnit(-5_000, '万元')).toBe('-0.005');
    expect(inUnit(123, '元')).toBe('1.23');
    fc.assert(
      fc.property(anyFen, anyUnit, (fen, unit) => {
        const decimals = inUnit(fen, unit).split('.')[1] ?? '';
        return decimals.length === Math.max(2, decimalsOf(fen, unit));
      }),
    );
  });

  test('rates are rounded half up from the exact quotient', () => {
    expect(percentOf(42_020_000, 100_000_000)).toBe('42.02%');
    expect(percentOf(1, 3)).toBe('33.33%');
    expect(percentOf(5, 1000, 0)).toBe('1%');
    expect(percentOf(-10_010_000, 50_000_000)).toBe('-20.02%');
    expect(percent(0.285, 0)).toBe('29%');
    expect(points(0.08684)).toBe('8.68');
    expect(points(-0.000001)).toBe('0.00');
  });

  test('rates printed side by side subtract: 49.5 % is 7.8 points above 41.7 %, whatever lies behind them', () => {
    expect(pointsApart(0.4953, 5 / 12)).toBe(7.8);
    expect(pointsApart(0.4996, 0.5)).toBe(0);
    expect(pointsApart(0.246, 0.5)).toBe(-25.4);
  });
});

describe('the rounding tolerance', () => {
  test('is half a unit of the last decimal for every part and the stated figure', () => {
    expect(roundingTolerance(4, toFen(2486.19, '万元'), '万元')).toBe(toFen(0.025, '万元'));
    expect(roundingTolerance(11, toFen(2486.19, '万元'), '万元')).toBe(toFen(0.06, '万元'));
    // A total typed as 60 still means 60.00: whole numbers must not excuse whole units.
    expect(roundingTolerance(12, toFen(60, '万元'), '万元')).toBe(toFen(0.065, '万元'));
    expect(roundingTolerance(1, toFen(754.935511, '万元'), '万元')).toBe(1);
  });

  test('is printed to the half fen it may end in', () => {
    expect(inUnit(roundingTolerance(2, toFen(20, '元'), '元'), '元')).toBe('0.015');
    expect(inUnit(roundingTolerance(3, toFen(20, '元'), '元'), '元')).toBe('0.02');
    expect(inUnit(roundingTolerance(2, toFen(20.5, '万元'), '万元'), '万元')).toBe('0.015');
  });

  test('tells exact, rounding and wrong apart, at the bound itself too', () => {
    const stated = toFen(100, '万元');
    expect(agreement(stated, stated, 3, '万元')).toBe('exact');
    expect(agreement(stated + 20_000, stated, 3, '万元')).toBe('rounding');
    expect(agreement(stated - 20_000, stated, 3, '万元')).toBe('rounding');
    expect(agreement(stated + 20_001, stated, 3, '万元')).toBe('wrong');
    expect(agreement(stated - 20_001, stated, 3, '万元')).toBe('wrong');
  });

  test('forgives the sum of parts each rounded by itself, always', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 40 }),
        (parts) => {
          const round = (fen: number) => Math.floor(fen / 10_000 + 0.5) * 10_000;
          const total = round(parts.reduce((sum, part) => sum + part, 0));
          const sum = parts.map(round).reduce((one, other) => one + other, 0);
          return agreement(sum, total, parts.length, '万元') !== 'wrong';
        },
      ),
    );
  });

  test('never forgives a whole unit among up to a hundred parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        anyFen,
        (parts, stated) => agreement(stated + fenPerUnit.万元, stated, parts, '万元') === 'wrong',
      ),
    );
  });
});
