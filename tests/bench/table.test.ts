import { describe, expect, test } from '@jest/globals';
import { median, met, tableOf } from './table.ts';

describe('the table of the bench', () => {
  test('says of each figure whether it meets its goal, the limit itself included', () => {
    expect(met({ figure: '2.00 ×', goal: '≤ 2 ×' })).toBe('yes');
    expect(met({ figure: '2.01 ×', goal: '≤ 2 ×' })).toBe('no');
    expect(met({ figure: '400 a second', goal: '≥ 400 a second' })).toBe('yes');
    expect(met({ figure: '399 a second', goal: '≥ 400 a second' })).toBe('no');
  });

  test('says nothing where there is no goal or no figure', () => {
    expect(met({ figure: '2.00 ×', goal: '' })).toBe('');
    expect(met({ figure: 'not implemented', goal: '≤ 0.3 ×' })).toBe('');
  });

  test('has one line a measure', () => {
    const row = { measure: 'start-up', figure: '0.12 s', goal: '≤ 0.2 s', note: 'CPU' };
    expect(tableOf([row]).split('\n')).toEqual([
      '| measure | figure | goal | met | beside it |',
      '| --- | --- | --- | --- | --- |',
      '| start-up | 0.12 s | ≤ 0.2 s | yes | CPU |',
    ]);
  });

  test('tells the middle one of several measurements', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
});
